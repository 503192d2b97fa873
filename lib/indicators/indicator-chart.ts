import { countTicks } from '@/lib/chart-axis';
import type { Reading } from './evaluate';

/** What is drawn of an indicator: periods side by side, heights as shares of the top tick. */
export interface IndicatorChart {
  ticks: number[];
  columns: { reading: Reading; height: number | null; band: { low: number; high: number } | null }[];
}

/** The most periods that a drawing a hand wide can show apart. */
const MOST = 36;

/** The last periods of an indicator, from the first that is not empty where that is later. */
export function indicatorChart(readings: readonly Reading[], most = MOST): IndicatorChart {
  const first = readings.findIndex(({ value }) => value !== null && value > 0);
  const shown = first === -1 ? readings.slice(-12) : readings.slice(Math.max(0, first - 1)).slice(-most);
  const values = shown.flatMap(({ value, band }) => [value ?? 0, band?.high ?? 0]);
  const ticks = countTicks(Math.ceil(Math.max(1, ...values)));
  const top = ticks.at(-1)!;
  return {
    ticks,
    columns: shown.map((reading) => ({
      reading,
      height: reading.value === null ? null : reading.value / top,
      band: reading.band && { low: reading.band.low / top, high: Math.min(1, reading.band.high / top) },
    })),
  };
}
