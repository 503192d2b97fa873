'use client';

import { useId, useMemo, useRef, useState, type FocusEvent, type MouseEvent, type PointerEvent } from 'react';
import type { Span, View } from '@/lib/timeline';
import { itemsOf, nearestItem, type Item, type ItemLinks } from '@/lib/timeline-items';
import { NOMINAL_WIDTH, type TimelineLayout } from '@/lib/timeline-layout';
import { spanOf, viewOf, within } from '@/lib/timeline-view';
import { viewWords } from '@/lib/timeline-words';
import { Drawing } from './drawing';
import { EventCard } from './event-card';
import { keysOf } from './keys';
import { LaneLinks } from './lane-links';
import { Selection } from './selection';
import { useGestures } from './use-gestures';
import { useItems, type Attention } from './use-items';
import type { Motion } from './use-motion';
import { useStage } from './use-stage';
import { useWidth } from './use-width';

interface Props {
  layout: TimelineLayout;
  motion: Motion;
  bounds: Span;
  links: ItemLinks;
  /** A drag marks dates instead of moving the view. */
  selecting: boolean;
  onSelect(view: View): void;
  onOpen(href: string): void;
}

/** The drawing with its links, gestures and keys. Complete as HTML; the browser draws again for its own width. */
export function TimelineChart({ layout, motion, bounds, links, selecting, onSelect, onOpen }: Props) {
  const chart = useRef<HTMLDivElement>(null);
  const ids = useId().replaceAll(/\W/g, '');
  const width = useWidth(chart);
  const [selected, setSelected] = useState<Span | null>(null);
  const { span } = motion;
  const scene = useMemo(() => layout.draw(span, width ?? NOMINAL_WIDTH), [layout, span.from, span.to, width]);
  const items = useMemo(
    () => itemsOf(scene, layout.data.columns, bounds, links),
    [scene, layout, bounds, links],
  );
  const attention = useItems(chart, items, motion.isMoving);
  const { left, right } = scene.scale;
  useStage(chart, layout, width, motion);
  useGestures(chart, {
    ...motion,
    bounds,
    selecting,
    left,
    right,
    select: setSelected,
    choose: (days) => onSelect(viewOf(days)),
  });

  const live = width !== null;
  const active = selected ? null : attention.active;
  return (
    <div
      className="pw-tl-chart"
      ref={chart}
      // A click makes the chart the one that wheel and keys are for; it is no tab stop.
      tabIndex={-1}
      data-live={live}
      data-selecting={selecting}
      data-pointing={active !== null}
      onKeyDown={keysOf({ layout, motion, bounds, items, attention })}
      {...pointing(chart, items, attention, (item) => open(item, { motion, bounds, attention, onOpen }))}
    >
      <svg
        viewBox={`0 0 ${scene.width} ${scene.height}`}
        role="group"
        aria-label={`Timeline, ${viewWords(viewOf(span))}`}
      >
        <Drawing scene={scene} ids={ids} />
        <LaneLinks scene={scene} items={items} stopOf={live ? attention.stopOf : () => null} titled={!live} />
        {active && <Ring {...active.box} />}
        {selected && <Selection scene={scene} days={selected} />}
      </svg>
      <canvas aria-hidden="true" />
      {active && (
        <EventCard
          item={active}
          columns={layout.data.columns}
          width={scene.width}
          onHold={attention.hold}
          onLeave={() => attention.point(null)}
        />
      )}
    </div>
  );
}

const Ring = ({ x, y, width, height }: Item['box']) => (
  <rect className="pw-tl-ring" x={x - 4} y={y - 4} width={width + 8} height={height + 8} rx={4} />
);

interface Openers {
  motion: Motion;
  bounds: Span;
  attention: Attention;
  onOpen(href: string): void;
}

/** Follows an item's link; a count opens in place. */
function open(item: Item, { motion, bounds, attention, onOpen }: Openers): void {
  if (!item.zoom) return onOpen(item.href);
  if (attention.focused) attention.seek((items) => items[item.lane]?.find((one) => one.day >= item.day));
  motion.glide(within(spanOf(item.zoom), bounds));
}

/** Pointer and focus: whatever is nearest to the pointer is meant, so that small marks are easily hit. */
function pointing(
  chart: React.RefObject<HTMLElement | null>,
  items: readonly (readonly Item[])[],
  attention: Attention,
  openItem: (item: Item) => void,
) {
  const at = (event: MouseEvent): Item | null => {
    const box = chart.current!.getBoundingClientRect();
    return nearestItem(items, event.clientX - box.left, event.clientY - box.top);
  };
  return {
    onFocus: (event: FocusEvent): void => {
      const { lane, key } = event.target.closest<SVGAElement>('a[data-key]')?.dataset ?? {};
      if (key !== undefined)
        attention.focus({ lane: Number(lane), key }, event.target.matches(':focus-visible'));
    },
    onBlur: () => attention.focus(null),
    onPointerMove: (event: PointerEvent): void => {
      if (event.pointerType !== 'touch' && event.buttons === 0) attention.point(at(event));
    },
    onPointerLeave: () => attention.point(null),
    onClick: (event: MouseEvent): void => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey) return;
      // Enter on a focused link is a click too, without a place.
      const item = event.detail === 0 ? attention.focused : at(event);
      if (!item) return;
      event.preventDefault();
      openItem(item);
    },
  };
}
