import { formatDay, type Day } from './days';
import { binCell, type FacetCounts } from './facet-counts';
import { hrefWith, withFilters, type Filters } from './filters';
import { binsBetween, binTitle, periodFor, type Bin, type Period } from './periods';
import { datings, pillars } from './vocabulary';

/** Events, told apart by whether only a report dates them. */
export interface Tally {
  dated: number;
  reported: number;
}

/** One column of the chart: the events of a period. */
export interface PeriodColumn extends Bin {
  /** The period in full words; where the dates chosen cut it, with what is left of it. */
  title: string;
  /** Events, each once. */
  total: number;
  reported: number;
  /** In the order of lib/vocabulary; an event counts under each of its pillars. */
  pillars: Tally[];
}

export interface PeriodData {
  period: Period;
  columns: PeriodColumn[];
  /** Events in all columns, each once. */
  total: number;
}

const REPORTED = datings.indexOf('reported');

/** The period that suits the range, and its bins, empty ones included; the outer ones end where the range does. */
export function periodBins({ from, to }: { from: Day; to: Day }): { period: Period; bins: Bin[] } {
  const period = periodFor(from, to);
  const bins = binsBetween(from, to, period).map((bin) => ({
    ...bin,
    from: bin.from < from ? from : bin.from,
    to: bin.to > to ? to : bin.to,
  }));
  return { period, bins };
}

/** "March 2020"; where the dates chosen cut it, "March 2020 (from 15 March 2020)". */
function titleOf(bin: Bin, period: Period): string {
  const [whole] = binsBetween(bin.from, bin.from, period);
  if (period === 'day' || !whole) return binTitle(bin, period);
  const cuts = [
    bin.from > whole.from && `from ${formatDay(bin.from)}`,
    bin.to < whole.to && `to ${formatDay(bin.to)}`,
  ].filter(Boolean);
  return cuts.length === 0 ? binTitle(whole, period) : `${binTitle(whole, period)} (${cuts.join(' ')})`;
}

/** Counts as columns; the counts must have been made with the first days of these bins. */
export function periodData(period: Period, bins: readonly Bin[], counts: FacetCounts): PeriodData {
  const columns = bins.map((bin, b): PeriodColumn => {
    const cell = (p: number, d: number): number => counts.bins[binCell(b, p, d)]!;
    const totals = datings.map((_, d) => counts.binTotals[b * datings.length + d]!);
    return {
      ...bin,
      title: titleOf(bin, period),
      total: totals.reduce((sum, n) => sum + n, 0),
      reported: totals[REPORTED]!,
      pillars: pillars.map((_, p) => ({
        dated: datings.reduce((sum, _dating, d) => (d === REPORTED ? sum : sum + cell(p, d)), 0),
        reported: cell(p, REPORTED),
      })),
    };
  });
  return { period, columns, total: counts.total };
}

/** Where a column leads: the page with its dates chosen, and the other filters and parameters kept. */
export function columnHref(
  path: string,
  filters: Filters,
  { from, to }: PeriodColumn,
  keep: Record<string, string | undefined> = {},
): string {
  return hrefWith(path, withFilters(filters, { from, to }), keep);
}
