import type { Span } from '@/lib/timeline';
import { dayAt, scaleOf, type Scale } from '@/lib/timeline-scale';
import { within, zoomed } from '@/lib/timeline-view';
import { pixelsFromLeft, type GestureHost, type Listen } from './gestures';

/** A press becomes a drag when it has moved this far; before that it is a click. */
const SLOP = 4;
/** Fingers closer than this are taken for this far apart, or the zoom would know no end. */
const SMALLEST_GAP = 10;

type Drag =
  | { kind: 'press' | 'pan'; x: number; span: Span }
  | { kind: 'select'; day: number; days: Span }
  | { kind: 'pinch'; gap: number; middle: number; span: Span };

/** A drag moves the view, with Shift or while selecting it marks dates; two fingers pinch. */
class PointerGesture {
  /** Where each finger, or the mouse, is. */
  readonly #fingers = new Map<number, number>();
  #drag: Drag | null = null;
  /** The click that comes after a drag is none. */
  #dragged = false;

  constructor(
    readonly chart: HTMLElement,
    readonly host: () => GestureHost,
  ) {}

  #scale(span = this.host().now()): Scale {
    const { left, right } = this.host();
    return scaleOf(span, left, right);
  }

  #pinch(): { gap: number; middle: number } {
    const [a = 0, b = 0] = this.#fingers.values();
    return { gap: Math.max(Math.abs(a - b), SMALLEST_GAP), middle: (a + b) / 2 };
  }

  down(event: PointerEvent): void {
    if (event.button !== 0) return;
    const x = pixelsFromLeft(this.chart, event);
    this.#fingers.set(event.pointerId, x);
    const span = this.host().now();
    if (this.#fingers.size === 1) {
      this.#dragged = false;
      this.#drag = { kind: 'press', x, span };
    } else if (this.#fingers.size === 2) this.#drag = { kind: 'pinch', ...this.#pinch(), span };
  }

  #start(event: PointerEvent, x: number): void {
    if (this.#drag?.kind !== 'press' || Math.abs(x - this.#drag.x) < SLOP) return;
    this.#dragged = true;
    this.chart.setPointerCapture(event.pointerId);
    const day = dayAt(this.#scale(), this.#drag.x);
    const selects = event.shiftKey || this.host().selecting;
    this.#drag = selects
      ? { kind: 'select', day, days: { from: day, to: day } }
      : { ...this.#drag, kind: 'pan' };
  }

  follow(event: PointerEvent): void {
    if (!this.#fingers.has(event.pointerId)) return;
    const x = pixelsFromLeft(this.chart, event);
    this.#fingers.set(event.pointerId, x);
    this.#start(event, x);
    const drag = this.#drag;
    if (drag?.kind === 'pan') this.#pan(drag.span, drag.x - x);
    else if (drag?.kind === 'select') this.#select(drag, x);
    else if (drag?.kind === 'pinch') {
      this.#dragged = true;
      const { gap, middle } = this.#pinch();
      const at = dayAt(this.#scale(drag.span), drag.middle);
      this.#pan(zoomed(drag.span, drag.gap / gap, at, this.host().bounds), drag.middle - middle);
    }
  }

  #pan(span: Span, pixels: number): void {
    const { bounds, move } = this.host();
    const days = pixels / this.#scale(span).pixelsPerDay;
    move(within({ from: span.from + days, to: span.to + days }, bounds));
  }

  #select(drag: Drag & { kind: 'select' }, x: number): void {
    const { from, to } = this.host().now();
    const day = Math.min(Math.max(dayAt(this.#scale(), x), from), to - 0.01);
    drag.days = { from: Math.floor(Math.min(drag.day, day)), to: Math.floor(Math.max(drag.day, day)) + 1 };
    this.host().select(drag.days);
  }

  end(event: PointerEvent): void {
    if (!this.#fingers.delete(event.pointerId)) return;
    const { settle, select, choose } = this.host();
    const drag = this.#drag;
    this.#drag = null;
    if (drag?.kind === 'select') {
      select(null);
      if (event.type === 'pointerup') choose(drag.days);
    } else if (drag && drag.kind !== 'press') settle();
  }

  click(event: Event): void {
    if (!this.#dragged) return;
    this.#dragged = false;
    event.preventDefault();
    event.stopPropagation();
  }
}

/** Drags and pinches with mouse, pen or fingers; a click stays a click. */
export const listenToPointers: Listen = (chart, host) => {
  const gesture = new PointerGesture(chart, host);
  const listening = new AbortController();
  const { signal } = listening;
  chart.addEventListener('pointerdown', (event) => gesture.down(event), { signal });
  chart.addEventListener('pointermove', (event) => gesture.follow(event), { signal });
  chart.addEventListener('pointerup', (event) => gesture.end(event), { signal });
  chart.addEventListener('pointercancel', (event) => gesture.end(event), { signal });
  chart.addEventListener('click', (event) => gesture.click(event), { signal, capture: true });
  // Links can be dragged away like pictures; here a drag means the view.
  chart.addEventListener('dragstart', (event) => event.preventDefault(), { signal });
  return () => listening.abort();
};
