import type { Cell } from '../csv';

/** How a column is to be read: what its cells hold. */
export type ColumnType = 'text' | 'code' | 'number' | 'date' | 'instant' | 'list' | 'json';

/** A column of a file, with what its dictionary says of it. */
export interface FileColumn<Row extends readonly unknown[]> {
  name: string;
  type: ColumnType;
  definition: string;
  /** The codes that it can hold, where they are a closed list. */
  values?: readonly string[];
  cell(...row: Row): Cell;
}
