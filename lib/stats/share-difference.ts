import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

/** So many of so many. */
interface Part {
  part: number;
  of: number;
}

/** How much the first share is above the second, and its interval: -1 to 1. */
export interface ShareDifference {
  difference: number;
  low: number;
  high: number;
}

/** The score interval of a share (Wilson, J Am Stat Assoc 1927, 22:209), without a correction for continuity. */
export function shareInterval({ part, of }: Part, level = 0.95): { low: number; high: number } {
  const z = normalQuantile(1 - (1 - level) / 2, 0, 1);
  const middle = 2 * part + z * z;
  const reach = z * Math.sqrt(z * z + (4 * part * (of - part)) / of);
  const width = 2 * (of + z * z);
  // At none and at all the bound is the share itself, to the last digit.
  return {
    low: part === 0 ? 0 : (middle - reach) / width,
    high: part === of ? 1 : (middle + reach) / width,
  };
}

/**
 * The difference of two shares of groups that have no member in common, by the hybrid score interval (Newcombe, Statistics
 * in Medicine 1998, 17:873, method 10): it holds for few events, never leaves -1 to 1, and swapping the groups turns it
 * round.
 *
 * @throws RangeError where a group is empty, or a part is not between nought and its whole
 */
export function shareDifference(first: Part, second: Part, level = 0.95): ShareDifference {
  for (const { part, of } of [first, second])
    if (!(of > 0 && part >= 0 && part <= of)) throw new RangeError('A part must lie between 0 and its whole');
  const [p, q] = [first.part / first.of, second.part / second.of];
  const [a, b] = [shareInterval(first, level), shareInterval(second, level)];
  const difference = p - q;
  return {
    difference,
    low: difference - Math.hypot(p - a.low, b.high - q),
    high: difference + Math.hypot(a.high - p, q - b.low),
  };
}
