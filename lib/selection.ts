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
  reaching: readonly number[];
  reachingEnd: readonly number[];
}

/** For each place and each trait, nought where it passes the filters. */
export interface Fails {
  place: Uint8Array;
  trait: Uint8Array;
}

/** For each of so many numbers all bits where the test holds, else none: `n & bits` is n or nought, without a branch. */
export const bitsOf = (size: number, holds: (i: number) => boolean): Int32Array => {
  const bits = new Int32Array(size);
  for (let i = 0; i < size; i++) if (holds(i)) bits[i] = -1;
  return bits;
};

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
  const reaching: number[] = [];
  const reachingEnd: number[] = [];
  for (const { most, at, end } of base.spans) {
    const first = countBelow(at, positionOf(base, day - most));
    for (let i = first; i < at.length && at[i]! < low; i++) {
      if (end[i]! < day || (ids !== null && !ids.has(base.id[at[i]!]!))) continue;
      reaching.push(at[i]!);
      reachingEnd.push(end[i]!);
    }
  }
  return { reaching, reachingEnd };
}

/** Selects by days and ids; costs by the few events near the first day, or by the days' events where ids are given. */
export function select(base: IndexBase, { from, to }: Question, ids: IdSet | null): Selection {
  const low = positionOf(base, from);
  const high = Math.max(low, positionOf(base, to + 1));
  const reaching = reachingInto(base, from, low, ids);
  if (ids === null) return { low, high, chosen: null, ...reaching };
  const chosen = new Int32Array(high - low);
  let n = 0;
  for (let at = low; at < high; at++) if (ids.has(base.id[at]!)) chosen[n++] = at;
  return { low, high, chosen: chosen.subarray(0, n), ...reaching };
}

/** Adds the events between two positions to their combinations; takes them away where the second lies before the first. */
function walk(combo: ArrayLike<number>, counts: Uint32Array, from: number, to: number): void {
  for (let at = from; at < to; at++) counts[combo[at]!]!++;
  for (let at = to; at < from; at++) counts[combo[at]!]!--;
}

/** Events of each combination between two positions, by the difference of running counts and a walk to the next stop. */
function countBetween({ combo, counted, stride, size, scratch }: IndexBase, low: number, high: number): void {
  if (high - low <= stride) {
    scratch.fill(0);
    walk(combo, scratch, low, high);
    return;
  }
  const stop = (at: number): number => Math.min(Math.round(at / stride), counted.length - 1);
  const [first, last] = [stop(low), stop(high)];
  const [before, upTo] = [counted[first]!, counted[last]!];
  for (let c = 0; c < scratch.length; c++) scratch[c] = upTo[c]! - before[c]!;
  walk(combo, scratch, Math.min(last * stride, size), high);
  walk(combo, scratch, low, Math.min(first * stride, size));
}

/** How many of the selected events have each combination; good until the next question, and not to be written to. */
export function comboCounts(base: IndexBase, { low, high, chosen, reaching }: Selection): Uint32Array {
  const { combo, scratch, counted, size } = base;
  if (chosen === null && low === 0 && high === size && reaching.length === 0) return counted.at(-1)!;
  if (chosen === null) countBetween(base, low, high);
  else {
    scratch.fill(0);
    for (const at of chosen) scratch[combo[at]!]!++;
  }
  for (const at of reaching) scratch[combo[at]!]!++;
  return scratch;
}
