/** More people than these in one event are a slip of the keyboard: no sum may come from it alone. */
export const MOST_KILLED = 10_000_000;

/** One event as the index takes it: numbers are positions in the lists of lib/vocabulary and lib/places. */
export interface IndexRow {
  id: number;
  /** First and last day, both included, in days since 1970-01-01. */
  start: number;
  end: number;
  place: number;
  type: number;
  /** Bit i stands for pillar i. */
  pillarMask: number;
  confidence: number;
  dating: number;
  /** Number of the source set. */
  set: number;
  /** People killed, as the event's sources count them, MOST_KILLED at most; nought where none does. */
  killed: number;
}

/** Many events as columns, in any order: the form in which they come from the database. */
export interface IndexColumns {
  readonly size: number;
  readonly id: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly place: Uint16Array;
  readonly type: Uint8Array;
  readonly pillarMask: Uint8Array;
  readonly confidence: Uint8Array;
  readonly dating: Uint8Array;
  readonly set: Uint8Array;
  readonly killed: Uint32Array;
}

/** Columns for so many events, all nought. */
export function emptyColumns(size: number): IndexColumns {
  return {
    size,
    id: new Int32Array(size),
    start: new Int32Array(size),
    end: new Int32Array(size),
    place: new Uint16Array(size),
    type: new Uint8Array(size),
    pillarMask: new Uint8Array(size),
    confidence: new Uint8Array(size),
    dating: new Uint8Array(size),
    set: new Uint8Array(size),
    killed: new Uint32Array(size),
  };
}

const names = [
  'id', 'start', 'end', 'place', 'type', 'pillarMask', 'confidence', 'dating', 'set', 'killed',
] as const; // prettier-ignore

/** The same rows with room for others at the end, or without the last ones. */
export function resized(columns: IndexColumns, size: number): IndexColumns {
  const other = emptyColumns(size);
  for (const name of names) other[name].set(columns[name].subarray(0, size));
  return other;
}

/** The row at a position. */
export function rowOf(columns: IndexColumns, at: number): IndexRow {
  return Object.fromEntries(names.map((name) => [name, columns[name][at]!])) as unknown as IndexRow;
}

/** Writes a row at a position. */
export function putRow(columns: IndexColumns, at: number, row: IndexRow): void {
  for (const name of names) columns[name][at] = row[name];
}

/** Writes a row of other columns at a position. */
export function copyRow(from: IndexColumns, at: number, to: IndexColumns, position: number): void {
  for (const name of names) to[name][position] = from[name][at]!;
}

/** Rows as columns. */
export function columnsOfRows(rows: readonly IndexRow[]): IndexColumns {
  const columns = emptyColumns(rows.length);
  for (const [at, row] of rows.entries()) putRow(columns, at, row);
  return columns;
}
