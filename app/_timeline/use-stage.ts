import { useLayoutEffect, type RefObject } from 'react';
import type { Layout } from '@/lib/timeline-layout';
import { paintScene } from './canvas';
import type { Motion } from './use-motion';

/** Lets gestures paint their frames over the chart, on its canvas, as far as it is on the screen. */
export function useStage(
  chart: RefObject<HTMLElement | null>,
  layout: Layout,
  width: number,
  { perform }: Motion,
): void {
  useLayoutEffect(() => {
    const element = chart.current;
    const canvas = element?.querySelector('canvas');
    if (!element || !canvas) return;
    perform({
      paint(span) {
        const { top } = element.getBoundingClientRect();
        // Whole pixels: a canvas that is not shown at its own size blurs.
        const part = { top: Math.max(0, Math.floor(-top)), bottom: Math.ceil(window.innerHeight - top) };
        const scene = layout.draw(span, width, part);
        element.dataset.moving = 'true';
        element.style.height = `${scene.height}px`;
        paintScene(canvas, scene, { ...part, bottom: Math.min(Math.ceil(scene.height), part.bottom) });
      },
      clear() {
        delete element.dataset.moving;
        element.style.height = '';
      },
    });
    return () => perform(null);
  }, [chart, layout, width, perform]);
}
