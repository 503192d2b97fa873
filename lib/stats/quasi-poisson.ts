import { CholeskyDecomposition, Matrix } from 'ml-matrix';

/** A fitted model of counts, log-linear in its terms. */
export interface QuasiPoissonFit {
  coefficients: number[];
  /** The count that the model gives each observation. */
  fitted: number[];
  /** Variance over mean (Pearson); below 1 where counts vary less than by chance. */
  dispersion: number;
  /** How much each observation pulls its own fitted value, 0 to 1. */
  leverage: number[];
}

const STEPS = 25;
const CLOSE = 1e-8;

const deviance = (counts: readonly number[], fitted: readonly number[], weights: readonly number[]): number =>
  2 *
  counts.reduce((sum, y, i) => {
    const mu = fitted[i]!;
    return sum + weights[i]! * ((y > 0 ? y * Math.log(y / mu) : 0) - (y - mu));
  }, 0);

/** One weighted least-squares step; null where the terms do not determine the coefficients. */
function step(terms: Matrix, work: readonly number[], weights: readonly number[]) {
  const weighted = terms.clone().mulColumnVector([...weights]);
  const cross = new CholeskyDecomposition(terms.transpose().mmul(weighted));
  if (!cross.isPositiveDefinite()) return null;
  const solved = cross.solve(weighted.transpose().mmul(Matrix.columnVector([...work])));
  return { coefficients: solved.to1DArray(), cross };
}

/**
 * Fits counts by iteratively reweighted least squares (McCullagh and Nelder, Generalized Linear Models, 1989, 2.5), with the
 * starting values and the rule of convergence of R's glm. `terms` has a row for each count; `weights` default to 1.
 * Null where it does not converge or the terms are not independent: the caller says that there is no answer.
 */
export function fitQuasiPoisson(
  counts: readonly number[],
  terms: readonly (readonly number[])[],
  weights: readonly number[] = counts.map(() => 1),
): QuasiPoissonFit | null {
  const rows = new Matrix(terms.map((row) => [...row]));
  const freedom = counts.length - rows.columns;
  if (freedom <= 0) return null;
  let fitted = counts.map((y) => y + 0.1);
  let before = deviance(counts, fitted, weights);
  for (let i = 0; i < STEPS; i++) {
    const work = counts.map((y, k) => Math.log(fitted[k]!) + (y - fitted[k]!) / fitted[k]!);
    const pull = fitted.map((mu, k) => mu * weights[k]!);
    const made = step(rows, work, pull);
    if (!made) return null;
    fitted = rows.mmul(Matrix.columnVector(made.coefficients)).to1DArray().map(Math.exp);
    const now = deviance(counts, fitted, weights);
    if (!Number.isFinite(now)) return null;
    if (Math.abs(now - before) / (Math.abs(now) + 0.1) >= CLOSE) {
      before = now;
      continue;
    }
    const spread = made.cross.solve(rows.transpose());
    const pearson = counts.reduce((sum, y, k) => sum + (weights[k]! * (y - fitted[k]!) ** 2) / fitted[k]!, 0);
    const leverage = counts.map((_, k) => {
      const row = rows.getRow(k);
      return pull[k]! * row.reduce((sum, term, j) => sum + term * spread.get(j, k), 0);
    });
    return { coefficients: made.coefficients, fitted, dispersion: pearson / freedom, leverage };
  }
  return null;
}
