import betaCdf from '@stdlib/stats-base-dists-beta-cdf';
import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';

/** What was seen on one side of a comparison. */
export interface Seen {
  /** Events; a fraction where events of several days count by their share of days. */
  events: number;
  /** How long they were looked for, in the same unit on both sides: days, person-years. More than nought. */
  exposure: number;
}

/** How many times as frequent the one is as the other. */
export interface RateRatio {
  /** Null where neither side has an event. Infinite where only the second side has none. */
  ratio: number | null;
  /** Bounds of the interval; from nought to infinity where there is nothing to tell by. */
  low: number;
  high: number;
  /** Two-sided: below 1 - level exactly where the interval leaves out 1. */
  p: number;
}

/** P(X >= x) of n events that each fall on the first side with probability `share`. */
const atLeast = (x: number, n: number, share: number): number => (x <= 0 ? 1 : betaCdf(share, x, n - x + 1));

/** P(X <= x) of the same. */
const atMost = (x: number, n: number, share: number): number =>
  x >= n ? 1 : 1 - betaCdf(share, x + 1, n - x);

/** The lower bound of Clopper and Pearson (Biometrika 1934, 26:404) of the share that x of n events are. */
const leastShare = (x: number, n: number, tail: number): number =>
  x <= 0 ? 0 : betaQuantile(tail, x, n - x + 1);

/**
 * The ratio of two rates of Poisson counts, first to second, by the exact test that holds their sum fixed (Przyborowski
 * and Wilenski, Biometrika 1940, 31:313): given the sum, the first count is binomial. The p-value is twice the smaller
 * tail, the one that goes with this interval (the "central" pair of Fay, R Journal 2010, 2(1):53); R's poisson.test gives
 * the same interval with another p-value, which can contradict it. Where counts are fractions the binomial tails are
 * continued by the incomplete beta function that they are equal to at whole numbers; test and interval still agree.
 *
 * @throws RangeError where a count is negative or an exposure is not more than nought
 */
export function rateRatio(first: Seen, second: Seen, level = 0.95): RateRatio {
  const valid = ({ events, exposure }: Seen): boolean =>
    events >= 0 && exposure > 0 && Number.isFinite(events) && Number.isFinite(exposure);
  if (!valid(first) || !valid(second))
    throw new RangeError('Counts must be nought or more, exposures more than nought');
  const n = first.events + second.events;
  if (n === 0) return { ratio: null, low: 0, high: Infinity, p: 1 };
  const scale = second.exposure / first.exposure;
  const tail = (1 - level) / 2;
  const low = leastShare(first.events, n, tail);
  // The upper bound of the one is what the lower bound of the other leaves: so the sides can be swapped.
  const others = leastShare(second.events, n, tail);
  const share = first.exposure / (first.exposure + second.exposure);
  const smaller = Math.min(atLeast(first.events, n, share), atMost(first.events, n, share));
  return {
    ratio: (first.events / second.events) * scale,
    low: (low / (1 - low)) * scale,
    high: ((1 - others) / others) * scale,
    p: Math.min(1, 2 * smaller),
  };
}

/** True where even with every event on one side chance could not be left out: p of 0.05 or more, however they fall. */
export function areTooFew(first: Seen, second: Seen): boolean {
  const events = first.events + second.events;
  const p = (one: number): number =>
    rateRatio({ ...first, events: one }, { ...second, events: events - one }).p;
  return Math.min(p(0), p(events)) >= 0.05;
}
