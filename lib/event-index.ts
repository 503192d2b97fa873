import type { SourceSet } from './source-sets';

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
  /** Number of the source set, which `sets` names. */
  readonly set: Uint8Array;
  readonly id: Int32Array;
  readonly sets: readonly SourceSet[];
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
  set: number;
}

function emptyIndex(size: number, sets: readonly SourceSet[]): EventIndex {
  return {
    size,
    sets,
    start: new Int32Array(size),
    end: new Int32Array(size),
    place: new Uint16Array(size),
    type: new Uint8Array(size),
    pillarMask: new Uint8Array(size),
    confidence: new Uint8Array(size),
    dating: new Uint8Array(size),
    set: new Uint8Array(size),
    id: new Int32Array(size),
  };
}

const columns = ['start', 'end', 'place', 'type', 'pillarMask', 'confidence', 'dating', 'set', 'id'] as const;

/** Builds the index; rows may come in any order. Ties of the start day are kept in order of id. */
export function buildIndex(rows: readonly IndexRow[], sets: readonly SourceSet[]): EventIndex {
  const sorted = [...rows].sort(byStart);
  const index = emptyIndex(sorted.length, sets);
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

/**
 * The index after the events `gone` left it and `rows` came in or replaced theirs: one merge of sorted columns. `sets`
 * are those of the record now.
 */
export function withChanges(
  index: EventIndex,
  gone: ReadonlySet<number>,
  rows: readonly IndexRow[],
  sets: readonly SourceSet[] = index.sets,
): EventIndex {
  const replaced = new Set(rows.map((row) => row.id));
  const incoming = [...rows].sort(byStart);
  const merged = emptyIndex(index.size + rows.length, sets);
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
  return { ...(trimmed as unknown as EventIndex), size: at, sets };
}
