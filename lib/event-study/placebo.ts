import type { Stratum } from './count-sides';
import { sidesOf, type Run, type Windows } from './day-sides';

/** Where the study stands among the same study at every other date. */
export interface Placebo {
  /** The standardised difference of the study itself; above nought where the outcome is more frequent after. */
  own: number;
  /** The same with all windows together moved by each number of days that keeps them observed, `own` left out. */
  others: readonly number[];
  /** By how many days each of the others is moved. */
  shifts: readonly number[];
  /** Every how many days the windows were moved: 1 but for very large records. */
  step: number;
  /** The share, of these and the study itself, that differ at least as much in either direction. */
  share: number;
}

/** More steps than these take longer than a reader waits: then only every so many days are tried. */
const MOST_STEPS = 4_000_000;

/** Events after less those that the days would lead one to expect, over their standard deviation were the rates alike. */
function score(before: number, after: number, share: number): number {
  const events = before + after;
  return events < 1e-9 ? 0 : (after - events * share) / Math.sqrt(events * share * (1 - share));
}

/**
 * The same study at every other date: all windows are moved together, so that their lengths and distances stay, and
 * none may leave the observed days. The difference is the score statistic of two Poisson rates; the share counts the
 * study itself as one of the dates, so it is never nought (Phipson and Smyth, Stat Appl Genet Mol Biol 2010, 9:39).
 * Null where one side has no days. Moving in time as a check: Abadie, Diamond and Hainmueller, Am J Polit Sci 2015,
 * 59:495; all movements of one block: Chernozhukov, Wuthrich and Zhu, J Am Stat Assoc 2021, 116:1849.
 */
export function placebo(strata: readonly Stratum[], windows: Windows): Placebo | null {
  const all = strata.map(({ zeros, outcome }) => ({
    sums: outcome.shares,
    runs: sidesOf(zeros, windows, outcome.observed).runs,
  }));
  const runs = all.flatMap((one) => one.runs);
  const daysOf = (some: readonly Run[]): number => some.reduce((sum, { from, to }) => sum + to - from, 0);
  const share = daysOf(runs.filter(({ after }) => after)) / daysOf(runs);
  if (!(share > 0 && share < 1)) return null;
  const first = runs.reduce((least, { from }) => Math.min(least, from), Infinity);
  const last = all.reduce(
    (most, one) => Math.min(most, one.sums.length - 1 - (one.runs.at(-1)?.to ?? 0)),
    Infinity,
  );
  const step = Math.max(1, Math.ceil((runs.length * (first + last)) / MOST_STEPS));
  const [back, dates] = [Math.floor(first / step), Math.floor(first / step) + Math.floor(last / step) + 1];
  const [before, after] = [new Float64Array(dates), new Float64Array(dates)];
  for (const { sums, runs: own } of all)
    for (const { from, to, after: later } of own) {
      const events = later ? after : before;
      for (let i = 0, moved = -back * step; i < dates; i++, moved += step)
        events[i]! += sums[to + moved]! - sums[from + moved]!;
    }
  const scores = Array.from(before, (events, i) => score(events, after[i]!, share));
  const own = scores[back]!;
  const others = scores.filter((_, i) => i !== back);
  const shifts = scores.map((_, i) => (i - back) * step).filter((shift) => shift !== 0);
  // Sums of shares differ in their last digits by the order in which they were added.
  const asMuch = others.filter((other) => Math.abs(other) >= Math.abs(own) - 1e-9).length;
  return { own, others, shifts, step, share: (1 + asMuch) / (1 + others.length) };
}
