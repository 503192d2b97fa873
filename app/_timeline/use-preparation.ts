import { useEffect, useRef } from 'react';
import type { Layout, Scene } from '@/lib/timeline-layout';
import { rehearse } from './canvas';

/** Turns of work that one idle moment is worth, where the browser does not say how long it lasts. */
const ENOUGH_MS = 8;

/**
 * Prepares the chart for gestures to come, in moments in which the page has nothing else to do. `scene` is what it shows now. Frames are
 * rehearsed once, and not where a gesture was faster.
 */
export function usePreparation(layout: Layout, scene: Scene, isMoving: () => boolean): void {
  const rehearsed = useRef(false);
  const shown = useRef(scene);
  useEffect(() => {
    shown.current = scene;
  });
  useEffect(() => {
    const work = (function* () {
      yield* layout.prepare();
      if (rehearsed.current) return;
      rehearsed.current = true;
      if (!isMoving()) yield* rehearse(shown.current);
    })();
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
  }, [layout, isMoving]);
}
