import type { EventIndex } from '@/lib/event-index';
import { noFilters, withFilters, type Filters } from '@/lib/filters';
import { IdSet } from '@/lib/id-set';
import type { IndexRow } from '@/lib/index-columns';
import { questionOf, rowFails, traitFails } from '@/lib/pass-tables';
import { eventsByCombo, type EventsByCombo } from './events-by-combo';

/** The events of an index that pass some filters, their dates apart. */
export interface PassingEvents {
  events: EventsByCombo;
  /**
   * Visits the combinations of a place (position in lib/places) that pass: their dating (position in the list of datings), and
   * their events, from `from` to `to` of EventsByCombo.
   */
  visitCombos: (place: number, visit: (dating: number, from: number, to: number) => void) => void;
  /** True of an event of the base that does not pass all the same, being gone or not among the ids; null where none is so. */
  isOut: ((id: number) => boolean) | null;
  /** Those that stand beside the base. */
  added: IndexRow[];
}

/** `ids` are those that pass what only the database can answer; null where it is asked nothing. */
export function passingEvents(index: EventIndex, filters: Filters, ids: IdSet | null): PassingEvents {
  const { base, added, removed } = index;
  const { traits, comboTrait, placeCombos, placeCombo } = base;
  const question = questionOf(index, withFilters(filters, { from: noFilters.from, to: noFilters.to }));
  const fails = traitFails(question, traits);
  const events = eventsByCombo(base);
  const gone = removed.size > 0 ? IdSet.of(removed.keys()) : null;
  const visitCombos: PassingEvents['visitCombos'] = (place, visit) => {
    if (question.pass.place[place] !== 0) return;
    for (let i = placeCombos[place]!; i < placeCombos[place + 1]!; i++) {
      const trait = comboTrait[placeCombo[i]!]!;
      if (fails[trait] === 0) visit(traits.dating[trait]!, events.starts[i]!, events.starts[i + 1]!);
    }
  };
  return {
    events,
    visitCombos,
    isOut: ids || gone ? (id) => (ids !== null && !ids.has(id)) || (gone?.has(id) ?? false) : null,
    added: [...added.values()].filter((row) => rowFails(question, row) === 0 && (ids?.has(row.id) ?? true)),
  };
}
