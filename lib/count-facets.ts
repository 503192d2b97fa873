import { dayNumber, type Day } from './days';
import type { EventIndex } from './event-index';
import type { Filters } from './filters';
import { findPlace, placeNumber, places } from './places';
import type { SourceSet } from './source-sets';
import { confidences, datings, eventTypes, pillars } from './vocabulary';

const parents = Int16Array.from(places, ({ parent }) => (parent === null ? -1 : placeNumber(parent)));

/** Counts of a question: the total, and each filter's options under all the other filters (crossfilter semantics). */
export interface FacetCounts {
  total: number;
  /** Events of the record, whatever the filters. */
  all: number;
  pillar: Uint32Array;
  type: Uint32Array;
  confidence: Uint32Array;
  dated: Uint32Array;
  /** By the number of the source set. */
  set: Uint32Array;
  /** By position in lib/places; a place counts all that lies in it. */
  region: Uint32Array;
  /** Events in each bin × pillar × dating: see binCell. Only where bins were asked for. */
  bins: Uint32Array;
  /** Events in each bin × dating, each event once. */
  binTotals: Uint32Array;
  /** Of these options' counts, the events dated only by report. */
  reported: { pillar: Uint32Array; type: Uint32Array; region: Uint32Array };
  /** The same of the events that pass every filter: what sentences and shares are about. */
  passing: { pillar: Uint32Array; dated: Uint32Array };
  /** First start and last end of the events that pass, as day numbers; null where none does. */
  span: { from: number; to: number } | null;
}

/** Where the count of a bin, pillar and dating stands in FacetCounts.bins. */
export function binCell(bin: number, pillar: number, dating: number): number {
  return (bin * pillars.length + pillar) * datings.length + dating;
}

interface CountOptions {
  /** Ids that pass the filters which only the database can answer (words, actor, origin, article). */
  ids?: ReadonlySet<number> | null;
  /** First days of the bins, as day numbers in order; an event counts in the bin of its start, or the first. */
  binStarts?: ArrayLike<number>;
}

/** One bit a filter; an event that fails exactly one filter still counts among that filter's own options. */
const DATE = 1;
const REGION = 2;
const PILLAR = 4;
const TYPE = 8;
const CONFIDENCE = 16;
const DATED = 32;
const SET = 64;
const IDS = 128;

/** A source set's number is one byte. */
const MAX_SETS = 256;
const REPORTED = datings.indexOf('reported');

function passTable(codes: readonly string[], chosen: readonly string[], bit: number): Uint8Array {
  return Uint8Array.from(codes, (code) => (chosen.length === 0 || chosen.includes(code) ? 0 : bit));
}

function placeTable(chosen: readonly string[]): Uint8Array {
  const paths = chosen.flatMap((code) => findPlace(code)?.path ?? []);
  return Uint8Array.from(places, (place) =>
    chosen.length === 0 || paths.some((path) => place.path.startsWith(path)) ? 0 : REGION,
  );
}

/** By number of the source set; a set that the record does not have passes nothing. */
function setTable(sets: readonly SourceSet[], chosen: readonly string[]): Uint8Array {
  const table = new Uint8Array(MAX_SETS).fill(chosen.length === 0 ? 0 : SET);
  for (const { key, number } of sets) if (chosen.includes(key)) table[number] = 0;
  return table;
}

/** By pillar mask, so that the test of an event of several pillars is one look-up. */
function pillarTable(chosen: readonly string[]): Uint8Array {
  const wanted = chosen.reduce(
    (mask, code) => mask | (1 << pillars.findIndex((pillar) => pillar === code)),
    0,
  );
  return Uint8Array.from({ length: 1 << pillars.length }, (_, mask) =>
    wanted === 0 || mask & wanted ? 0 : PILLAR,
  );
}

/** For each column, which of its values pass its filter: nought, or the filter's bit. */
const passTables = (index: EventIndex, filters: Filters) => ({
  place: placeTable(filters.region),
  pillar: pillarTable(filters.pillar),
  type: passTable(eventTypes, filters.type, TYPE),
  confidence: passTable(confidences, filters.confidence, CONFIDENCE),
  dated: passTable(datings, filters.dated, DATED),
  set: setTable(index.sets, filters.set),
});

const bound = (day: Day | null, otherwise: number): number => (day === null ? otherwise : dayNumber(day));

