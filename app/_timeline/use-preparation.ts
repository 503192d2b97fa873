import { useEffect } from 'react';
import type { Layout } from '@/lib/timeline-layout';

/** Turns of work that one idle moment is worth, where the browser does not say how long it lasts. */
const ENOUGH_MS = 8;

/** Prepares the layout for zooms to come, in moments in which the page has nothing else to do. */
export function usePreparation(layout: Layout): void {
  useEffect(() => {
    const work = layout.prepare();
    let waiting = 0;
    // Safari has no idle callbacks.
    const idle = typeof requestIdleCallback === 'function';
    const wait = (): void => {
      waiting = idle ? requestIdleCallback(turn) : window.setTimeout(turn, 100);
    };
    const turn = (deadline?: IdleDeadline): void => {
      const end = performance.now() + Math.min(deadline?.timeRemaining() ?? ENOUGH_MS, ENOUGH_MS);
      let done = work.next().done ?? false;
      while (!done && performance.now() < end) done = work.next().done ?? false;
      if (!done) wait();
    };
    wait();
    return () => (idle ? cancelIdleCallback(waiting) : clearTimeout(waiting));
  }, [layout]);
}
