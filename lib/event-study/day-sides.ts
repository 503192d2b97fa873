import { daysIn, type Stretch } from './outcome-days';

/** How a study looks: weeks before and after day 0, and weeks left out on each side of it. */
export interface Windows {
  weeks: number;
  gap: number;
}

/** The days before and after a day 0, with the days nearest to it left out, whether observed or not. */
export function windowsOf(day: number, { weeks, gap }: Windows): { before: Stretch; after: Stretch } {
  return {
    before: { from: day - (gap + weeks) * 7, to: day - gap * 7 - 1 },
    after: { from: day + gap * 7, to: day + (gap + weeks) * 7 - 1 },
  };
}

/** How many days of one stretch lie in another. */
export const overlap = (a: Stretch, b: Stretch): number =>
  daysIn({ from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) });

/** True where at least half of both windows is observed: less is no comparison of before with after. */
export function isUsable(day: number, windows: Windows, observed: Stretch): boolean {
  const { before, after } = windowsOf(day, windows);
  return [before, after].every((side) => overlap(side, observed) * 2 >= daysIn(side));
}

/** What an observed day is to the study; nought where it is nothing. */
export const BEFORE = 1;
export const AFTER = 2;
/** Before one day 0 and after another: it tells nothing of either. */
export const BOTH = 3;
/** Within the gap of a day 0. */
export const GAP = 4;

/**
 * How many of the stretches that begin and end so many days from a day 0 each observed day lies in. Written so that nothing
 * is made for each day 0: there can be many thousands, and each is asked again for every other window.
 */
function depths(zeros: readonly number[], from: number, to: number, observed: Stretch): Int32Array {
  const days = daysIn(observed);
  const depth = new Int32Array(days + 1);
  if (from > to) return depth;
  for (const zero of zeros) {
    const [first, last] = [zero + from - observed.from, zero + to - observed.from];
    if (last < 0 || first >= days) continue;
    depth[Math.max(0, first)]!++;
    depth[Math.min(days, last + 1)]!--;
  }
  for (let d = 1; d < days; d++) depth[d]! += depth[d - 1]!;
  return depth;
}

/** Of each observed day, what it is: each counts once at most, however many windows hold it. */
export function sidesOf(zeros: readonly number[], windows: Windows, observed: Stretch): Uint8Array {
  const { before, after } = windowsOf(0, windows);
  const befores = depths(zeros, before.from, before.to, observed);
  const afters = depths(zeros, after.from, after.to, observed);
  const gaps = depths(zeros, before.to + 1, after.from - 1, observed);
  const sides = new Uint8Array(daysIn(observed));
  for (let d = 0; d < sides.length; d++)
    sides[d] = gaps[d]! > 0 ? GAP : (befores[d]! > 0 ? BEFORE : 0) + (afters[d]! > 0 ? AFTER : 0);
  return sides;
}
