import { useMemo, useRef, useState, type RefObject } from 'react';
import type { Span, View } from '@/lib/timeline';
import { itemsOf, type Item, type ItemLinks } from '@/lib/timeline-items';
import type { Layout, Scene } from '@/lib/timeline-layout';
import { viewOf } from '@/lib/timeline-view';
import { useMarking } from './marking';
import { useGestures } from './use-gestures';
import { useFormerFocus, useItems, type Attention } from './use-items';
import { usePreparation } from './use-preparation';
import type { Motion } from './use-motion';
import { useStage } from './use-stage';

/** What a page gives to a chart. */
export interface ChartProps {
  layout: Layout;
  motion: Motion;
  /** How far the view can go. */
  bounds: Span;
  links: ItemLinks;
  /** A drag marks dates instead of moving the view. */
  selecting: boolean;
  onSelect(view: View): void;
  onOpen(href: string): void;
}

/** A live chart at rest: what is drawn, what can be opened, and what the reader attends to. */
export interface Chart extends ChartProps {
  element: RefObject<HTMLDivElement | null>;
  scene: Scene;
  items: readonly (readonly Item[])[];
  attention: Attention;
  /** Dates being marked. */
  selected: Span | null;
}

/** A chart that is `width` pixels wide. */
export function useChart({ width, ...props }: ChartProps & { width: number }): Chart {
  const { layout, motion, bounds, links, selecting, onSelect } = props;
  const element = useRef<HTMLDivElement>(null);
  const [selected, setSelected] = useState<Span | null>(null);
  const { from, to } = motion.span;
  const scene = useMemo(() => layout.draw({ from, to }, width), [layout, from, to, width]);
  const items = useMemo(() => itemsOf(scene, scene.columns, bounds, links), [scene, bounds, links]);
  const attention = useItems(element, items, motion.isMoving, layout);
  const { left, right } = scene.scale;
  const marking = useMarking();
  const exact = (days: Span): Span => marking?.exact(days) ?? days;
  const select = (days: Span | null): void => {
    const whole = days && exact(days);
    marking?.mark(whole);
    setSelected(whole);
  };
  const choose = (days: Span): void => onSelect(viewOf(exact(days)));
  useFormerFocus(element);
  usePreparation(layout, scene, motion.isMoving);
  useStage(element, layout, width, motion);
  useGestures(element, { ...motion, bounds, selecting, left, right, select, choose });
  return { ...props, element, scene, items, attention, selected };
}
