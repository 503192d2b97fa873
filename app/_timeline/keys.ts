import type { KeyboardEvent } from 'react';
import type { Item } from '@/lib/timeline-items';
import { answerKey } from '@/lib/timeline-keys';
import { within, zoomed } from '@/lib/timeline-view';
import type { Chart } from './use-chart';

/** Where in the view an event that was out of it comes to stand. */
const NEAR = 0.2;

/** Goes to the next event of the lane beyond the view, or to its last in that direction, and puts the focus on it. */
function travel(
  { layout, motion, bounds, attention }: Chart,
  from: Item,
  direction: 1 | -1,
  toEnd: boolean,
): void {
  const { span } = motion;
  const day = layout.eventBeyond(from.lane, direction, toEnd ? null : span);
  if (day === null) return;
  attention.seek((items) => {
    const lane = items[from.lane] ?? [];
    return direction === 1
      ? lane.findLast((item) => toEnd || item.day <= day)
      : lane.find((item) => toEnd || item.day >= day);
  });
  if (day >= span.from && day < span.to) return;
  const length = span.to - span.from;
  const start = day - length * (direction === 1 ? 1 - NEAR : NEAR);
  motion.glide(within({ from: start, to: start + length }, bounds));
}

/** Arrows go from event to event and from lane to lane, + and - zoom, Home and End go to a lane's ends. */
export function keysOf(chart: Chart): (event: KeyboardEvent) => void {
  const { motion, bounds, items, attention } = chart;
  const from = attention.focused;
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const answer = answerKey(event.key, items, from);
    if (answer === null) return;
    event.preventDefault();
    if (answer.do === 'focus') attention.seek(() => answer.item);
    else if (answer.do === 'zoom') {
      const { span } = motion;
      const at = from ? Math.min(Math.max(from.day + 0.5, span.from), span.to) : (span.from + span.to) / 2;
      if (from)
        attention.seek((now) =>
          now[from.lane]?.find((item) => item.key === from.key || item.day >= from.day),
        );
      motion.glide(zoomed(motion.now(), answer.factor, at, bounds));
    } else if (from) travel(chart, from, answer.direction, answer.do === 'end');
  };
}
