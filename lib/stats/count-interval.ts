import gammaQuantile from '@stdlib/stats-base-dists-gamma-quantile';

/** The interval of a Poisson count, exact for whole ones (Garwood, Biometrika 1936, 28:437). */
export function countInterval(events: number, level = 0.95): { low: number; high: number } {
  const tail = (1 - level) / 2;
  return {
    low: events > 0 ? gammaQuantile(tail, events, 1) : 0,
    high: gammaQuantile(1 - tail, events + 1, 1),
  };
}
