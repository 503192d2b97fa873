import { dayAt, scaleOf } from '@/lib/timeline-scale';
import { within, zoomed } from '@/lib/timeline-view';
import { pixelsFromLeft, type Listen } from './gestures';

/** A wheel has come to rest when nothing was heard of it for so long. */
const REST_MS = 160;
/** Pixels of a line, for wheels that count in lines. */
const LINE = 16;
/** Zoom per pixel of a wheel, and of a pinch on a touchpad, which comes as a wheel of small steps with Ctrl. */
const WHEEL_ZOOM = 0.002;
const PINCH_ZOOM = 0.01;
const PINCH_STEP = 50;

function sidewaysOf({ shiftKey, deltaX, deltaY }: WheelEvent): number {
  if (shiftKey) return deltaX || deltaY;
  return Math.abs(deltaX) > Math.abs(deltaY) ? deltaX : 0;
}

/**
 * Ctrl (or ⌘) and wheel zooms, and so does the plain wheel once the reader has clicked or tabbed into the chart; sideways
 * it moves the view. A plain wheel over a chart that nobody uses scrolls the page, as it does anywhere else.
 */
export const listenToWheel: Listen = (chart, host) => {
  let rest: ReturnType<typeof setTimeout> | undefined;
  const onWheel = (event: WheelEvent): void => {
    const { bounds, left, right, now, move } = host();
    const sideways = sidewaysOf(event);
    const pressed = event.ctrlKey || event.metaKey;
    if (!sideways && !pressed && !chart.contains(document.activeElement)) return;
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : LINE;
    const scale = scaleOf(now(), left, right);
    if (sideways && !pressed) {
      const days = (sideways * unit) / scale.pixelsPerDay;
      move(within({ from: scale.from + days, to: scale.to + days }, bounds));
    } else {
      const rate = pressed && Math.abs(event.deltaY) < PINCH_STEP ? PINCH_ZOOM : WHEEL_ZOOM;
      const at = dayAt(scale, pixelsFromLeft(chart, event));
      move(zoomed(now(), Math.exp(event.deltaY * unit * rate), at, bounds));
    }
    clearTimeout(rest);
    rest = setTimeout(() => host().settle(), REST_MS);
  };
  // Not passive, so that the browser's own zoom and back-swipe can be held off.
  chart.addEventListener('wheel', onWheel, { passive: false });
  return () => {
    clearTimeout(rest);
    chart.removeEventListener('wheel', onWheel);
  };
};
