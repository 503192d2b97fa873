import { AFTER, BEFORE, BOTH, GAP, sidesOf, type Windows } from './day-sides';
import { daysIn, type OutcomeDays } from './outcome-days';

/** The anchors and the outcome that are compared with each other: all of them, or those of one place. */
export interface Stratum {
  /** Code of the place; null where the anchors' places do not matter. */
  place: string | null;
  /** Days 0 that are used, in order, each once. */
  zeros: readonly number[];
  outcome: OutcomeDays;
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

/** Adds the days of a stratum, and the events that have one. */
function addDays(counts: SideCounts, outcome: OutcomeDays, sides: Uint8Array, withReported: boolean): void {
  for (let d = 0; d < sides.length; d++) {
    const kind = sides[d]!;
    if (kind === BOTH) counts.both++;
    else if (kind === GAP) counts.gap++;
    if (kind !== BEFORE && kind !== AFTER) continue;
    const side = kind === BEFORE ? counts.before : counts.after;
    const known = outcome.exact[d]! + (withReported ? outcome.reported[d]! : 0);
    side.days++;
    side.exact += outcome.exact[d]!;
    side.reported += outcome.reported[d]!;
    side.events += known;
    side.share += known;
  }
}

/** Days of a kind before each day. */
function daysUpTo(sides: Uint8Array, kind: number): Int32Array {
  const sums = new Int32Array(sides.length + 1);
  for (let d = 0; d < sides.length; d++) sums[d + 1] = sums[d]! + (sides[d] === kind ? 1 : 0);
  return sums;
}

/** Adds events dated to a span: whole by the half rule, by share, and as the two extremes have them. */
function addSpans(counts: SideCounts, { observed, spans }: OutcomeDays, sides: Uint8Array): void {
  if (spans.length === 0) return;
  const [befores, afters] = [daysUpTo(sides, BEFORE), daysUpTo(sides, AFTER)];
  for (const span of spans) {
    const { events } = span;
    const length = daysIn(span);
    const low = Math.max(0, span.from - observed.from);
    const high = Math.min(sides.length, span.to - observed.from + 1);
    const before = befores[high]! - befores[low]!;
    const after = afters[high]! - afters[low]!;
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
  for (const { zeros, outcome } of strata) {
    const sides = sidesOf(zeros, windows, outcome.observed);
    addDays(counts, outcome, sides, withReported);
    addSpans(counts, outcome, sides);
  }
  const known = (side: Side): number => side.exact + (withReported ? side.reported : 0);
  for (const extreme of [counts.least, counts.most]) {
    extreme.before += known(counts.before);
    extreme.after += known(counts.after);
  }
  return counts;
}
