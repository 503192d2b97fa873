'use client';

import { useEffect, useState, type ComponentType, type ReactNode } from 'react';
import type { PeriodChartProps } from './period-chart';

/** Calls back when the browser has nothing better to do; Safari has no such call, there a moment must do. */
function whenIdle(call: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const id = requestIdleCallback(call, { timeout: 2000 });
    return () => cancelIdleCallback(id);
  }
  const id = setTimeout(call, 200);
  return () => clearTimeout(id);
}

/** Puts recharts in the place of the server's drawing, given as children, once it has been loaded after the first paint. */
export function PeriodLive({ children, ...props }: PeriodChartProps & { children: ReactNode }) {
  const [Live, setLive] = useState<ComponentType<PeriodChartProps> | null>(null);
  useEffect(() => {
    let wanted = true;
    const cancel = whenIdle(() => {
      import('./period-recharts').then(
        (loaded) => wanted && setLive(() => loaded.PeriodRecharts),
        // Could not be fetched: the drawing that is there says the same.
        () => {},
      );
    });
    return () => {
      wanted = false;
      cancel();
    };
  }, []);
  return Live ? <Live {...props} /> : children;
}
