import negativeBinomialQuantile from '@stdlib/stats-base-dists-negative-binomial-quantile';
import poissonQuantile from '@stdlib/stats-base-dists-poisson-quantile';
import type { Expected } from './expectation';
import { fitQuasiPoisson, type QuasiPoissonFit } from './quasi-poisson';

interface FarringtonOptions {
  /** Periods in a year. */
  frequency: number;
  /** Years that are looked back to; a trend is allowed from 3. */
  years: number;
  /** Periods to either side of the same time of earlier years that count as the same season. */
  halfWindow: number;
  /** Seasons that a year is cut into, that of now among them. */
  seasons: number;
  /** Periods before now that are left out, so that a rise that has begun does not raise its own bar. */
  leftOut: number;
}

/** The settings of Noufaili and others for weeks, and the like for months. */
export const weekly: FarringtonOptions = { frequency: 52, years: 3, halfWindow: 3, seasons: 10, leftOut: 26 };
export const monthly: FarringtonOptions = { frequency: 12, years: 3, halfWindow: 1, seasons: 4, leftOut: 6 };

/** Residuals above this weigh less: an earlier outbreak must not hide this one. */
const OUTLYING = 2.58;

/** The season of each period up to `at`, 1 to `seasons`; the last is the time of year of `at`. 0 for periods too long ago. */
function seasonsOf(at: number, options: FarringtonOptions): number[] {
  const { frequency, years, halfWindow: w, seasons } = options;
  const of = Array.from({ length: at + 1 }, () => 0);
  of.fill(seasons, at - w, at + 1);
  for (let year = 1; year <= years; year++) {
    const reference = at - year * frequency;
    of.fill(seasons, reference - w, reference + w + 1);
    const between = frequency - 2 * w - 1;
    const [length, rest] = [Math.floor(between / (seasons - 1)), between % (seasons - 1)];
    let from = reference + w + 1;
    for (let season = 1; season < seasons; season++) {
      const to = from + length + (season <= rest ? 1 : 0);
      of.fill(season, from, to);
      from = to;
    }
  }
  return of;
}

/** Anscombe residuals of a fit, standardised. */
function residuals(counts: readonly number[], fit: QuasiPoissonFit, dispersion: number): number[] {
  return counts.map((y, i) => {
    const mu = fit.fitted[i]!;
    const raw = 1.5 * (y ** (2 / 3) * mu ** (-1 / 6) - Math.sqrt(mu));
    return raw / Math.sqrt(dispersion * (1 - fit.leverage[i]!));
  });
}

/** The fit, made again with less weight for what lies far above it. */
function robustFit(counts: readonly number[], terms: readonly number[][]) {
  const first = fitQuasiPoisson(counts, terms);
  if (!first) return null;
  const far = residuals(counts, first, Math.max(1, first.dispersion)).map((s) =>
    s > OUTLYING ? s ** -2 : 1,
  );
  const scale = far.length / far.reduce((sum, weight) => sum + weight, 0);
  const again = fitQuasiPoisson(
    counts,
    terms,
    far.map((weight) => weight * scale),
  );
  return again && { ...again, dispersion: Math.max(1, again.dispersion) };
}

/**
 * The flexible Farrington method: a quasi-Poisson model with trend and seasons, and the quantiles of a negative binomial
 * (Noufaili and others, Statistics in Medicine 2013, 32:1206; as farringtonFlexible of the R package surveillance with
 * thresholdMethod "nbPlugin" and pThresholdTrend 1). `counts` by period, oldest first; `at` is the period that is judged.
 */
export function farrington(counts: readonly number[], at: number, options: FarringtonOptions): Expected {
  const { frequency, years, halfWindow, seasons, leftOut } = options;
  const needed = years * frequency + halfWindow;
  if (at < needed) return { reason: `${at} of the ${needed} periods that the method needs before this one` };
  const of = seasonsOf(at, options);
  const used = of.flatMap((season, i) => (season > 0 && i < at - leftOut ? [i] : []));
  const values = used.map((i) => counts[i]!);
  const terms = (i: number, season: number, trend: boolean): number[] => [
    1,
    ...(trend ? [(i - at) / frequency] : []),
    ...Array.from({ length: seasons - 1 }, (_, k) => (season === k + 2 ? 1 : 0)),
  ];
  const predicted = (trend: boolean) => {
    const fit = robustFit(
      values,
      used.map((i) => terms(i, of[i]!, trend)),
    );
    if (!fit) return null;
    const eta = terms(at, seasons, trend).reduce((sum, term, k) => sum + term * fit.coefficients[k]!, 0);
    return { mean: Math.exp(eta), dispersion: fit.dispersion };
  };
  // A trend that leads beyond all that was ever seen is not believed.
  let made = predicted(true);
  if (!made || years < 3 || made.mean > Math.max(...values)) made = predicted(false);
  if (!made) return { reason: 'too few events before this one to fit a model' };
  const { mean, dispersion } = made;
  return {
    expected: mean,
    quantile: (p) =>
      dispersion > 1
        ? negativeBinomialQuantile(p, mean / (dispersion - 1), 1 / dispersion)
        : poissonQuantile(p, mean),
    periods: used.length,
  };
}
