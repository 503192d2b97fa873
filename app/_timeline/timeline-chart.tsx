'use client';

import { useEffect, useId, useMemo, useRef, useState, type FocusEvent, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react';
import type { Span, View } from '@/lib/timeline';
import { itemsOf, nearestItem, type Item, type ItemLinks } from '@/lib/timeline-items';
import { answerKey } from '@/lib/timeline-keys';
import { NOMINAL_WIDTH, type Scene, type TimelineLayout } from '@/lib/timeline-layout';
import { spanOf, viewOf, within, zoomed } from '@/lib/timeline-view';
import { viewWords } from '@/lib/timeline-words';
import { Drawing } from './drawing';
import { EventCard } from './event-card';
import { listenToPointers, listenToWheel, type GestureHost } from './gestures';
import { LaneLinks } from './lane-links';
import { Selection } from './selection';
import { useItems } from './use-items';
import type { Motion } from './use-motion';
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

/** The drawing with its links, gestures and keys. Complete as HTML; the browser redraws it for its own width. */
export function TimelineChart({ layout, motion, bounds, links, selecting, onSelect, onOpen }: Props) {
  const chart = useRef<HTMLDivElement>(null);
  const ids = useId().replaceAll(/\W/g, '');
  const width = useWidth(chart);
  const [selected, setSelected] = useState<Span | null>(null);
  const { span, moving } = motion;
  const scene = useMemo(() => layout.draw(span, width ?? NOMINAL_WIDTH), [layout, span.from, span.to, width]);
  const { rest, items } = useRest(scene, moving, (still) => itemsOf(still, layout.data.columns, bounds, links));
  const attention = useItems(chart, items, moving);

  const host = useRef<() => GestureHost>(null);
  useEffect(() => {
    host.current = () => ({
      ...motion,
      bounds,
      selecting,
      left: scene.scale.left,
      right: scene.scale.right,
      select: setSelected,
      choose: (days) => onSelect(viewOf(days)),
    });
  });
  useEffect(() => {
    const stops = [listenToWheel, listenToPointers].map((listen) => listen(chart.current!, () => host.current!()));
    return () => stops.forEach((stop) => stop());
  }, []);

  const open = (item: Item): void => {
    if (!item.zoom) return onOpen(item.href);
    motion.glide(within(spanOf(item.zoom), bounds));
    if (attention.focused) attention.seek((now) => now[item.lane]?.find((one) => one.day >= item.day));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const from = attention.focused;
    const answer = answerKey(event.key, items, from);
    if (answer === null || (answer.do === 'dismiss' && !attention.active && !selected)) return;
    event.preventDefault();
    if (answer.do === 'focus') attention.seek(() => answer.item);
    if (answer.do === 'dismiss') attention.dismiss();
    if (answer.do === 'zoom') {
      const at = from ? from.day + 0.5 : (span.from + span.to) / 2;
      motion.glide(zoomed(motion.now(), answer.factor, Math.min(Math.max(at, span.from), span.to), bounds));
      if (from) attention.seek((now) => now[from.lane]?.find((one) => one.key === from.key || one.day >= from.day));
    }
    if (from && answer.do === 'beyond') travel(from, answer.direction, false);
    if (from && answer.do === 'end') travel(from, answer.direction, true);
  };
  /** To the next event beyond the view, or to the lane's last in that direction. */
  const travel = (from: Item, direction: 1 | -1, toEnd: boolean): void => {
    const day = layout.eventBeyond(from.lane, direction, toEnd ? null : span);
    if (day === null) return;
    const length = span.to - span.from;
    const pick = (now: readonly Item[][]): Item | undefined => (direction === 1 ? now[from.lane]?.findLast((one) => toEnd || one.day <= day) : now[from.lane]?.find((one) => toEnd || one.day >= day));
    if (day >= span.from && day < span.to) return attention.seek(pick);
    const start = direction === 1 ? day - length * 0.8 : day - length * 0.2;
    motion.glide(within({ from: start, to: start + length }, bounds));
    attention.seek(pick);
  };
  const at = (event: PointerEvent | MouseEvent): Item | null => {
    const box = chart.current!.getBoundingClientRect();
    return nearestItem(items, event.clientX - box.left, event.clientY - box.top);
  };
  const onClick = (event: MouseEvent): void => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    // Enter on a focused link is a click too, without a place.
    const item = event.detail === 0 ? attention.focused : at(event);
    if (!item) return;
    event.preventDefault();
    open(item);
  };
  const onFocus = (event: FocusEvent): void => {
    const { lane, key } = (event.target as Element).closest<SVGAElement>('a[data-key]')?.dataset ?? {};
    if (key !== undefined) attention.focus({ lane: Number(lane), key });
  };

  const { active } = attention;
  const live = width !== null;
  return (
    <div
      className="pw-tl-chart"
      ref={chart}
      // So that a click makes the chart the one that wheel and keys are for; it is no tab stop.
      tabIndex={-1}
      data-live={live}
      data-moving={moving}
      data-selecting={selecting}
      data-pointing={active !== null}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onBlur={() => attention.focus(null)}
      onClick={onClick}
      onPointerMove={(event) => event.pointerType !== 'touch' && event.buttons === 0 && attention.point(at(event))}
      onPointerLeave={() => attention.point(null)}
    >
      <svg viewBox={`0 0 ${scene.width} ${scene.height}`} role="group" aria-label={`Timeline, ${viewWords(viewOf(span))}`}>
        <Drawing scene={scene} ids={ids} over={rest.lanes.map((lane, i) => (
          <LaneLinks key={lane.lane.key} label={`${lane.lane.label}, in order of time`} y={lane.y} items={items[i]!} stop={live ? attention.stopOf(i) : null} titled={!live} />
        ))} />
        {active && <rect className="pw-tl-ring" x={active.box.x - 5} y={active.box.y - 5} width={active.box.width + 10} height={active.box.height + 10} rx={4} />}
        {selected && <Selection scene={scene} days={selected} />}
      </svg>
      {active && <EventCard item={active} columns={layout.data.columns} width={scene.width} id={`${ids}-card`} onHold={attention.hold} onLeave={() => attention.point(null)} />}
    </div>
  );
}

/** The last scene at rest and its items: they wait unchanged while the view moves. */
function useRest(scene: Scene, moving: boolean, itemsOfScene: (scene: Scene) => Item[][]): { rest: Scene; items: Item[][] } {
  const [kept, setKept] = useState(() => ({ rest: scene, items: itemsOfScene(scene) }));
  if (moving || kept.rest === scene) return kept;
  const next = { rest: scene, items: itemsOfScene(scene) };
  setKept(next);
  return next;
}
