/** How many were to be expected in a period, by the periods before it. */
export interface Expectation {
  /** The mean that the method expects. */
  expected: number;
  /** The number that a share `p` of periods like this one would not go above. */
  quantile(p: number): number;
  /** Periods that it rests on. */
  periods: number;
}

/** Why there is no expectation. */
export interface NoExpectation {
  reason: string;
}

export type Expected = Expectation | NoExpectation;

export const isExpectation = (made: Expected): made is Expectation => 'quantile' in made;
