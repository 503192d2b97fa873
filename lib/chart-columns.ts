import type { PeriodColumn, Tally } from './chart-period';
import { dayNumber, shiftDay, type Day } from './days';
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

interface Spell {
  startsOn: Day;
  endsOn: Day;
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

/** Where the middle of each spell of one day lies, each place once: points, which a stretch is too narrow to show. */
export function pointsOf(
  spells: readonly Spell[],
  { columns }: { columns: readonly ColumnDays[] },
): number[] {
  const days = spells.filter(
    ({ startsOn, endsOn }) =>
      startsOn === endsOn && startsOn >= (columns[0]?.from ?? '9999') && startsOn <= columns.at(-1)!.to,
  );
  return [...new Set(days.map(({ startsOn }) => shareIn(columns, startsOn)))];
}

/** Where spells of several days lie behind the columns; those that touch are one, those beside the chart are left out. */
export function stretchesOf(
  spells: readonly Spell[],
  { columns }: { columns: readonly ColumnDays[] },
): Stretch[] {
  const first = columns[0]?.from;
  const last = columns.at(-1)?.to;
  if (first === undefined || last === undefined) return [];
  const merged: Stretch[] = [];
  for (const { startsOn, endsOn } of [...spells].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))) {
    if (endsOn < first || startsOn > last || startsOn === endsOn) continue;
    const from = shareIn(columns, startsOn < first ? first : startsOn);
    const to = endsOn >= last ? 1 : shareIn(columns, shiftDay(endsOn, 1));
    const open = merged.at(-1);
    if (open && open.to >= from) open.to = Math.max(open.to, to);
    else merged.push({ from, to });
  }
  return merged;
}
