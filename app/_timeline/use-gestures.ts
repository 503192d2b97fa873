import { useEffect, useRef, type RefObject } from 'react';
import { listenToPointers, listenToWheel, type GestureHost } from './gestures';

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
