import { textWidth } from './timeline-text';
import type { Bin, Period } from './periods';

/** The size of the text on axes, in pixels. */
export const AXIS_TEXT = 13;
const GAP = 12;

const adjectives: Record<Period, string> = {
  day: 'a day',
  week: 'a week',
  month: 'a month',
  quarter: 'a quarter',
  year: 'a year',
};

/** "a month", for titles: Events a month by pillar. */
export function perPeriod(period: Period): string {
  return adjectives[period];
}

/** Round steps of a count axis from nought: at most six of them, whole numbers, the last at or above `max`. */
export function countTicks(max: number): number[] {
  const rough = Math.max(1, max) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(
    1,
    [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough)!,
  );
  const ticks = [0];
  while (ticks.at(-1)! < Math.max(1, max)) ticks.push(ticks.at(-1)! + step);
  return ticks;
}

/** A label of the axis over time: below which column, what it says, and the year under it where that changes. */
export interface PeriodTick {
  column: number;
  label: string;
  year: string;
}

/** Every how many periods a label may stand, so that the labels fall on round ones: January, April, July... */
const strides: Record<Period, readonly number[]> = {
  day: [1, 2, 7, 14, 28],
  week: [1, 2, 4, 13, 26],
  month: [1, 2, 3, 4, 6, 12, 24, 60],
  quarter: [1, 2, 4, 8, 20, 40],
  year: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000],
};

/** The number of the period in the calendar; of days and weeks, its place in the chart. */
function ordinal(bin: Bin, column: number, period: Period): number {
  const [year = 0, month = 1] = bin.from.split('-').map(Number);
  if (period === 'year') return year;
  if (period === 'quarter') return year * 4 + (month - 1) / 3;
  return period === 'month' ? year * 12 + month - 1 : column;
}

/** "Mar", "Q1", "23 Mar", and the year apart; of years, the year alone. */
function words(bin: Bin, period: Period): [label: string, year: string] {
  const cut = bin.label.lastIndexOf(' ');
  return period === 'year' ? [bin.label, ''] : [bin.label.slice(0, cut), bin.label.slice(cut + 1)];
}

/** Labels for the columns of a chart so many pixels wide: on round periods, as many as stand clear of each other. */
export function periodTicks(bins: readonly Bin[], period: Period, width: number): PeriodTick[] {
  const widest = Math.max(
    0,
    ...bins.map((bin) => Math.max(...words(bin, period).map((text) => textWidth(text, AXIS_TEXT)))),
  );
  const room = width / Math.max(1, bins.length);
  const stride = strides[period].find((one) => one * room >= widest + GAP) ?? bins.length;
  const on = bins.map((_, i) => i).filter((i) => ordinal(bins[i]!, i, period) % stride === 0);
  const shown = on.length > 0 ? on : bins.slice(0, 1).map((_, i) => i);
  return shown.map((column, i) => {
    const [label, year] = words(bins[column]!, period);
    const before = i === 0 ? '' : words(bins[shown[i - 1]!]!, period)[1];
    return { column, label, year: year === before ? '' : year };
  });
}
