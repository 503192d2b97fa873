/** The radius of the largest circle, in units of the map. */
export const LARGEST = 36;

/** The radius whose circle's area is to the largest circle's as the value is to the greatest: exact, however small. */
export function circleRadius(value: number, most: number): number {
  return most > 0 ? LARGEST * Math.sqrt(value / most) : 0;
}

/** The greatest of 1, 2 and 5 times a power of ten that is not above the value. */
function roundBelow(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const digit = [5, 2, 1].find((one) => one * power <= value * (1 + 1e-9)) ?? 1;
  return Number((digit * power).toPrecision(1));
}

/** Three round sizes for a key, the largest first; fewer where values are small. `whole`: no parts of one. */
export function keySizes(most: number, whole: boolean): number[] {
  if (most <= 0) return [];
  const sizes = [most, most / 4, most / 16].map((value) => roundBelow(whole ? Math.max(1, value) : value));
  return [...new Set(sizes)];
}
