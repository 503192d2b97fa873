import type { EventInput } from '@/lib/event';

/** What is wrong with a cell: in which column, which value, and why, for the person who has to correct it. */
export interface CellProblem {
  column: string;
  value: string;
  reason: string;
  /** Where it stands, where that is another sheet than that of the events; the row is as a person counts on it. */
  sheet?: { name: string; row: number };
}

/** The row of a problem as a person finds it in the file: "7", or "5 of Sources" on another sheet of a workbook. */
export const rowWords = (row: number, problem?: CellProblem): string =>
  problem?.sheet ? `${problem.sheet.row} of ${problem.sheet.name}` : String(row);

/**
 * What became of rows of a file. Every row is in the `rows` of one event, rejected or skipped: in none twice, so that the
 * counts add up. An event that is made of a row which another one accounts for has no rows of its own.
 */
export type Outcome =
  | {
      kind: 'event';
      rows: number[];
      /** Null where the file names none. */
      externalId: { scheme: string; value: string } | null;
      event: EventInput;
      raw: Record<string, string>;
    }
  | { kind: 'rejected'; row: number; problems: CellProblem[]; raw: Record<string, string> }
  | { kind: 'skipped'; row: number; reason: string };

/** What a cell says, or why it says nothing. */
export type Found<T> = { value: T } | { problem: CellProblem };

/** A problem with the cell of a column. */
export const problemIn = (
  cells: Record<string, string>,
  column: string,
  reason: string,
): { problem: CellProblem } => ({
  problem: { column, value: (column && cells[column]?.trim()) || '', reason },
});
