import { binCounts, binOf, cellOf, CELLS } from './bin-counts';
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
import { bitsOf, comboCounts, select, type Fails } from './selection';
import { datings, pillars } from './vocabulary';

interface CountOptions {
  /** Ids that pass the filters which only the database can answer (words, actor, origin, article). */
  ids?: IdSet | null;
  /** First days of the bins, as day numbers in order; an event counts in the bin of its start, or the first. */
  binStarts?: ArrayLike<number>;
}

const REPORTED = datings.indexOf('reported');

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

/** Adds numbers of the base's combinations: by place, then by trait for all else. */
export function addCombos(
  counts: FacetCounts,
  { placeCombos, comboTrait, traits }: IndexBase,
  selected: ArrayLike<number>,
  fails: Fails,
): void {
  const inPlaces = new Uint32Array(traits.size);
  const passing = bitsOf(traits.size, (t) => fails.trait[t] === 0);
  const reporting = bitsOf(traits.size, (t) => fails.trait[t] === 0 && traits.dating[t] === REPORTED);
  for (let p = 0; p + 1 < placeCombos.length; p++) {
    const inPlace = fails.place[p] === 0 ? -1 : 0;
    let [sum, reported] = [0, 0];
    for (let c = placeCombos[p]!; c < placeCombos[p + 1]!; c++) {
      const n = selected[c]!;
      const t = comboTrait[c]!;
      inPlaces[t]! += n & inPlace;
      sum += n & passing[t]!;
      reported += n & reporting[t]!;
    }
    counts.region[p] = sum;
    counts.reported.region[p] = reported;
  }
  for (let t = 0; t < traits.size; t++)
    if (inPlaces[t]! > 0) addTrait(counts, fails.trait[t]!, traitAt(traits, t), inPlaces[t]!);
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

function addBins(counts: FacetCounts, cells: Uint32Array): void {
  for (let bin = 0, at = 0; at < cells.length; bin++)
    for (let mask = 0; mask < 1 << pillars.length; mask++)
      for (let dating = 0; dating < datings.length; dating++, at++) {
        const n = cells[at]!;
        if (n === 0) continue;
        counts.binTotals[bin * datings.length + dating]! += n;
        addByPillar(counts.bins, mask, n, binCell(bin, 0, dating), datings.length);
      }
}

/**
 * Counts every facet, exact, never sampled. An event that passes all filters counts everywhere; one that fails exactly
 * one counts in that filter's own facet (Weaver, "Cross-filtered views", 2010; Moritz et al., "Falcon", CHI 2019). Costs
 * by the combinations that the record has, not by its events: only those near the ends of the dates, or with the ids, are
 * visited.
 */
export function countFacets(
  index: EventIndex,
  filters: Filters,
  { ids = null, binStarts = [] }: CountOptions = {},
): FacetCounts {
  const { base, added, removed } = index;
  const question = questionOf(index, filters);
  const fails = { place: question.pass.place, trait: traitFails(question, base.traits) };
  const selection = select(base, question, ids);
  const counts = emptyCounts(index.size, binStarts.length);
  addCombos(counts, base, comboCounts(base, selection), fails);
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
      if (binStarts.length) cells[binOf(binStarts, day) * CELLS + cellOf(row.pillarMask, row.dating)]! += n;
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
