import { runningSums } from '@/lib/timeline-search';
import { AFTER, BEFORE, sidesOf, type Windows } from './day-sides';
import { dailyShares } from './outcome-days';
import type { Stratum } from './count-sides';

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

/** Days in a row on one side of one stratum. */
interface Run {
  sums: Float64Array;
  from: number;
  /** The day after the last. */
  to: number;
  side: number;
}

/** More steps than these take longer than a reader waits: then only every so many days are tried. */
const MOST_STEPS = 4_000_000;

function runsOf({ zeros, outcome }: Stratum, windows: Windows, withReported: boolean): Run[] {
  const sides = sidesOf(zeros, windows, outcome.observed);
  const sums = runningSums(dailyShares(outcome, withReported));
  const runs: Run[] = [];
  for (let d = 0; d < sides.length; d++) {
    const side = sides[d]!;
    if (side !== BEFORE && side !== AFTER) continue;
    const last = runs.at(-1);
    if (last && last.side === side && last.to === d) last.to++;
    else runs.push({ sums, from: d, to: d + 1, side });
  }
  return runs;
}

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
export function placebo(strata: readonly Stratum[], windows: Windows, withReported: boolean): Placebo | null {
  const runs = strata.flatMap((stratum) => runsOf(stratum, windows, withReported));
  const daysOn = (side: number): number =>
    runs.reduce((sum, run) => sum + (run.side === side ? run.to - run.from : 0), 0);
  const share = daysOn(AFTER) / (daysOn(BEFORE) + daysOn(AFTER));
  if (!(share > 0 && share < 1)) return null;
  const first = runs.reduce((least, { from }) => Math.min(least, from), Infinity);
  const last = runs.reduce((most, { sums, to }) => Math.min(most, sums.length - 1 - to), Infinity);
  const step = Math.max(1, Math.ceil((runs.length * (first + last)) / MOST_STEPS));
  const at = (shift: number): number => {
    let [before, after] = [0, 0];
    for (const { sums, from, to, side } of runs) {
      const events = sums[to + shift]! - sums[from + shift]!;
      if (side === BEFORE) before += events;
      else after += events;
    }
    return score(before, after, share);
  };
  const shifts: number[] = [];
  for (let shift = -Math.floor(first / step) * step; shift <= last; shift += step)
    if (shift !== 0) shifts.push(shift);
  const others = shifts.map(at);
  const own = at(0);
  // Sums of shares differ in their last digits by the order in which they were added.
  const asMuch = others.filter((other) => Math.abs(other) >= Math.abs(own) - 1e-9).length;
  return { own, others, shifts, step, share: (1 + asMuch) / (1 + others.length) };
}
