import { daysIn, type Stretch } from './outcome-days';

/** How a study looks: weeks before and after day 0, and weeks left out on each side of it. */
export interface Windows {
  weeks: number;
  gap: number;
}

/**
 * The days 0 of which at least half of both windows is observed: less is no comparison of before with after. They lie
 * between two days, so nobody need ask each of many thousands; from after to where there is none.
 */
export function usableDays({ weeks, gap }: Windows, observed: Stretch): Stretch {
  const half = Math.ceil((weeks * 7) / 2);
  if (daysIn(observed) < half) return { from: 0, to: -1 };
  return { from: observed.from + gap * 7 + half, to: observed.to - gap * 7 + 1 - half };
}

/** What an observed day is to the study; nought where it is nothing. */
export const BEFORE = 1;
export const AFTER = 2;
/** Before one day 0 and after another: it tells nothing of either. */
export const BOTH = 3;
/** Within the gap of a day 0. */
export const GAP = 4;

/**
 * Of each observed day, what it is: each counts once at most, however many windows hold it. With the days 0 added up day by
 * day, how many windows of a kind hold a day is the difference of two of the sums, whatever the number of days 0.
 */
export function sidesOf(zeros: readonly number[], { weeks, gap }: Windows, observed: Stretch): Uint8Array {
  const [near, far] = [gap * 7, (gap + weeks) * 7];
  const days = daysIn(observed);
  // Days 0 before the day at i, counted from as far before the first observed day as a window reaches.
  const upTo = new Int32Array(days + 2 * far + 1);
  for (const zero of zeros) {
    const i = zero - observed.from + far;
    if (i >= 0 && i + 1 < upTo.length) upTo[i + 1]!++;
  }
  for (let i = 1; i < upTo.length; i++) upTo[i]! += upTo[i - 1]!;
  const sides = new Uint8Array(days);
  for (let d = 0; d < days; d++) {
    const next = d + far + 1;
    const [low, high] = [upTo[next - near]!, upTo[next + near]!];
    if (high > low) sides[d] = GAP;
    else sides[d] = (upTo[next + far]! > high ? BEFORE : 0) + (low > upTo[next - far]! ? AFTER : 0);
  }
  return sides;
}
