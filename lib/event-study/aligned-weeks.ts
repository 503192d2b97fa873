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

/** The first days 0 of all, each with its own weeks. */
function rowsOf(strata: readonly Stratum[], numbers: readonly number[], keep: number): ZeroRow[] {
  const earliest = Int32Array.from(strata.flatMap(({ zeros }) => zeros.slice(0, keep))).sort();
  const last = earliest[keep - 1] ?? Infinity;
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
}

/**
 * Adds the weeks of every day 0 of a stratum that are wholly observed. Weeks that begin on the same day of the week stand
 * one after another in memory, so that those of a day 0 are read in a row.
 */
function addWeeks(totals: WeekTotals, { zeros, outcome }: Stratum): void {
  const known = outcome.shares;
  const begins = Math.max(0, known.length - 7);
  const stride = Math.ceil(begins / 7);
  const weekFrom = new Float64Array(7 * stride);
  for (let d = 0; d < begins; d++)
    weekFrom[(d % 7) * stride + Math.floor(d / 7)] = Math.max(0, known[d + 7]! - known[d]!);
  const { events, steps } = totals;
  const { length } = events;
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
    for (let i = low; i < high; i++) events[i]! += weekFrom[row + i]!;
  }
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
