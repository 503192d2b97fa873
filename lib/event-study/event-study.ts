import { countBelow } from '@/lib/timeline-search';
import { rateRatio, type RateRatio } from '@/lib/stats/rate-ratio';
import { alignedWeeks, type AlignedWeek, type ZeroRow } from './aligned-weeks';
import { countSides, type SideCounts, type Stratum } from './count-sides';
import { usableDays, type Windows } from './day-sides';
import { outcomeSums, type OutcomeDays } from './outcome-days';
import { placebo, type Placebo } from './placebo';

/** The windows that are tried beside the one asked for. */
export const OTHER_WEEKS = [2, 4, 8, 12, 26, 52] as const;
/** Days 0 that are given out with their own weeks; the totals count all. */
export const MOST_ROWS = 500;

/** The study with another window. */
export interface Variant {
  weeks: number;
  zeros: number;
  counts: SideCounts;
  ratio: RateRatio | null;
}

/** What a study finds. */
export interface EventStudy {
  windows: Windows;
  withReported: boolean;
  /** Days 0 as counted: only those with at least half of both windows observed. */
  zeros: number;
  /** Days 0 of which too little is observed. */
  unobserved: number;
  /** Days 0 whose windows are cut at the ends of what is observed. */
  cut: number;
  counts: SideCounts;
  /** After to before, of whole events; null where a side has no days. */
  ratio: RateRatio | null;
  /** The same for the events dated to the day alone. */
  exactRatio: RateRatio | null;
  variants: Variant[];
  placebo: Placebo | null;
  weeks: AlignedWeek[];
  rows: ZeroRow[];
}

type Key = 'events' | 'exact';

function ratioOf({ before, after }: SideCounts, key: Key): RateRatio | null {
  if (before.days === 0 || after.days === 0) return null;
  return rateRatio(
    { events: after[key], exposure: after.days },
    { events: before[key], exposure: before.days },
  );
}

/** Only the days 0 of which enough is observed. */
function usable(strata: readonly Stratum[], windows: Windows): Stratum[] {
  return strata
    .map((stratum) => {
      const { from, to } = usableDays(windows, stratum.outcome.observed);
      const { zeros } = stratum;
      return { ...stratum, zeros: zeros.slice(countBelow(zeros, from), countBelow(zeros, to + 1)) };
    })
    .filter(({ zeros }) => zeros.length > 0);
}

const zerosIn = (strata: readonly Stratum[]): number =>
  strata.reduce((sum, { zeros }) => sum + zeros.length, 0);

/** What is compared with what, before anything is added up. */
export type StudyStratum = Omit<Stratum, 'outcome'> & { outcome: OutcomeDays };

function cutIn(strata: readonly Stratum[], { weeks, gap }: Windows): number {
  const reach = (weeks + gap) * 7;
  return strata.reduce((sum, { zeros, outcome: { observed } }) => {
    const whole = countBelow(zeros, observed.to - reach + 2) - countBelow(zeros, observed.from + reach);
    return sum + zeros.length - Math.max(0, whole);
  }, 0);
}

/**
 * An event study: how often the outcome happens before and after the days 0. Each observed day counts once at most, so that
 * the two counts share no event, which the exact test of their ratio needs. `strata` hold days 0 in order, each once.
 */
export function eventStudy(
  given: readonly StudyStratum[],
  windows: Windows,
  withReported: boolean,
): EventStudy {
  const sums = outcomeSums(
    given.map(({ outcome }) => outcome),
    withReported,
  );
  const all = given.map((stratum, i) => ({ ...stratum, outcome: sums[i]! }));
  const strata = usable(all, windows);
  const counts = countSides(strata, windows, withReported);
  const variants = OTHER_WEEKS.map((weeks): Variant => {
    const other = { ...windows, weeks };
    const held = weeks === windows.weeks ? strata : usable(all, other);
    const counted = held === strata ? counts : countSides(held, other, withReported);
    return { weeks, zeros: zerosIn(held), counts: counted, ratio: ratioOf(counted, 'events') };
  });
  return {
    windows,
    withReported,
    zeros: zerosIn(strata),
    unobserved: zerosIn(all) - zerosIn(strata),
    cut: cutIn(strata, windows),
    counts,
    ratio: ratioOf(counts, 'events'),
    exactRatio: ratioOf(counts, 'exact'),
    variants,
    placebo: placebo(strata, windows),
    ...alignedWeeks(strata, windows, MOST_ROWS),
  };
}
