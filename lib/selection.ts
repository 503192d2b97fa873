import { addEvent, addEvents } from './combo-sums';
import type { IdSet } from './id-set';
import { positionOf, type IndexBase } from './index-base';
import type { Question } from './pass-tables';
import { countBelow } from './timeline-search';

/** The events of a base that touch the days of a question, and are in its set of ids where it has one. */
export interface Selection {
  /** Those that start within the days: all from `low` to before `high`. */
  low: number;
  high: number;
  /** Of these the ones with the ids, in order; null where no ids are asked for. */
  chosen: Int32Array | null;
  /** Those that start before the days and reach into them, in no order, and the last day of each. */
  reaching: Int32Array;
  reachingEnd: Int32Array;
}

/** For each place and each trait, nought where it passes the filters. */
export interface Fails {
  place: Uint8Array;
  trait: Uint8Array;
}

/** True where the event at a position passes all filters but the dates. */
export function passes(
  { combo, comboPlace, comboTrait }: IndexBase,
  { place, trait }: Fails,
  at: number,
): boolean {
  const c = combo[at]!;
  return trait[comboTrait[c]!] === 0 && place[comboPlace[c]!] === 0;
}

/** Positions of events that start before a day, before position `low`, and end on it or later. */
function reachingInto(
  base: IndexBase,
  day: number,
  low: number,
  ids: IdSet | null,
): Pick<Selection, 'reaching' | 'reachingEnd'> {
  const firsts = base.spans.map(({ most, at }) => countBelow(at, positionOf(base, day - most)));
  const lasts = base.spans.map(({ at }) => countBelow(at, low));
  const most = firsts.reduce((sum, first, s) => sum + Math.max(0, lasts[s]! - first), 0);
  const [reaching, reachingEnd] = [new Int32Array(most), new Int32Array(most)];
  let n = 0;
  for (const [s, { at, end }] of base.spans.entries()) {
    for (let i = firsts[s]!; i < lasts[s]!; i++) {
      if (end[i]! < day || (ids !== null && !ids.has(base.id[at[i]!]!))) continue;
      reaching[n] = at[i]!;
      reachingEnd[n++] = end[i]!;
    }
  }
  return { reaching: reaching.subarray(0, n), reachingEnd: reachingEnd.subarray(0, n) };
}

/** How many of the selected events start within the days. */
export const countOf = ({ low, high, chosen }: Selection): number => chosen?.length ?? high - low;

/** The position of the i-th of them. */
export const positionAt = ({ low, chosen }: Selection, i: number): number =>
  chosen === null ? low + i : chosen[i]!;

/** The first of them that stands at a position or beyond it. */
export const firstFrom = ({ low, high, chosen }: Selection, at: number): number =>
  chosen === null ? Math.min(Math.max(at, low), high) - low : countBelow(chosen, at);

/** Selects by days and ids; costs by the few events near the first day, and ids once by all events. */
export function select(
  base: IndexBase,
  { from, to }: Pick<Question, 'from' | 'to'>,
  ids: IdSet | null,
  all = ids && base.positions.of(ids),
): Selection {
  const low = positionOf(base, from);
  const beyond = positionOf(base, to + 1);
  const high = Math.max(low, beyond);
  // Of two questions at once the days may lie apart (bothOf): then what starts between them does not count.
  const reaching = reachingInto(base, from, Math.min(low, beyond), ids);
  const chosen = all && all.subarray(countBelow(all, low), countBelow(all, high));
  return { low, high, chosen, ...reaching };
}

/** Sums between two positions, by the difference of running ones and a walk to the next stop. */
function sumBetween(base: IndexBase, low: number, high: number): void {
  const { counted, stride, size, scratch } = base;
  if (high - low <= stride) {
    scratch.fill(0);
    addEvents(base, scratch, low, high, 1);
    return;
  }
  const stop = (at: number): number => Math.min(Math.round(at / stride), counted.length - 1);
  const [first, last] = [stop(low), stop(high)];
  const [before, upTo] = [counted[first]!, counted[last]!];
  for (let i = 0; i < scratch.length; i++) scratch[i] = upTo[i]! - before[i]!;
  const [begin, end] = [first * stride, Math.min(last * stride, size)];
  addEvents(base, scratch, end, high, 1);
  addEvents(base, scratch, high, end, -1);
  addEvents(base, scratch, low, begin, 1);
  addEvents(base, scratch, begin, low, -1);
}

/** Sums of the selected events (lib/combo-sums.ts); good until the next question, and not to be written to. */
export function selectedSums(base: IndexBase, { low, high, chosen, reaching }: Selection): Uint32Array {
  const { scratch, counted, size } = base;
  if (chosen === null && low === 0 && high === size && reaching.length === 0) return counted.at(-1)!;
  if (chosen === null) sumBetween(base, low, high);
  else {
    scratch.fill(0);
    for (let i = 0; i < chosen.length; i++) addEvent(base, scratch, chosen[i]!, 1);
  }
  for (let i = 0; i < reaching.length; i++) addEvent(base, scratch, reaching[i]!, 1);
  return scratch;
}
