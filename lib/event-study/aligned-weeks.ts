import { countInterval } from '@/lib/stats/count-interval';
import { countBelow, runningSums } from '@/lib/timeline-search';
import type { Windows } from './day-sides';
import type { Stratum } from './count-sides';

/** A week counted from day 0, over all days 0. */
export interface AlignedWeek {
  /** 0 is the week that begins on day 0, -1 the one that ends on the day before. */
  week: number;
  /** True where the study leaves the week out. */
  gap: boolean;
  /** Days 0 of which the whole week is observed, and the events in it: of one dated to a span, its share. */
  zeros: number;
  events: number;
  /** Events a day 0, and the interval that goes with it; null where none is observed. */
  mean: number | null;
  low: number | null;
  high: number | null;
}

/** One day 0 and its own weeks, null where a week is not wholly observed. */
export interface ZeroRow {
  /** Code of its place; null where the anchors' places do not matter. */
  place: string | null;
  day: number;
  weeks: (number | null)[];
}

/** The weeks that a study looks at, those of the gap among them. */
export function weekNumbers({ weeks, gap }: Windows): number[] {
  const each = weeks + gap;
  return Array.from({ length: 2 * each }, (_, i) => i - each);
}

/** The day by which so many of the days 0 have come, those of one day together; infinite where they are fewer. */
function dayOfFirst(strata: readonly Stratum[], keep: number): number {
  const found = strata.map(({ zeros }) => zeros[0] ?? Infinity);
  const first = found.reduce((least, day) => Math.min(least, day), Infinity);
  const onDay: number[] = [];
  for (const { zeros } of strata)
    for (let i = 0; i < Math.min(keep, zeros.length); i++)
      onDay[zeros[i]! - first] = (onDay[zeros[i]! - first] ?? 0) + 1;
  let held = 0;
  for (let d = 0; d < onDay.length; d++) if ((held += onDay[d] ?? 0) >= keep) return first + d;
  return Infinity;
}

/** The first days 0 of all, each with its own weeks. */
function rowsOf(strata: readonly Stratum[], numbers: readonly number[], keep: number): ZeroRow[] {
  const last = dayOfFirst(strata, keep);
  return strata
    .flatMap(({ zeros }, stratum) =>
      zeros.slice(0, countBelow(zeros, last + 1)).map((day) => ({ stratum, day })),
    )
    .sort((a, b) => a.day - b.day || a.stratum - b.stratum)
    .slice(0, keep)
    .map(({ stratum, day }): ZeroRow => {
      const { place, outcome } = strata[stratum]!;
      const known = outcome.shares;
      const first = day - outcome.observed.from;
      const weeks = numbers.map((week) => {
        const from = first + week * 7;
        return from >= 0 && from + 7 < known.length ? Math.max(0, known[from + 7]! - known[from]!) : null;
      });
      return { place, day, weeks };
    });
}

/** Of each week the events, and by how many more days 0 it is wholly observed than the week before it is. */
interface WeekTotals {
  events: Float64Array;
  steps: Int32Array;
  /** Room for the weeks of a stratum: memory that is new costs more than to count in it. */
  weekFrom: Float64Array;
}

/** Adds rows of a list to sums, eight rows at a time: what is summed is then read and written once for all eight. */
function addRows(sums: Float64Array, list: Float64Array, starts: readonly number[]): void {
  const length = sums.length;
  let at = 0;
  for (; at + 8 <= starts.length; at += 8) {
    const [a, b, c, d] = [starts[at]!, starts[at + 1]!, starts[at + 2]!, starts[at + 3]!];
    const [e, f, g, h] = [starts[at + 4]!, starts[at + 5]!, starts[at + 6]!, starts[at + 7]!];
    for (let i = 0; i < length; i++)
      sums[i]! +=
        list[a + i]! +
        list[b + i]! +
        (list[c + i]! + list[d + i]!) +
        (list[e + i]! + list[f + i]! + (list[g + i]! + list[h + i]!));
  }
  for (; at < starts.length; at++) {
    const a = starts[at]!;
    for (let i = 0; i < length; i++) sums[i]! += list[a + i]!;
  }
}

/**
 * Adds the weeks of every day 0 of a stratum that are wholly observed. Weeks that begin on the same day of the week stand
 * one after another in memory, so that those of a day 0 are read in a row.
 */
function addWeeks(totals: WeekTotals, { zeros, outcome }: Stratum): void {
  const known = outcome.shares;
  const { events, steps, weekFrom } = totals;
  const begins = Math.max(0, known.length - 7);
  const stride = Math.ceil(begins / 7);
  for (let weekday = 0; weekday < 7; weekday++)
    for (let d = weekday, to = weekday * stride; d < begins; d += 7)
      weekFrom[to++] = Math.max(0, known[d + 7]! - known[d]!);
  const { length } = events;
  const whole: number[] = [];
  for (const day of zeros) {
    const first = day - outcome.observed.from;
    const week = Math.floor(first / 7) - length / 2;
    const weekday = first - Math.floor(first / 7) * 7;
    const low = Math.max(0, -week);
    // The last week begins before `begins`.
    const high = Math.min(length, Math.ceil((begins - weekday) / 7) - week);
    if (low >= high) continue;
    steps[low]!++;
    steps[high]!--;
    const row = weekday * stride + week;
    if (high - low === length) whole.push(row);
    else for (let i = low; i < high; i++) events[i]! += weekFrom[row + i]!;
  }
  addRows(events, weekFrom, whole);
}

/**
 * The weeks round every day 0. Here a week counts for each day 0 that it is near to: a picture of what is round them, not
 * what the rates are made of. `keep` rows are given out one by one, the first by date.
 */
export function alignedWeeks(
  strata: readonly Stratum[],
  windows: Windows,
  keep: number,
): { weeks: AlignedWeek[]; rows: ZeroRow[] } {
  const numbers = weekNumbers(windows);
  const totals = {
    events: new Float64Array(numbers.length),
    steps: new Int32Array(numbers.length + 1),
    weekFrom: new Float64Array(
      strata.reduce((most, { outcome }) => Math.max(most, outcome.shares.length + 7), 0),
    ),
  };
  for (const stratum of strata) addWeeks(totals, stratum);
  const rows = rowsOf(strata, numbers, keep);
  const zerosOf = runningSums(totals.steps);
  const weeks = numbers.map((week, i): AlignedWeek => {
    const [zeros, events] = [zerosOf[i + 1]!, totals.events[i]!];
    const gap = week >= -windows.gap && week < windows.gap;
    if (zeros === 0) return { week, gap, zeros, events, mean: null, low: null, high: null };
    const { low, high } = countInterval(events);
    return { week, gap, zeros, events, mean: events / zeros, low: low / zeros, high: high / zeros };
  });
  return { weeks, rows };
}
