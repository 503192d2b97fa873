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
  return Uint8Array.from(comboTrait, (trait, c) =>
    fails[trait] === 0 && question.pass.place[comboPlace[c]!] === 0 ? 1 : 0,
  );
}

/** Walks the last days of events of more than one day along with the positions, which only grow. */
class Ends {
  readonly #next: number[];
  /** The next position with a last day of its own. */
  at = Infinity;

  constructor(readonly spans: IndexBase['spans']) {
    this.#next = spans.map(() => 0);
    this.#seek();
  }

  #seek(): void {
    this.at = Infinity;
    for (const [s, { at }] of this.spans.entries())
      this.at = Math.min(this.at, at[this.#next[s]!] ?? Infinity);
  }

  /** The last day of the event at the position `at`; moves on to the next. */
  take(): number {
    let end = 0;
    for (const [s, span] of this.spans.entries())
      if (span.at[this.#next[s]!] === this.at) end = span.end[this.#next[s]!++]!;
    this.#seek();
    return end;
  }
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
  const ends = new Ends(base.spans);
  const event: PassingEvent = { id: 0, start: 0, end: 0, place: 0, dating: 0 };
  for (let d = 0; d + 1 < before.length; d++) {
    event.start = firstDay + d;
    for (let at = before[d]!; at < before[d + 1]!; at++) {
      const end = at === ends.at ? ends.take() : event.start;
      const c = combo[at]!;
      if (passes[c] === 0) continue;
      event.id = id[at]!;
      if ((ids !== null && !ids.has(event.id)) || (removed.size > 0 && removed.has(event.id))) continue;
      event.end = end;
      event.place = comboPlace[c]!;
      event.dating = traits.dating[comboTrait[c]!]!;
      visit(event);
    }
  }
  for (const row of added.values())
    if (rowFails(question, row) === 0 && (ids?.has(row.id) ?? true)) visit(row);
}
