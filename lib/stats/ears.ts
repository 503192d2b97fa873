import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Expected } from './expectation';

interface EarsOptions {
  /** Periods that the baseline is made of. */
  baseline: number;
  /** Periods left out between the baseline and now, so that a rise that has begun does not raise its own bar. */
  lag?: number;
  /** The least standard deviation: without it one event after a silence is beyond any bar. */
  leastDeviation: number;
}

/**
 * The EARS C2 method of the Centers for Disease Control: mean and standard deviation of a moving baseline that ends two
 * periods before now (Hutwagner and others, J Urban Health 2003, 80(2 Suppl 1):i89; as earsC of the R package
 * surveillance). `counts` by period, oldest first; `at` is the period that is judged.
 */
export function earsC2(
  counts: readonly number[],
  at: number,
  { baseline, lag = 2, leastDeviation }: EarsOptions,
): Expected {
  const from = at - lag - baseline;
  if (from < 0)
    return { reason: `${at} of the ${baseline + lag} periods that the method needs before this one` };
  const values = counts.slice(from, at - lag);
  const mean = values.reduce((sum, n) => sum + n, 0) / baseline;
  const variance = values.reduce((sum, n) => sum + (n - mean) ** 2, 0) / (baseline - 1);
  const deviation = Math.max(Math.sqrt(variance), leastDeviation);
  return {
    expected: mean,
    quantile: (p) => Math.max(0, normalQuantile(p, mean, deviation)),
    periods: baseline,
  };
}
