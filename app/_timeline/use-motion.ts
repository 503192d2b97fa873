import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Span, View } from '@/lib/timeline';
import { sameView, spanOf, viewOf } from '@/lib/timeline-view';

const GLIDE_MS = 220;
/** The share of a view by which it can move without being seen to: about a pixel. */
const UNSEEN = 0.001;

/** Paints the frames of a gesture, and gives way to the page again. */
interface Stage {
  paint(span: Span): void;
  clear(): void;
}

export interface Motion {
  /** What the page shows at rest. */
  span: Span;
  /** The latest span asked for, painted or not yet. */
  now(): Span;
  isMoving(): boolean;
  /** Paints a span with the next frame. */
  move(span: Span): void;
  /** Ends a gesture: page and URL follow. */
  settle(): void;
  /** Goes to a span in a few frames, or at once where the reader wants less motion. */
  glide(span: Span): void;
  /** Where frames are painted; told by the chart. */
  perform(stage: Stage | null): void;
}

interface Settled {
  span: Span;
  /** The view in the URL when the gesture ended; null once the URL has followed. */
  before: View | null;
}

const between = (a: Span, b: Span, share: number): Span => ({
  from: a.from + (b.from - a.from) * share,
  to: a.to + (b.to - a.to) * share,
});

/** Frames of a gesture: outside React, which has no part in them. */
class Frames {
  #latest: Span;
  #frame = 0;
  #glides = 0;
  #moving = false;
  #stage: Stage | null = null;
  #settled: (span: Span) => void = () => {};

  constructor(span: Span) {
    this.#latest = span;
  }

  get latest(): Span {
    return this.#latest;
  }

  readonly isMoving = (): boolean => this.#moving;
  readonly perform = (stage: Stage | null): void => void (this.#stage = stage);

  whenSettled(settled: (span: Span) => void): void {
    this.#settled = settled;
  }

  /** The page shows this now, if no gesture is under way. */
  rest(span: Span): void {
    if (!this.#moving) this.#latest = span;
  }

  move(span: Span): void {
    // The reader's hand is stronger than a glide under way.
    this.#glides++;
    this.#draw(span);
  }

  #draw(span: Span): void {
    this.#latest = span;
    this.#moving = true;
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#stage?.paint(this.#latest);
    });
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#moving = false;
  }

  /** Comes to rest at whole days, which are what is counted and what the URL says; in a few frames where that can be seen. */
  settle(): void {
    const { from, to } = this.#latest;
    const whole = spanOf(viewOf(this.#latest));
    const off = Math.abs(whole.from - from) + Math.abs(whole.to - to);
    if (off > UNSEEN * (to - from)) return this.glide(whole);
    this.stop();
    this.#latest = whole;
    this.#settled(whole);
    this.#stage?.clear();
  }

  glide(target: Span): void {
    const from = this.#latest;
    const to = spanOf(viewOf(target));
    const begin = performance.now();
    const mine = ++this.#glides;
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const step = (time: number): void => {
      if (mine !== this.#glides) return;
      const share = still ? 1 : Math.min(1, Math.max(0, (time - begin) / GLIDE_MS));
      this.#draw(share < 1 ? between(from, to, 1 - (1 - share) ** 3) : to);
      if (share < 1) requestAnimationFrame(step);
      else this.settle();
    };
    step(begin);
  }
}

/**
 * The view while it moves. At rest the URL is the only state. A gesture paints its own fractions of days, and settles
 * into whole days, in the URL too, when it ends; until the URL has followed they are kept here, so that nothing jumps.
 */
export function useMotion(view: View, onSettle: (view: View) => void): Motion {
  const [settled, setSettled] = useState<Settled | null>(null);
  const arrived = settled !== null && sameView(viewOf(settled.span), view);
  if (arrived && settled.before !== null) setSettled({ span: settled.span, before: null });
  const span =
    settled && (arrived || (settled.before && sameView(settled.before, view))) ? settled.span : spanOf(view);
  const [frames] = useState(() => new Frames(span));
  useEffect(() => {
    frames.rest(span);
    frames.whenSettled((end) => {
      // At once, so that the page is there when the last frame goes.
      flushSync(() => setSettled({ span: end, before: view }));
      onSettle(viewOf(end));
    });
  });
  useEffect(() => () => frames.stop(), [frames]);
  return {
    span,
    now: () => frames.latest,
    isMoving: frames.isMoving,
    move: (to) => frames.move(to),
    settle: () => frames.settle(),
    glide: (to) => frames.glide(to),
    perform: frames.perform,
  };
}
