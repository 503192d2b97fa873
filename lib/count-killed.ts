import { addCombos, addRow } from './count-facets';
import type { EventIndex } from './event-index';
import { emptyCounts, rollUp, type FacetCounts } from './facet-counts';
import type { Filters } from './filters';
import type { IdSet } from './id-set';
import type { IndexBase } from './index-base';
import { questionOf, touches, traitFails } from './pass-tables';
import { select, type Selection } from './selection';
import { countBelow } from './timeline-search';

/** People killed, as the sources count them, in the selected events of each combination. */
function killedByCombo(base: IndexBase, { low, high, chosen, reaching }: Selection): Float64Array {
  const { at, killed, byCombo } = base.deadly;
  if (chosen === null && low === 0 && high === base.size) return byCombo;
  const sums = new Float64Array(byCombo.length);
  const add = (position: number): void => {
    const i = countBelow(at, position);
    if (at[i] === position) sums[base.combo[position]!]! += killed[i]!;
  };
  if (chosen) for (const position of chosen) add(position);
  else
    for (let i = countBelow(at, low); i < at.length && at[i]! < high; i++)
      sums[base.combo[at[i]!]!]! += killed[i]!;
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
  addCombos(counts, base, killedByCombo(base, select(base, question, ids)), fails);
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
