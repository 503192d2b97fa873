import type { PeriodColumn, Tally } from './chart-period';
import { dayNumber, type Day } from './days';
import type { Filters } from './filters';
import { pillars } from './vocabulary';

/** One stretch of a stacked column, in events from the ground. */
export interface Segment {
  /** Position in lib/vocabulary. */
  pillar: number;
  kind: keyof Tally;
  low: number;
  high: number;
}

/** The positions of the pillars that the chart draws: those chosen, or all. */
export function shownPillars({ pillar }: Pick<Filters, 'pillar'>): number[] {
  return pillars.map((_, p) => p).filter((p) => pillar.length === 0 || pillar.includes(pillars[p]!));
}

/**
 * The column as it is stacked: what is dated stands on the ground, pillar by pillar, so that it can be read off the
 * axis; what only a report dates is heaped on it.
 */
export function segmentsOf(column: PeriodColumn, shown: readonly number[]): Segment[] {
  let low = 0;
  return (['dated', 'reported'] as const).flatMap((kind) =>
    shown.flatMap((pillar) => {
      const high = low + column.pillars[pillar]![kind];
      if (high === low) return [];
      const segment = { pillar, kind, low, high };
      low = high;
      return [segment];
    }),
  );
}

/** The sum over the pillars shown, which is more than the events where some have several. */
export function heightOf(column: PeriodColumn, shown: readonly number[]): number {
  return shown.reduce((sum, p) => sum + column.pillars[p]!.dated + column.pillars[p]!.reported, 0);
}

/** A stretch of the chart's width, as shares of it from the left. */
export interface Stretch {
  from: number;
  to: number;
}

/** The days of a column. */
export interface ColumnDays {
  from: Day;
  to: Day;
}

/** Where a day of the chart begins, as a share of its width: columns are as wide as one another, whatever their days. */
export function shareIn(columns: readonly ColumnDays[], day: Day): number {
  const c = columns.findLastIndex((column) => column.from <= day);
  const { from, to } = columns[c]!;
  return (c + (dayNumber(day) - dayNumber(from)) / (dayNumber(to) - dayNumber(from) + 1)) / columns.length;
}
