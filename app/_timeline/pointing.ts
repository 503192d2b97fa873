import type { FocusEvent, MouseEvent, PointerEvent } from 'react';
import { nearestItem, type Item } from '@/lib/timeline-items';
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
  const { element, items, attention } = chart;
  const at = (event: MouseEvent): Item | null => {
    const box = element.current!.getBoundingClientRect();
    return nearestItem(items, event.clientX - box.left, event.clientY - box.top);
  };
  return {
    onFocus: ({ target }: FocusEvent): void => {
      const { lane, key } = target.closest<SVGAElement>('a[data-key]')?.dataset ?? {};
      if (key !== undefined) attention.focus({ lane: Number(lane), key }, target.matches(':focus-visible'));
    },
    onBlur: (): void => attention.focus(null),
    onPointerMove: (event: PointerEvent): void => {
      if (event.pointerType !== 'touch' && event.buttons === 0) attention.point(at(event));
    },
    onPointerLeave: (): void => attention.point(null),
    onClick: (event: MouseEvent): void => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey) return;
      // Enter on a focused link is a click too, without a place.
      const item = event.detail === 0 ? attention.focused : at(event);
      if (!item) return;
      event.preventDefault();
      open(item, chart);
    },
  };
}
