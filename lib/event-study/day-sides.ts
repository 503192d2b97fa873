import { daysIn, type Stretch } from './outcome-days';

/** How a study looks: weeks before and after day 0, and weeks left out on each side of it. */
export interface Windows {
  weeks: number;
  gap: number;
}

/**
 * The days 0 of which at least half of both windows is observed: less is no comparison of before with after. They lie
 * between two days, so nobody need ask each of many thousands; from after to where there is none. Each is itself observed.
 */
export function usableDays({ weeks, gap }: Windows, observed: Stretch): Stretch {
  const half = Math.ceil((weeks * 7) / 2);
  if (daysIn(observed) < half) return { from: 0, to: -1 };
  return { from: observed.from + gap * 7 + half, to: observed.to - gap * 7 + 1 - half };
}

/** Days in a row that are before a day 0, or after one, and nothing else; counted from the first observed day. */
export interface Run {
  from: number;
  /** The day after the last. */
  to: number;
  after: boolean;
}

/** What the observed days are to the study: each counts once at most, however many windows hold it. */
export interface Sides {
  /** In order of time. */
  runs: Run[];
  /** Days before one day 0 and after another, which tell nothing of either; and days in the gap of a day 0. */
  both: number;
  gap: number;
}

/**
 * The sides of the observed days. What a day is depends only on the last day 0 and the next one: so the days are
 * taken from each day 0 to the next, whatever their number. `zeros` are usable days (usableDays), in order, each once.
 */
export function sidesOf(zeros: readonly number[], { weeks, gap }: Windows, observed: Stretch): Sides {
  const [near, far] = [gap * 7, (gap + weeks) * 7];
  const days = daysIn(observed);
  const sides: Sides = { runs: [], both: 0, gap: 0 };
  if (zeros.length === 0) return sides;
  const add = (from: number, to: number, after: boolean): void => {
    if (to > from) sides.runs.push({ from, to, after });
  };
  const first = zeros[0]! - observed.from;
  add(Math.max(0, first - far), Math.max(0, first - near), false);
  sides.gap += Math.min(near, first);
  let last = first;
  for (let i = 1; i < zeros.length; i++) {
    const next = zeros[i]! - observed.from;
    const length = next - last;
    sides.gap += Math.min(length, 2 * near);
    // Nearer to each other than this, all that is in no gap is after the one and before the other.
    if (length <= near + far) sides.both += Math.max(0, length - 2 * near);
    else {
      sides.both += Math.max(0, 2 * far - length);
      add(last + near, Math.min(last + far, next - far), true);
      add(Math.max(last + far, next - far), next - near, false);
    }
    last = next;
  }
  sides.gap += Math.min(near, days - last);
  add(Math.min(days, last + near), Math.min(days, last + far), true);
  return sides;
}
