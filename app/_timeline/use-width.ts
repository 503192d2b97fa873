import { useLayoutEffect, useState, type RefObject } from 'react';

/** The width of an element in whole pixels; null until it was measured, as on the server. */
export function useWidth(ref: RefObject<Element | null>): number | null {
  const [width, setWidth] = useState<number | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = (): void => {
      const measured = Math.floor(element.getBoundingClientRect().width);
      // Not displayed (a phone shows the list): nothing to measure.
      if (measured > 0) setWidth(measured);
    };
    // Before the first paint, for a page that the router brings: it has no drawing of the server's.
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return width;
}
