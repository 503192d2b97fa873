import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Span, View } from '@/lib/timeline';
import { sameView, spanOf, viewOf } from '@/lib/timeline-view';

const GLIDE_MS = 220;

interface Live {
  span: Span;
  /** The view in the URL that the gesture set out from; null once the URL has followed. */
  before: View | null;
}

export interface Motion {
  /** What is to be drawn. */
  span: Span;
  moving: boolean;
  /** The latest span asked for, drawn or not yet. */
  now(): Span;
  /** Draws a span with the next frame. */
  move(span: Span): void;
  /** Ends a gesture: the URL follows. */
  settle(): void;
  /** Goes to a span in a few frames, or at once where the reader wants less motion. */
  glide(span: Span): void;
}

const between = (a: Span, b: Span, share: number): Span => ({
  from: a.from + (b.from - a.from) * share,
  to: a.to + (b.to - a.to) * share,
});

/**
 * The view while it moves. At rest the URL is the only state; a gesture draws its own fractions of days, and settles
 * into the URL as whole days when it ends. The fractions stay on the screen as long as the URL's days are theirs, so
 * that nothing jumps at the end.
 */
export function useMotion(view: View, onSettle: (view: View) => void): Motion {
  const [live, setLive] = useState<Live | null>(null);
  const [moving, setMoving] = useState(false);
  const arrived = live !== null && sameView(viewOf(live.span), view);
  if (arrived && !moving && live.before !== null) setLive({ span: live.span, before: null });
  const span = live && (arrived || (live.before && sameView(live.before, view))) ? live.span : spanOf(view);
  const latest = useRef(span);
  const frame = useRef(0);
  const glides = useRef(0);
  useEffect(() => {
    if (!moving) latest.current = span;
  });
  useEffect(() => () => cancelAnimationFrame(frame.current), []);

  const draw = (next: Span): void => {
    latest.current = next;
    if (frame.current) return;
    frame.current = requestAnimationFrame(() => {
      frame.current = 0;
      // At once, so that what is drawn in this frame is what was asked for in it.
      flushSync(() => {
        setMoving(true);
        setLive({ span: latest.current, before: view });
      });
    });
  };
  const move = (next: Span): void => {
    // The reader's hand is stronger than a glide under way.
    glides.current++;
    draw(next);
  };
  const settle = (): void => {
    cancelAnimationFrame(frame.current);
    frame.current = 0;
    setMoving(false);
    setLive({ span: latest.current, before: view });
    onSettle(viewOf(latest.current));
  };
  const glide = (to: Span): void => {
    const from = latest.current;
    const begin = performance.now();
    const mine = ++glides.current;
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const step = (time: number): void => {
      if (mine !== glides.current) return;
      const share = still ? 1 : Math.min(1, Math.max(0, (time - begin) / GLIDE_MS));
      if (share >= 1) {
        latest.current = to;
        settle();
        return;
      }
      draw(between(from, to, 1 - (1 - share) ** 3));
      requestAnimationFrame(step);
    };
    setMoving(true);
    step(begin);
  };
  return { span, moving, now: () => latest.current, move, settle, glide };
}
