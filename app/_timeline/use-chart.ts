import { useMemo, useRef, useState, type RefObject } from 'react';
import type { Span, View } from '@/lib/timeline';
import { itemsOf, type Item, type ItemLinks } from '@/lib/timeline-items';
import { NOMINAL_WIDTH, type Scene, type TimelineLayout } from '@/lib/timeline-layout';
import { viewOf } from '@/lib/timeline-view';
import { useGestures } from './use-gestures';
import { useItems, type Attention } from './use-items';
import { usePreparation } from './use-preparation';
import type { Motion } from './use-motion';
import { useStage } from './use-stage';
import { useWidth } from './use-width';

/** What a page gives to a chart. */
export interface ChartProps {
  layout: TimelineLayout;
  motion: Motion;
  /** How far the view can go. */
  bounds: Span;
  links: ItemLinks;
  /** A drag marks dates instead of moving the view. */
  selecting: boolean;
  onSelect(view: View): void;
  onOpen(href: string): void;
}

/** A chart at rest: what is drawn, what can be opened, and what the reader attends to. */
export interface Chart extends ChartProps {
  element: RefObject<HTMLDivElement | null>;
  scene: Scene;
  items: readonly (readonly Item[])[];
  attention: Attention;
  /** Dates being marked. */
  selected: Span | null;
  /** Scripts run and the width is known. */
  live: boolean;
}

export function useChart(props: ChartProps): Chart {
  const { layout, motion, bounds, links, selecting, onSelect } = props;
  const element = useRef<HTMLDivElement>(null);
  const width = useWidth(element);
  const [selected, setSelected] = useState<Span | null>(null);
  const { from, to } = motion.span;
  const scene = useMemo(() => layout.draw({ from, to }, width ?? NOMINAL_WIDTH), [layout, from, to, width]);
  const items = useMemo(
    () => itemsOf(scene, layout.data.columns, bounds, links),
    [scene, layout, bounds, links],
  );
  const attention = useItems(element, items, motion.isMoving);
  const { left, right } = scene.scale;
  const choose = (days: Span): void => onSelect(viewOf(days));
  usePreparation(layout);
  useStage(element, layout, width, motion);
  useGestures(element, { ...motion, bounds, selecting, left, right, select: setSelected, choose });
  return { ...props, element, scene, items, attention, selected, live: width !== null };
}
