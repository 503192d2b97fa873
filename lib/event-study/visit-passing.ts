import type { EventIndex } from '@/lib/event-index';
import { noFilters, withFilters, type Filters } from '@/lib/filters';
import { IdSet } from '@/lib/id-set';
import type { IndexBase } from '@/lib/index-base';
import { questionOf, rowFails, traitFails, type Question } from '@/lib/pass-tables';

/** What a visitor is told of an event; good during the visit alone. */
export interface PassingEvent {
  id: number;
  /** First and last day, as day numbers. */
  start: number;
  end: number;
  /** Position in lib/places. */
  place: number;
  /** Position in the list of datings. */
  dating: number;
}

/** For each combination of the base, one where it passes. */
export function passingCombos({ comboPlace, comboTrait, traits }: IndexBase, question: Question): Uint8Array {
  const fails = traitFails(question, traits);
  const { place } = question.pass;
  const passes = new Uint8Array(comboTrait.length);
  for (let c = 0; c < passes.length; c++)
    if (fails[comboTrait[c]!] === 0 && place[comboPlace[c]!] === 0) passes[c] = 1;
  return passes;
}

/** Days that the events of a base end after their first. */
interface Lengths {
  each: Int32Array;
  longest: number;
}

/** Made once a base, at the first study of it. */
const lengths = new WeakMap<IndexBase, Lengths>();

export function lengthsOf(base: IndexBase): Lengths {
  const known = lengths.get(base);
  if (known) return known;
  const { before, firstDay, size, spans } = base;
  const made = { each: new Int32Array(size), longest: 0 };
  for (const { at, end } of spans) {
    let day = 0;
    // In order of position: the day is the next one that begins beyond it.
    for (let i = 0; i < at.length; i++) {
      while (before[day + 1]! <= at[i]!) day++;
      const length = end[i]! - firstDay - day;
      made.each[at[i]!] = length;
      made.longest = Math.max(made.longest, length);
    }
  }
  lengths.set(base, made);
  return made;
}

/** The most days that any event of an index ends after its first. */
export function longestOf({ base, added }: EventIndex): number {
  let { longest } = lengthsOf(base);
  for (const { start, end } of added.values()) longest = Math.max(longest, end - start);
  return longest;
}

/** Days that hold every day of every event of an index. */
export function daysOf({ base, added }: EventIndex): { from: number; to: number } {
  let [from, to] = [base.firstDay, base.firstDay + base.before.length + lengthsOf(base).longest];
  for (const { start, end } of added.values()) [from, to] = [Math.min(from, start), Math.max(to, end)];
  return { from, to };
}

export const ALL_DAYS = { from: -Infinity, to: Infinity };

/**
 * Visits every event that passes the filters, their dates apart, in one pass over the index: those of the base by start
 * day, then those that stand beside it. `ids` are those that pass what only the database can answer; `starts` the first
 * and last start day that is asked for.
 */
export function visitPassing(
  index: EventIndex,
  filters: Filters,
  ids: IdSet | null,
  starts: { from: number; to: number },
  visit: (event: PassingEvent) => void,
): void {
  const { base, added, removed } = index;
  const question = questionOf(index, withFilters(filters, { from: noFilters.from, to: noFilters.to }));
  const passes = passingCombos(base, question);
  const { combo, comboPlace, comboTrait, traits, before, firstDay, id } = base;
  const { each } = lengthsOf(base);
  const gone = removed.size > 0 ? IdSet.of(removed.keys()) : null;
  const event: PassingEvent = { id: 0, start: 0, end: 0, place: 0, dating: 0 };
  const last = Math.min(before.length - 2, starts.to - firstDay);
  for (let d = Math.max(0, starts.from - firstDay); d <= last; d++) {
    event.start = firstDay + d;
    for (let at = before[d]!; at < before[d + 1]!; at++) {
      const c = combo[at]!;
      if (passes[c] === 0) continue;
      event.id = id[at]!;
      if ((ids !== null && !ids.has(event.id)) || gone?.has(event.id)) continue;
      event.end = event.start + each[at]!;
      event.place = comboPlace[c]!;
      event.dating = traits.dating[comboTrait[c]!]!;
      visit(event);
    }
  }
  for (const row of added.values())
    if (
      row.start >= starts.from &&
      row.start <= starts.to &&
      rowFails(question, row) === 0 &&
      (ids?.has(row.id) ?? true)
    )
      visit(row);
}
