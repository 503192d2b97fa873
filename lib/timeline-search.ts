/** The first of `length` positions at which `below` is no longer true; it must be true up to there and false after. */
export function firstNotBelow(length: number, below: (position: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (below(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The number of values of a sorted list that are less than `value`. */
export function countBelow(sorted: ArrayLike<number>, value: number): number {
  return firstNotBelow(sorted.length, (position) => sorted[position]! < value);
}

/** Sums of all values before each position, so that the sum of any stretch is one subtraction. */
export function runningSums(values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) sums[i + 1] = sums[i]! + values[i]!;
  return sums;
}
