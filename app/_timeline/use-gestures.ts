import { useEffect, useRef, type RefObject } from 'react';
import type { GestureHost } from './gestures';
import { listenToPointers } from './pointer-gesture';
import { listenToWheel } from './wheel-gesture';

/** Wheel and pointer gestures on the chart; `host` is asked anew at each event. */
export function useGestures(chart: RefObject<HTMLElement | null>, host: GestureHost): void {
  const latest = useRef(host);
  useEffect(() => {
    latest.current = host;
  });
  useEffect(() => {
    const stops = [listenToWheel, listenToPointers].map((listen) =>
      listen(chart.current!, () => latest.current),
    );
    return () => stops.forEach((stop) => stop());
  }, [chart]);
}
