import type { Span } from '@/lib/timeline';
import { dayAt, scaleOf } from '@/lib/timeline-scale';
import { within, zoomed } from '@/lib/timeline-view';

/** What gestures need of the chart; asked for anew with every event. */
export interface GestureHost {
  bounds: Span;
  /** The ends of the plot in pixels from the left of the chart. */
  left: number;
  right: number;
  /** True while a drag selects dates instead of moving the view. */
  selecting: boolean;
  now(): Span;
  move(span: Span): void;
  settle(): void;
  /** Shows a selection under way; null takes it away. */
  select(days: Span | null): void;
  /** Filters to the selection. */
  choose(days: Span): void;
}

/** A press becomes a drag when it has moved this far; before that it is a click. */
const SLOP = 4;
/** A wheel has come to rest when nothing was heard of it for so long. */
const REST_MS = 160;
const LINE = 16;
/** Zoom per pixel of a wheel, and of a pinch on a touchpad, which comes as a wheel of small steps with Ctrl. */
const WHEEL_ZOOM = 0.002;
const PINCH_ZOOM = 0.01;

/**
 * Wheel: Ctrl (or ⌘) and wheel zooms, and so does the plain wheel once the reader has clicked or tabbed into the chart;
 * sideways it moves the view. A plain wheel over a chart that nobody uses scrolls the page, as it does anywhere else.
 */
export function listenToWheel(chart: HTMLElement, host: () => GestureHost): () => void {
  let rest: ReturnType<typeof setTimeout> | undefined;
  const onWheel = (event: WheelEvent): void => {
    const { bounds, left, right, now, move } = host();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : LINE;
    const sideways = event.shiftKey
      ? event.deltaX || event.deltaY
      : Math.abs(event.deltaX) > Math.abs(event.deltaY)
        ? event.deltaX
        : 0;
    const pressed = event.ctrlKey || event.metaKey;
    if (!sideways && !pressed && !chart.contains(document.activeElement)) return;
    event.preventDefault();
    const scale = scaleOf(now(), left, right);
    if (sideways && !pressed) {
      const days = (sideways * unit) / scale.pixelsPerDay;
      move(within({ from: scale.from + days, to: scale.to + days }, bounds));
    } else {
      const rate = pressed && Math.abs(event.deltaY) < 50 ? PINCH_ZOOM : WHEEL_ZOOM;
      const at = dayAt(scale, event.clientX - chart.getBoundingClientRect().left);
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
}

type Drag =
  | { kind: 'press' | 'pan'; x: number; y: number; span: Span }
  | { kind: 'select'; day: number; days: Span }
  | { kind: 'pinch'; gap: number; middle: number; span: Span };

/**
 * Pointers: a drag moves the view, with Shift or while selecting it marks dates; two fingers pinch. A click stays a
 * click; one that ends a drag is swallowed.
 */
export function listenToPointers(chart: HTMLElement, host: () => GestureHost): () => void {
  const fingers = new Map<number, number>();
  let drag: Drag | null = null;
  let dragged = false;
  const xOf = (event: PointerEvent): number => event.clientX - chart.getBoundingClientRect().left;
  const scale = () => scaleOf(host().now(), host().left, host().right);
  const pinchOf = (): { gap: number; middle: number } => {
    const [a = 0, b = 0] = fingers.values();
    return { gap: Math.max(Math.abs(a - b), 10), middle: (a + b) / 2 };
  };

  const begin = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const x = xOf(event);
    fingers.set(event.pointerId, x);
    if (fingers.size === 1) {
      dragged = false;
      drag = { kind: 'press', x, y: event.clientY, span: host().now() };
    } else if (fingers.size === 2) {
      drag = { kind: 'pinch', ...pinchOf(), span: host().now() };
    }
  };
  const start = (event: PointerEvent, x: number): void => {
    if (drag?.kind !== 'press' || Math.abs(x - drag.x) < SLOP) return;
    dragged = true;
    chart.setPointerCapture(event.pointerId);
    const day = dayAt(scale(), drag.x);
    drag =
      event.shiftKey || host().selecting
        ? { kind: 'select', day, days: { from: day, to: day } }
        : { ...drag, kind: 'pan' };
  };
  const follow = (event: PointerEvent): void => {
    if (!fingers.has(event.pointerId)) return;
    const x = xOf(event);
    fingers.set(event.pointerId, x);
    start(event, x);
    const { bounds, left, right, move, select } = host();
    if (drag?.kind === 'pan') {
      const days = (drag.x - x) / scaleOf(drag.span, left, right).pixelsPerDay;
      move(within({ from: drag.span.from + days, to: drag.span.to + days }, bounds));
    } else if (drag?.kind === 'select') {
      const day = Math.min(Math.max(dayAt(scale(), x), host().now().from), host().now().to - 0.01);
      drag.days = { from: Math.floor(Math.min(drag.day, day)), to: Math.floor(Math.max(drag.day, day)) + 1 };
      select(drag.days);
    } else if (drag?.kind === 'pinch') {
      dragged = true;
      const { gap, middle } = pinchOf();
      const from = scaleOf(drag.span, left, right);
      const moved = (drag.middle - middle) / from.pixelsPerDay;
      const wider = zoomed(drag.span, drag.gap / gap, dayAt(from, drag.middle), bounds);
      move(within({ from: wider.from + moved, to: wider.to + moved }, bounds));
    }
  };
  const end = (event: PointerEvent): void => {
    if (!fingers.delete(event.pointerId)) return;
    const { settle, select, choose } = host();
    if (drag?.kind === 'select') {
      select(null);
      if (event.type === 'pointerup') choose(drag.days);
    } else if (drag && drag.kind !== 'press') settle();
    drag = null;
  };
  const swallow = (event: Event): void => {
    if (!dragged) return;
    event.preventDefault();
    event.stopPropagation();
    dragged = false;
  };

  const listeners: [string, (event: never) => void, boolean?][] = [
    ['pointerdown', begin],
    ['pointermove', follow],
    ['pointerup', end],
    ['pointercancel', end],
    ['click', swallow, true],
    ['dragstart', (event: Event) => event.preventDefault()],
  ];
  for (const [name, listener, capture] of listeners)
    chart.addEventListener(name, listener as EventListener, capture);
  return () => {
    for (const [name, listener, capture] of listeners)
      chart.removeEventListener(name, listener as EventListener, capture);
  };
}