function binOf(binStarts: ArrayLike<number>, day: number): number {
  let low = 0;
  let high = binStarts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (binStarts[middle]! <= day) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * Counts every facet in one pass over the columns: exact, never sampled. An event that passes all filters counts
 * everywhere; one that fails exactly one counts in that filter's own facet (Weaver, "Cross-filtered views", 2010;
 * Moritz et al., "Falcon", CHI 2019).
 */
export function countFacets(
  index: EventIndex,
  filters: Filters,
  { ids = null, binStarts = [] }: CountOptions = {},
): FacetCounts {
  const counts = emptyCounts(index.size, binStarts.length);
  const from = bound(filters.from, -Infinity);
  const to = bound(filters.to, Infinity);
  const pass = passTables(index, filters);
  for (let i = 0; i < index.size; i++) {
    const place = index.place[i]!;
    const mask = index.pillarMask[i]!;
    const type = index.type[i]!;
    const confidence = index.confidence[i]!;
    const dating = index.dating[i]!;
    const set = index.set[i]!;
    const fails =
      (index.start[i]! <= to && index.end[i]! >= from ? 0 : DATE) |
      pass.place[place]! |
      pass.pillar[mask]! |
      pass.type[type]! |
      pass.confidence[confidence]! |
      pass.dated[dating]! |
      pass.set[set]! |
      (ids === null || ids.has(index.id[i]!) ? 0 : IDS);
    if (fails === 0) countPassing(counts, index, i, binStarts, from);
    if (fails === 0 || fails === REGION) counts.region[place]!++;
    if (fails === 0 || fails === PILLAR) for (let p = 0; p < 4; p++) if (mask & (1 << p)) counts.pillar[p]!++;
    if (fails === 0 || fails === TYPE) counts.type[type]!++;
    if (dating === REPORTED) countReported(counts, fails, place, mask, type);
    if (fails === 0 || fails === CONFIDENCE) counts.confidence[confidence]!++;
    if (fails === 0 || fails === DATED) counts.dated[dating]!++;
    if (fails === 0 || fails === SET) counts.set[set]!++;
  }
  rollUp(counts.region);
  rollUp(counts.reported.region);
  return counts;
}

/** Adds what lies in a place to the place: parents stand before their children, so one walk from the end does it. */
function rollUp(region: Uint32Array): void {
  for (let p = places.length - 1; p > 0; p--) if (parents[p]! >= 0) region[parents[p]!]! += region[p]!;
}

function countReported(
  { reported }: FacetCounts,
  fails: number,
  place: number,
  mask: number,
  type: number,
): void {
  if (fails === 0 || fails === REGION) reported.region[place]!++;
  if (fails === 0 || fails === PILLAR)
    for (let p = 0; p < pillars.length; p++) if (mask & (1 << p)) reported.pillar[p]!++;
  if (fails === 0 || fails === TYPE) reported.type[type]!++;
}

function emptyCounts(all: number, bins: number): FacetCounts {
  return {
    total: 0,
    all,
    pillar: new Uint32Array(pillars.length),
    type: new Uint32Array(eventTypes.length),
    confidence: new Uint32Array(confidences.length),
    dated: new Uint32Array(datings.length),
    set: new Uint32Array(MAX_SETS),
    region: new Uint32Array(places.length),
    bins: new Uint32Array(bins * pillars.length * datings.length),
    binTotals: new Uint32Array(bins * datings.length),
    reported: {
      pillar: new Uint32Array(pillars.length),
      type: new Uint32Array(eventTypes.length),
      region: new Uint32Array(places.length),
    },
    passing: { pillar: new Uint32Array(pillars.length), dated: new Uint32Array(datings.length) },
    span: null,
  };
}

function countPassing(
  counts: FacetCounts,
  index: EventIndex,
  i: number,
  binStarts: ArrayLike<number>,
  from: number,
): void {
  counts.total++;
  const start = index.start[i]!;
  const end = index.end[i]!;
  if (counts.span === null) counts.span = { from: start, to: end };
  else if (end > counts.span.to) counts.span.to = end;
  const dating = index.dating[i]!;
  counts.passing.dated[dating]!++;
  for (let p = 0; p < pillars.length; p++) if (index.pillarMask[i]! & (1 << p)) counts.passing.pillar[p]!++;
  if (binStarts.length === 0) return;
  const bin = binOf(binStarts, Math.max(start, from));
  counts.binTotals[bin * datings.length + dating]!++;
  for (let p = 0; p < pillars.length; p++) {
    if (index.pillarMask[i]! & (1 << p)) counts.bins[binCell(bin, p, dating)]!++;
  }
}
