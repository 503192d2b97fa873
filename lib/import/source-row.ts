import type { CellProblem } from './outcome';
import type { TextEncodingName } from './text-encoding';

/** A row of a file as its columns name it; every value as text, '' where there is none. */
export interface SourceRow {
  /** As a person counts in the file: the first line is row 1. */
  row: number;
  /** Without a prototype: a column may be called anything. */
  cells: Record<string, string>;
  /** Why it cannot be part of an event, where the reader of the file can tell: of a workbook's sheets, what belongs to none. */
  problem?: CellProblem;
}

export const formats = ['csv', 'xlsx', 'json', 'ndjson', 'geojson'] as const;
export type FileFormat = (typeof formats)[number];

/** A file as a table that is read once, row by row, in constant memory. */
export interface Table {
  format: FileFormat;
  /** Of a text file. */
  encoding?: TextEncodingName;
  delimiter?: string;
  /** The sheet of a workbook that was taken. */
  sheet?: string;
  /** What stands above the header: a title, notes. No rows of the table, and not read as such. */
  above?: string[];
  columns: string[];
  rows: AsyncIterable<SourceRow>;
}

/** More columns than any table of events has; a row wider than this is no row. */
export const MOST_COLUMNS = 2_000;

/** Cells by the names of their columns. */
export function cellsOf(columns: readonly string[], values: readonly string[]): Record<string, string> {
  const cells = Object.create(null) as Record<string, string>;
  columns.forEach((column, i) => {
    const value = values[i] ?? '';
    // Postgres cannot hold NUL, and no text of a person has one.
    cells[column] = value.includes('\0') ? value.replaceAll('\0', '') : value;
  });
  return cells;
}

/** Where a cell stands that the header has no name for. */
export const AFTER_LAST = 'after the last column';

/**
 * A row of cells under its columns. Where more is written than the header has names for, the cells may stand under the wrong
 * ones (a comma that no quotation marks hold): the row says so, and is rejected.
 */
export function rowOf(columns: readonly string[], row: number, values: readonly string[]): SourceRow {
  const cells = cellsOf(columns, values);
  if (values.length <= columns.length) return { row, cells };
  const surplus = values.slice(columns.length).filter((value) => value.trim() !== '');
  if (surplus.length === 0) return { row, cells };
  const reason = `It has ${values.length} cells, and the header only ${columns.length}: give each column a name, and put a cell that has the delimiter in it into quotation marks`;
  return { row, cells, problem: { column: AFTER_LAST, value: surplus.join(' | '), reason } };
}

/** Names of columns as they can be told apart: trimmed, and numbered where one is empty or stands twice. */
export function columnNames(header: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((given, i) => {
    const name = given.replaceAll('\0', '').trim() || `column ${i + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}
