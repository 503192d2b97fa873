import type { EventIndex } from '@/lib/event-index';
import { noFilters, withFilters, type Filters } from '@/lib/filters';
import type { IdSet } from '@/lib/id-set';
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
function passingCombos({ comboPlace, comboTrait, traits }: IndexBase, question: Question): Uint8Array {
  const fails = traitFails(question, traits);
  const { place } = question.pass;
  const passes = new Uint8Array(comboTrait.length);
  for (let c = 0; c < passes.length; c++)
    if (fails[comboTrait[c]!] === 0 && place[comboPlace[c]!] === 0) passes[c] = 1;
  return passes;
}

/** Days that each event of a base ends after its first: made once a base, at the first study of it. */
const lengths = new WeakMap<IndexBase, Int32Array>();

function lengthsOf(base: IndexBase): Int32Array {
  const known = lengths.get(base);
  if (known) return known;
  const { before, firstDay, size, spans } = base;
  const made = new Int32Array(size);
  for (const { at, end } of spans) {
    let day = 0;
    // In order of position: the day is the next one that begins beyond it.
    for (let i = 0; i < at.length; i++) {
      while (before[day + 1]! <= at[i]!) day++;
      made[at[i]!] = end[i]! - firstDay - day;
    }
  }
  lengths.set(base, made);
  return made;
}

/**
 * Visits every event that passes the filters, their dates apart, in one pass over the index: those of the base by start
 * day, then those that stand beside it. `ids` are those that pass what only the database can answer.
 */
export function visitPassing(
  index: EventIndex,
  filters: Filters,
  ids: IdSet | null,
  visit: (event: PassingEvent) => void,
): void {
  const { base, added, removed } = index;
  const question = questionOf(index, withFilters(filters, { from: noFilters.from, to: noFilters.to }));
  const passes = passingCombos(base, question);
  const { combo, comboPlace, comboTrait, traits, before, firstDay, id } = base;
  const longer = lengthsOf(base);
  const event: PassingEvent = { id: 0, start: 0, end: 0, place: 0, dating: 0 };
  for (let d = 0; d + 1 < before.length; d++) {
    event.start = firstDay + d;
    for (let at = before[d]!; at < before[d + 1]!; at++) {
      const c = combo[at]!;
      if (passes[c] === 0) continue;
      event.id = id[at]!;
      if ((ids !== null && !ids.has(event.id)) || (removed.size > 0 && removed.has(event.id))) continue;
      event.end = event.start + longer[at]!;
      event.place = comboPlace[c]!;
      event.dating = traits.dating[comboTrait[c]!]!;
      visit(event);
    }
  }
  for (const row of added.values())
    if (rowFails(question, row) === 0 && (ids?.has(row.id) ?? true)) visit(row);
}
