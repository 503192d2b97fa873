import { sidesOf, type Run, type Sides, type Windows } from './day-sides';
import { daysIn, type OutcomeSums } from './outcome-days';

/** The anchors and the outcome that are compared with each other: all of them, or those of one place. */
export interface Stratum {
  /** Code of the place; null where the anchors' places do not matter. */
  place: string | null;
  /** Days 0 that are used, in order, each once. */
  zeros: readonly number[];
  outcome: OutcomeSums;
}

/** What lies on one side of day 0. */
export interface Side {
  /** Days observed, each once for every stratum. */
  days: number;
  /** Events whole: those dated to the day, and those dated to a span of which more than half lies on this side. */
  events: number;
  /** Of these, the ones dated to the day. */
  exact: number;
  /** Events by the share of their possible days that lies on this side: a fraction. */
  share: number;
  /** Events known only by report that are told of on this side; counted above only where the question asks for them. */
  reported: number;
}

export interface SideCounts {
  before: Side;
  after: Side;
  /** Days that are before one day 0 and after another, and days in a gap: on neither side. */
  both: number;
  gap: number;
  /** Events dated to a span that lies on more than one side, or on one only in part. */
  straddling: number;
  /** Events before and after if the uncertain dates were those that make the ratio least, and most. */
  least: { before: number; after: number };
  most: { before: number; after: number };
}

const emptySide = (): Side => ({ days: 0, events: 0, exact: 0, share: 0, reported: 0 });

const emptyCounts = (): SideCounts => ({
  before: emptySide(),
  after: emptySide(),
  both: 0,
  gap: 0,
  straddling: 0,
  least: { before: 0, after: 0 },
  most: { before: 0, after: 0 },
});

const eventsIn = (sums: ArrayLike<number>, { from, to }: Run): number => sums[to]! - sums[from]!;

/** Adds the days of a stratum, and the events that have one. */
function addDays(
  counts: SideCounts,
  { outcome }: Stratum,
  { runs, both, gap }: Sides,
  withReported: boolean,
): void {
  counts.both += both;
  counts.gap += gap;
  for (const run of runs) {
    const side = run.after ? counts.after : counts.before;
    const [exact, reported] = [eventsIn(outcome.exact, run), eventsIn(outcome.reported, run)];
    const known = exact + (withReported ? reported : 0);
    side.days += run.to - run.from;
    side.exact += exact;
    side.reported += reported;
    side.events += known;
    side.share += known;
  }
}

/** Adds events dated to a span: whole by the half rule, by share, and as the two extremes have them. */
function addSpans(counts: SideCounts, { outcome }: Stratum, { runs }: Sides): void {
  // The first run that ends within or after the span: spans come by their first day, so it only moves on.
  let first = 0;
  const { observed, spans } = outcome;
  for (const span of spans) {
    const { events } = span;
    const length = daysIn(span);
    const [from, to] = [span.from - observed.from, span.to - observed.from + 1];
    while (first < runs.length && runs[first]!.to <= from) first++;
    let [before, after] = [0, 0];
    for (let r = first; r < runs.length && runs[r]!.from < to; r++) {
      const run = runs[r]!;
      const held = Math.min(to, run.to) - Math.max(from, run.from);
      if (run.after) after += held;
      else before += held;
    }
    if (before + after === 0) continue;
    counts.before.share += (events * before) / length;
    counts.after.share += (events * after) / length;
    if (before * 2 > length) counts.before.events += events;
    if (after * 2 > length) counts.after.events += events;
    if (before < length && after < length) counts.straddling += events;
    if (before > 0) counts.least.before += events;
    if (after > 0) counts.most.after += events;
    if (after === length) counts.least.after += events;
    if (before === length) counts.most.before += events;
  }
}

/** Counts events and days before and after, each day of a stratum once at most. */
export function countSides(strata: readonly Stratum[], windows: Windows, withReported: boolean): SideCounts {
  const counts = emptyCounts();
  for (const stratum of strata) {
    const sides = sidesOf(stratum.zeros, windows, stratum.outcome.observed);
    addDays(counts, stratum, sides, withReported);
    addSpans(counts, stratum, sides);
  }
  const known = (side: Side): number => side.exact + (withReported ? side.reported : 0);
  for (const extreme of [counts.least, counts.most]) {
    extreme.before += known(counts.before);
    extreme.after += known(counts.after);
  }
  return counts;
}
