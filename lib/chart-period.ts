import type { Day } from './days';
import { binCell, type FacetCounts } from './event-index';
import { binsBetween, binTitle, periodFor, type Bin, type Period } from './periods';
import { datings, pillars } from './vocabulary';

/** One column of the chart: events of a period, by pillar, told apart by whether only a report dates them. */
export interface PeriodColumn extends Bin {
  /** The period in full words. */
  title: string;
  /** Events, each once. */
  total: number;
  reported: number;
  /** In the order of lib/vocabulary; an event counts under each of its pillars. */
  pillars: { dated: number; reported: number }[];
}

export interface PeriodData {
  period: Period;
  columns: PeriodColumn[];
  /** Events in all columns, each once. */
  total: number;
  /** Height of the tallest column: the sum over pillars. */
  tallest: number;
}

const REPORTED = datings.indexOf('reported');
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

/** The period that suits the range, and its bins, empty ones included. */
export function periodBins({ from, to }: { from: Day; to: Day }): { period: Period; bins: Bin[] } {
  const period = periodFor(from, to);
  return { period, bins: binsBetween(from, to, period) };
}

/** Counts as columns. */
export function periodData(period: Period, bins: readonly Bin[], counts: FacetCounts): PeriodData {
  const columns = bins.map((bin, b): PeriodColumn => {
    const cell = (p: number, d: number): number => counts.bins[binCell(b, p, d)]!;
    const totals = datings.map((_, d) => counts.binTotals[b * datings.length + d]!);
    return {
      ...bin,
      title: binTitle(bin, period),
      total: totals.reduce((sum, n) => sum + n, 0),
      reported: totals[REPORTED]!,
      pillars: pillars.map((_, p) => ({
        dated: datings.reduce((sum, _dating, d) => (d === REPORTED ? sum : sum + cell(p, d)), 0),
        reported: cell(p, REPORTED),
      })),
    };
  });
  return { period, columns, total: counts.total, tallest: Math.max(0, ...columns.map(heightOf)) };
}

/** The sum over pillars, which is more than the events where some have several. */
export function heightOf(column: PeriodColumn): number {
  return column.pillars.reduce((sum, { dated, reported }) => sum + dated + reported, 0);
}
