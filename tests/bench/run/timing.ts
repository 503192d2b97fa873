/** Times of one thing measured again and again, in milliseconds. */
export interface Times {
  median: number;
  p95: number;
  worst: number;
  runs: number;
}

/** The value below which that share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const timesOf = (values: readonly number[]): Times => ({
  median: quantile(values, 0.5),
  p95: quantile(values, 0.95),
  worst: quantile(values, 1),
  runs: values.length,
});

interface Repeat {
  /** Runs at least, unless these take longer than `enough`. */
  least?: number;
  most?: number;
  /** Milliseconds after which no more than `least` are run, and after which none at all. */
  spend?: number;
  enough?: number;
  /** Runs before each, and is not timed. */
  before?: () => unknown;
}

const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value;

/** Runs the work again and again: at least once, and as often as the limits say. */
export async function repeat(
  work: () => unknown,
  { least = 5, most = 300, spend = 150, enough = 3000, before: prepare }: Repeat = {},
): Promise<Times> {
  const values: number[] = [];
  let spent = 0;
  const more = (): boolean => values.length < most && spent < (values.length < least ? enough : spend);
  while (values.length === 0 || more()) {
    await prepare?.();
    const before = performance.now();
    const result = work();
    // Not only promises: queries of drizzle run when they are waited for. What is neither is not, since that takes time.
    if (isThenable(result)) await result;
    values.push(performance.now() - before);
    spent += values.at(-1)!;
  }
  return timesOf(values);
}

/** How long the work takes once, and what it gives. */
export async function once<T>(work: () => Promise<T> | T): Promise<{ ms: number; result: T }> {
  const before = performance.now();
  const result = await work();
  return { ms: performance.now() - before, result };
}
