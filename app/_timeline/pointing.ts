import type { FocusEvent, MouseEvent, PointerEvent } from 'react';
import { nearestItem, type Item } from '@/lib/timeline-items';
import { bandAt } from '@/lib/timeline-over-items';
import { spanOf, within } from '@/lib/timeline-view';
import type { Chart } from './use-chart';

/** Follows an item's link; a count opens in place. */
function open(item: Item, { motion, bounds, attention, onOpen }: Chart): void {
  if (!item.zoom) return onOpen(item.href);
  if (attention.focused) attention.seek((items) => items[item.lane]?.find((one) => one.day >= item.day));
  motion.glide(within(spanOf(item.zoom), bounds));
}

/** Pointer and focus: whatever is nearest to the pointer is meant, so that small marks are easily hit. */
export function pointingOf(chart: Chart) {
  const { element, scene, items, attention } = chart;
  const at = (event: MouseEvent): { item: Item | null; ground: Item | null } => {
    const box = element.current!.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    return { item: nearestItem(items, x, y), ground: bandAt(items, scene, x, y) };
  };
  return {
    onFocus: ({ target }: FocusEvent): void => {
      const { lane, key } = target.closest<SVGAElement>('a[data-key]')?.dataset ?? {};
      if (key !== undefined) attention.focus({ lane: Number(lane), key }, target.matches(':focus-visible'));
    },
    onBlur: (): void => attention.focus(null),
    onPointerMove: (event: PointerEvent): void => {
      if (event.pointerType === 'touch' || event.buttons !== 0) return;
      const { item, ground } = at(event);
      attention.point(item ?? ground);
    },
    onPointerLeave: (): void => attention.point(null),
    onClick: (event: MouseEvent): void => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey) return;
      // Enter on a focused link is a click too, without a place.
      const { item, ground } = event.detail === 0 ? { item: attention.focused, ground: null } : at(event);
      const touched = (event.nativeEvent as globalThis.PointerEvent).pointerType === 'touch';
      // A finger cannot point: it is told first. The ground of a band is no link.
      const told = item?.card && touched && attention.active !== item ? item : item ? null : ground;
      if (told) attention.point(told);
      if (!item) return;
      event.preventDefault();
      if (!told) open(item, chart);
    },
  };
}
