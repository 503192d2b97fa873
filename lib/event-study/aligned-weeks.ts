import { countInterval } from '@/lib/stats/count-interval';
import { countBelow, runningSums } from '@/lib/timeline-search';
import type { Windows } from './day-sides';
import type { Stratum } from './count-sides';
import { dailyShares } from './outcome-days';

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
  stratum: number;
  day: number;
  weeks: (number | null)[];
}

/** The weeks that a study looks at, those of the gap among them. */
export function weekNumbers({ weeks, gap }: Windows): number[] {
  const each = weeks + gap;
  return Array.from({ length: 2 * each }, (_, i) => i - each);
}

/** The first days 0 of all, each with its own weeks. */
function rowsOf(
  strata: readonly Stratum[],
  sums: readonly Float64Array[],
  numbers: readonly number[],
  keep: number,
): ZeroRow[] {
  return strata
    .flatMap(({ zeros }, stratum) => zeros.slice(0, keep).map((day) => ({ stratum, day })))
    .sort((a, b) => a.day - b.day || a.stratum - b.stratum)
    .slice(0, keep)
    .map(({ stratum, day }): ZeroRow => {
      const known = sums[stratum]!;
      const first = day - strata[stratum]!.outcome.observed.from;
      const weeks = numbers.map((week) => {
        const from = first + week * 7;
        return from >= 0 && from + 7 < known.length ? Math.max(0, known[from + 7]! - known[from]!) : null;
      });
      return { stratum, day, weeks };
    });
}

/**
 * The weeks round every day 0. Here a week counts for each day 0 that it is near to: a picture of what is round them, not
 * what the rates are made of. `keep` rows are given out one by one, the first by date.
 */
export function alignedWeeks(
  strata: readonly Stratum[],
  windows: Windows,
  withReported: boolean,
  keep: number,
): { weeks: AlignedWeek[]; rows: ZeroRow[] } {
  const numbers = weekNumbers(windows);
  const totals = numbers.map(() => ({ zeros: 0, events: 0 }));
  const sums = strata.map(({ outcome }) => runningSums(dailyShares(outcome, withReported)));
  for (const [s, { zeros, outcome }] of strata.entries()) {
    const known = sums[s]!;
    for (let i = 0; i < numbers.length; i++) {
      // The week of a day 0 is seen where it begins within the observed days, and ends within them.
      const first = numbers[i]! * 7 - outcome.observed.from;
      const low = countBelow(zeros, -first);
      const high = Math.max(low, countBelow(zeros, known.length - 7 - first));
      let events = 0;
      for (let z = low; z < high; z++) events += known[zeros[z]! + first + 7]! - known[zeros[z]! + first]!;
      totals[i]!.zeros += high - low;
      totals[i]!.events += Math.max(0, events);
    }
  }
  const rows = rowsOf(strata, sums, numbers, keep);
  const weeks = numbers.map((week, i): AlignedWeek => {
    const { zeros, events } = totals[i]!;
    const gap = week >= -windows.gap && week < windows.gap;
    if (zeros === 0) return { week, gap, zeros, events, mean: null, low: null, high: null };
    const { low, high } = countInterval(events);
    return { week, gap, zeros, events, mean: events / zeros, low: low / zeros, high: high / zeros };
  });
  return { weeks, rows };
}
