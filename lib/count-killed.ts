import { addEvent, sumsFor } from './combo-sums';
import { addRow, addSums } from './count-facets';
import type { EventIndex } from './event-index';
import { emptyCounts, rollUp, type FacetCounts } from './facet-counts';
import type { Filters } from './filters';
import type { IdSet } from './id-set';
import { endAt, type IndexBase } from './index-base';
import { questionOf, rowFails, touches, traitFails } from './pass-tables';
import { select, type Selection } from './selection';
import { countBelow } from './timeline-search';

/** Sums of the people killed, as the sources count them, in the selected events. */
function killedSums(base: IndexBase, { low, high, chosen, reaching }: Selection): Float64Array {
  const { at, killed, sums: all } = base.deadly;
  if (chosen === null && low === 0 && high === base.size) return all;
  const sums = sumsFor(base, Float64Array);
  const add = (position: number): void => {
    const i = countBelow(at, position);
    if (at[i] === position) addEvent(base, sums, position, killed[i]!);
  };
  if (chosen) for (const position of chosen) add(position);
  else
    for (let i = countBelow(at, low); i < at.length && at[i]! < high; i++)
      addEvent(base, sums, at[i]!, killed[i]!);
  for (const position of reaching) add(position);
  return sums;
}

/**
 * The people killed in the events that countFacets counts, by the same facets: `total`, `region`, `pillar` and so on are
 * people, not events; there are no bins and no span. A sum of what sources say: of several sources' numbers the event has
 * one, and what no source says is nought.
 */
export function countKilled(index: EventIndex, filters: Filters, ids: IdSet | null = null): FacetCounts {
  const { base, added, removed } = index;
  const question = questionOf(index, filters);
  const fails = { place: question.pass.place, trait: traitFails(question, base.traits) };
  const counts = emptyCounts(index.size, 0);
  addSums(counts, base, killedSums(base, select(base, question, ids)), fails);
  for (const [rows, sign] of [
    [removed, -1],
    [added, 1],
  ] as const) {
    for (const row of rows.values())
      if (row.killed > 0 && touches(question, row) && (ids?.has(row.id) ?? true))
        addRow(counts, question, row, sign * row.killed);
  }
  rollUp(counts.region);
  rollUp(counts.reported.region);
  return counts;
}

/**
 * The people killed in the events that pass the filters, by the bin in which an event starts: bin b goes from binStarts[b] to
 * the day before the next; what starts before the first or after `last` is in none. `ids` as in countKilled.
 */
export function killedInBins(
  index: EventIndex,
  filters: Filters,
  ids: IdSet | null,
  { binStarts, last }: { binStarts: ArrayLike<number>; last: number },
): number[] {
  const { base, added, removed } = index;
  const { combo, comboPlace, comboTrait, before, firstDay, deadly } = base;
  const question = questionOf(index, filters);
  const fails = traitFails(question, base.traits);
  const sums = Array.from(binStarts, () => 0);
  const add = (start: number, killed: number): void => {
    if (start <= last && sums.length > 0 && start >= binStarts[0]!)
      sums[countBelow(binStarts, start + 1) - 1]! += killed;
  };
  let day = 0;
  for (let i = 0; i < deadly.at.length; i++) {
    const at = deadly.at[i]!;
    // In order of position, and so of start day.
    while (before[day + 1]! <= at) day++;
    const c = combo[at]!;
    if (fails[comboTrait[c]!] !== 0 || question.pass.place[comboPlace[c]!] !== 0) continue;
    const start = firstDay + day;
    if (start > question.to || (start < question.from && endAt(base, at, start) < question.from)) continue;
    if (ids === null || ids.has(base.id[at]!)) add(start, deadly.killed[i]!);
  }
  const addRows = (rows: EventIndex['added'], sign: 1 | -1): void => {
    for (const row of rows.values())
      if (rowFails(question, row) === 0 && touches(question, row) && (ids?.has(row.id) ?? true))
        add(row.start, sign * row.killed);
  };
  addRows(removed, -1);
  addRows(added, 1);
  return sums;
}
