import { binCounts, binOf, cellOf, CELLS } from './bin-counts';
import { addPlaceSums, REPORTED, traitSums, type Sums } from './combo-sums';
import type { EventIndex } from './event-index';
import { addByPillar, binCell, emptyCounts, rollUp, type FacetCounts } from './facet-counts';
import type { Filters } from './filters';
import type { IdSet } from './id-set';
import type { IndexBase, Traits } from './index-base';
import type { IndexRow } from './index-columns';
import {
  CONFIDENCE,
  DATED,
  PILLAR,
  questionOf,
  REGION,
  rowFails,
  SET,
  touches,
  traitFails,
  TYPE,
  type Question,
} from './pass-tables';
import { passingSpan } from './passing-span';
import { select, selectedSums, type Fails } from './selection';
import { datings } from './vocabulary';

interface CountOptions {
  /** Ids that pass the filters which only the database can answer (words, actor, origin, article). */
  ids?: IdSet | null;
  /** First days of the bins, as day numbers in order; an event counts in the bin of its start, or the first. */
  binStarts?: ArrayLike<number>;
}

type Trait = Pick<IndexRow, 'type' | 'pillarMask' | 'confidence' | 'dating' | 'set'>;

/** True where an event that fails these filters counts among the options of one of them. */
const countsIn = (fails: number, filter: number): boolean => fails === 0 || fails === filter;

/**
 * Adds n events of one trait whose place passes, to the facets of the trait's own columns: all of them where the trait
 * fails nothing, or that of the one filter which it fails.
 */
function addTrait(counts: FacetCounts, fails: number, trait: Trait, n: number): void {
  const { type, pillarMask, confidence, dating, set } = trait;
  if (fails === 0) {
    counts.total += n;
    counts.passing.dated[dating]! += n;
    addByPillar(counts.passing.pillar, pillarMask, n);
  }
  if (countsIn(fails, PILLAR)) addByPillar(counts.pillar, pillarMask, n);
  if (countsIn(fails, TYPE)) counts.type[type]! += n;
  if (countsIn(fails, CONFIDENCE)) counts.confidence[confidence]! += n;
  if (countsIn(fails, DATED)) counts.dated[dating]! += n;
  if (countsIn(fails, SET)) counts.set[set]! += n;
  if (dating !== REPORTED) return;
  if (countsIn(fails, PILLAR)) addByPillar(counts.reported.pillar, pillarMask, n);
  if (countsIn(fails, TYPE)) counts.reported.type[type]! += n;
}

const traitAt = (traits: Traits, t: number): Trait => ({
  type: traits.type[t]!,
  pillarMask: traits.pillarMask[t]!,
  confidence: traits.confidence[t]!,
  dating: traits.dating[t]!,
  set: traits.set[t]!,
});

/** Adds sums of the base: by place, then by trait for all else. */
export function addSums(counts: FacetCounts, base: IndexBase, sums: Sums, fails: Fails): void {
  const { traits } = base;
  addPlaceSums(base, sums, fails.trait, { all: counts.region, reported: counts.reported.region });
  const byTrait = traitSums(base, sums, fails.place);
  for (let t = 0; t < traits.size; t++)
    if (byTrait[t]! > 0) addTrait(counts, fails.trait[t]!, traitAt(traits, t), byTrait[t]!);
}

/** Adds n for an event that is not in the base; takes it away where n is negative. */
export function addRow(counts: FacetCounts, question: Question, row: IndexRow, n: number): void {
  const fails = rowFails(question, row);
  if (countsIn(fails, REGION)) {
    counts.region[row.place]! += n;
    if (row.dating === REPORTED) counts.reported.region[row.place]! += n;
  }
  if ((fails & REGION) === 0) addTrait(counts, fails, row, n);
}

/** Adds the counts of cells × bins. */
function addBins(counts: FacetCounts, cells: Uint32Array): void {
  const bins = cells.length / CELLS;
  for (let cell = 0, at = 0; cell < CELLS; cell++) {
    const mask = Math.floor(cell / datings.length);
    const dating = cell % datings.length;
    for (let bin = 0; bin < bins; bin++, at++) {
      const n = cells[at]!;
      if (n === 0) continue;
      counts.binTotals[bin * datings.length + dating]! += n;
      addByPillar(counts.bins, mask, n, binCell(bin, 0, dating), datings.length);
    }
  }
}

/**
 * Counts every facet, exact, never sampled. An event that passes all filters counts everywhere; one that fails exactly
 * one counts in that filter's own facet (Weaver, "Cross-filtered views", 2010; Moritz et al., "Falcon", CHI 2019). Costs
 * by the combinations that the record has, not by its events: only those near the ends of the dates, or with the ids, are
 * visited.
 */
export function countFacets(index: EventIndex, filters: Filters, options: CountOptions = {}): FacetCounts {
  return countQuestion(index, questionOf(index, filters), options);
}

/** The same of a question as the index asks it. */
export function countQuestion(
  index: EventIndex,
  question: Question,
  { ids = null, binStarts = [] }: CountOptions = {},
): FacetCounts {
  const { base, added, removed } = index;
  const fails = { place: question.pass.place, trait: traitFails(question, base.traits) };
  const selection = select(base, question, ids);
  const counts = emptyCounts(index.size, binStarts.length);
  addSums(counts, base, selectedSums(base, selection), fails);
  const cells = binStarts.length
    ? binCounts(base, selection, fails, { binStarts, from: question.from })
    : new Uint32Array();
  const passing = { gone: removed, total: counts.total };
  let span = passingSpan(base, selection, fails, passing);
  for (const [rows, n] of [
    [removed, -1],
    [added, 1],
  ] as const) {
    for (const row of rows.values()) {
      if (!touches(question, row) || !(ids?.has(row.id) ?? true)) continue;
      addRow(counts, question, row, n);
      if (rowFails(question, row) > 0) continue;
      const day = Math.max(row.start, question.from);
      if (binStarts.length)
        cells[cellOf(row.pillarMask, row.dating) * binStarts.length + binOf(binStarts, day)]! += n;
      if (n === 1)
        span = {
          from: Math.min(row.start, span?.from ?? Infinity),
          to: Math.max(row.end, span?.to ?? -Infinity),
        };
    }
  }
  addBins(counts, cells);
  rollUp(counts.region);
  rollUp(counts.reported.region);
  return { ...counts, span };
}
