import { dayNumber, type Day } from './days';
import type { Filters } from './filters';
import { findPlace, places } from './places';
import { confidences, datings, eventTypes, pillars } from './vocabulary';

/**
 * Published events as columns sorted by start day: the engine that counts. Immutable by convention: a change makes a
 * new index (withChanges), so a request that holds one sees one state of the record throughout.
 */
export interface EventIndex {
  readonly size: number;
  /** Days since 1970-01-01. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Position in lib/places. */
  readonly place: Uint16Array;
  readonly type: Uint8Array;
  /** Bit i stands for pillar i. */
  readonly pillarMask: Uint8Array;
  readonly confidence: Uint8Array;
  readonly dating: Uint8Array;
  readonly id: Int32Array;
}

/** One event as the index takes it: numbers are positions in the lists of lib/vocabulary and lib/places. */
export interface IndexRow {
  id: number;
  start: number;
  end: number;
  place: number;
  type: number;
  pillarMask: number;
  confidence: number;
  dating: number;
}

const placeNumbers = new Map(places.map((place, i) => [place.code, i]));
const parents = Int16Array.from(places, (place) =>
  place.parent === null ? -1 : placeNumbers.get(place.parent)!,
);

/** The position of a place in lib/places; -1 for an unknown code. */
export function placeNumber(code: string): number {
  return placeNumbers.get(code) ?? -1;
}

function emptyIndex(size: number): EventIndex {
  return {
    size,
    start: new Int32Array(size),
    end: new Int32Array(size),
    place: new Uint16Array(size),
    type: new Uint8Array(size),
    pillarMask: new Uint8Array(size),
    confidence: new Uint8Array(size),
    dating: new Uint8Array(size),
    id: new Int32Array(size),
  };
}

const columns = ['start', 'end', 'place', 'type', 'pillarMask', 'confidence', 'dating', 'id'] as const;

/** Builds the index; rows may come in any order. Ties of the start day are kept in order of id. */
export function buildIndex(rows: readonly IndexRow[]): EventIndex {
  const sorted = [...rows].sort(byStart);
  const index = emptyIndex(sorted.length);
  for (const column of columns) {
    const values = index[column];
    sorted.forEach((row, i) => (values[i] = row[column]));
  }
  return index;
}

const byStart = (a: IndexRow, b: IndexRow): number => a.start - b.start || a.id - b.id;

function rowAt(index: EventIndex, i: number): IndexRow {
  return Object.fromEntries(columns.map((column) => [column, index[column][i]])) as unknown as IndexRow;
}

/** The index after the events `gone` left it and `rows` came in or replaced theirs: one merge of sorted columns. */
export function withChanges(
  index: EventIndex,
  gone: ReadonlySet<number>,
  rows: readonly IndexRow[],
): EventIndex {
  const replaced = new Set(rows.map((row) => row.id));
  const incoming = [...rows].sort(byStart);
  const merged = emptyIndex(index.size + rows.length);
  let at = 0;
  let next = 0;
  const take = (row: IndexRow): void => {
    for (const column of columns) merged[column][at] = row[column];
    at += 1;
  };
  for (let i = 0; i < index.size; i++) {
    const id = index.id[i]!;
    if (gone.has(id) || replaced.has(id)) continue;
    while (next < incoming.length && byStart(incoming[next]!, rowAt(index, i)) < 0) take(incoming[next++]!);
    for (const column of columns) merged[column][at] = index[column][i]!;
    at += 1;
  }
  while (next < incoming.length) take(incoming[next++]!);
  const trimmed = Object.fromEntries(columns.map((column) => [column, merged[column].slice(0, at)]));
  return { ...(trimmed as unknown as EventIndex), size: at };
}

/** Counts of a question: the total, and each filter's options under all the other filters (crossfilter semantics). */
export interface FacetCounts {
  total: number;
  /** Events of the record, whatever the filters. */
  all: number;
  pillar: Uint32Array;
  type: Uint32Array;
  confidence: Uint32Array;
  dated: Uint32Array;
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
const IDS = 64;

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
  const placePass = placeTable(filters.region);
  const pillarPass = pillarTable(filters.pillar);
  const typePass = passTable(eventTypes, filters.type, TYPE);
  const confidencePass = passTable(confidences, filters.confidence, CONFIDENCE);
  const datedPass = passTable(datings, filters.dated, DATED);
  for (let i = 0; i < index.size; i++) {
    const place = index.place[i]!;
    const mask = index.pillarMask[i]!;
    const type = index.type[i]!;
    const confidence = index.confidence[i]!;
    const dating = index.dating[i]!;
    const fails =
      (index.start[i]! <= to && index.end[i]! >= from ? 0 : DATE) |
      placePass[place]! |
      pillarPass[mask]! |
      typePass[type]! |
      confidencePass[confidence]! |
      datedPass[dating]! |
      (ids === null || ids.has(index.id[i]!) ? 0 : IDS);
    if (fails === 0) countPassing(counts, index, i, binStarts, from);
    if (fails === 0 || fails === REGION) counts.region[place]!++;
    if (fails === 0 || fails === PILLAR) for (let p = 0; p < 4; p++) if (mask & (1 << p)) counts.pillar[p]!++;
    if (fails === 0 || fails === TYPE) counts.type[type]!++;
    if (dating === REPORTED) countReported(counts, fails, place, mask, type);
    if (fails === 0 || fails === CONFIDENCE) counts.confidence[confidence]!++;
    if (fails === 0 || fails === DATED) counts.dated[dating]!++;
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
