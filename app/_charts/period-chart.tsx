'use client';

import { useEffect, useState, type ComponentType } from 'react';
import type { PeriodData } from '@/lib/chart-period';
import { PeriodDrawing } from './period-drawing';

export interface PeriodChartProps {
  data: PeriodData;
  /** Where a column leads: the page filtered to its dates, in the order of the columns. */
  hrefs: string[];
}

export const PERIOD_HEIGHT = 280;

/**
 * Events by period. The drawing from the server stands until recharts has been loaded, after the first paint; both are
 * equally high, so nothing moves, and without scripts the drawing simply stays.
 */
export function PeriodChart(props: PeriodChartProps) {
  const [Live, setLive] = useState<ComponentType<PeriodChartProps> | null>(null);
  useEffect(() => {
    let wanted = true;
    void import('./period-recharts').then((loaded) => wanted && setLive(() => loaded.PeriodRecharts));
    return () => {
      wanted = false;
    };
  }, []);
  return (
    <div className="pw-period" style={{ height: PERIOD_HEIGHT }}>
      {Live ? (
        <Live {...props} />
      ) : (
        <PeriodDrawing data={props.data} width={560} height={PERIOD_HEIGHT} id="period" />
      )}
    </div>
  );
}
