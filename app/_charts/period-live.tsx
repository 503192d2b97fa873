'use client';

import { useEffect, useRef, useState, type ComponentType, type ReactNode } from 'react';
import type { PeriodChartProps } from './period-chart';

/** Half a screen ahead: time enough to fetch the library, and readers who stay at the top never pay for it. */
const NEAR = '50%';

/** Puts recharts in the place of the server's drawing, given as children, once the chart comes near the screen. */
export function PeriodLive({ children, ...props }: PeriodChartProps & { children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null);
  const [Live, setLive] = useState<ComponentType<PeriodChartProps> | null>(null);
  useEffect(() => {
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        observer.disconnect();
        import('./period-recharts').then(
          (loaded) => setLive(() => loaded.PeriodRecharts),
          // Could not be fetched: the drawing that is there says the same.
          () => {},
        );
      },
      { rootMargin: `${NEAR} 0px` },
    );
    observer.observe(frame.current!);
    return () => observer.disconnect();
  }, []);
  return <div ref={frame}>{Live ? <Live {...props} /> : children}</div>;
}
