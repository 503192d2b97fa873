/** How far two readers agree who have sorted the same units. */
export interface Agreement {
  /** Units that both have sorted. */
  units: number;
  /** Share of units that both have put into the same category, 0 to 1. */
  agreed: number;
  /** Agreement beyond chance: 1 is full, 0 what chance gives; null where both readers used one category only. */
  kappa: number | null;
}

/**
 * Cohen's kappa for two readers and unordered categories: (observed − expected) / (1 − expected), where the expected
 * agreement is that of two readers who sort at random in their own proportions (J. Cohen, "A coefficient of agreement
 * for nominal scales", Educational and Psychological Measurement 20, 1960, 37–46). `pairs` holds for each unit the
 * category of each reader. Throws where there is no unit.
 */
export function cohensKappa(pairs: readonly (readonly [string, string])[]): Agreement {
  if (pairs.length === 0) throw new RangeError('Agreement needs at least one unit');
  const share = (test: (pair: readonly [string, string]) => boolean): number =>
    pairs.filter(test).length / pairs.length;
  const agreed = share(([a, b]) => a === b);
  const categories = [...new Set(pairs.flat())];
  const expected = categories.reduce(
    (sum, category) => sum + share(([a]) => a === category) * share(([, b]) => b === category),
    0,
  );
  return {
    units: pairs.length,
    agreed,
    kappa: categories.length === 1 ? null : (agreed - expected) / (1 - expected),
  };
}
