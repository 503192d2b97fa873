import { marks, observationSchema, type Mark, type Observation } from './series';
import { isEither, readPeriod, type SeriesPeriod } from './series-period';
import { readMarks, readValue } from './series-value';

/** Why a cell of the table cannot be used: its row as a spreadsheet counts them, the file's own name of its column, what it holds. */
export interface TableProblem {
  row: number;
  column: string;
  value: string;
  reason: string;
}

/** A row of the table; its cells by the names of the header. */
export interface Row {
  row: number;
  cells: Record<string, string>;
}

/** Names that the columns of a table may have, the number's own apart. */
export const columnNames = {
  period: ['time_period', 'period', 'time', 'year', 'date'],
  kind: ['time_identifier', 'time identifier'],
  startsOn: ['starts_on', 'period_start', 'start'],
  endsOn: ['ends_on', 'period_end', 'end'],
  low: ['low', 'lower', 'lower_ci'],
  high: ['high', 'upper', 'upper_ci'],
  marks: ['marks', 'mark'],
  source: ['source'],
  url: ['url'],
  publishedOn: ['published_on'],
  note: ['note'],
} as const;

/** What each column is called in this file, where it has it: `value` it has, and `period` or both ends of one. */
export type Columns = Partial<Record<keyof typeof columnNames, string>> & { value: string };

/** A row while it is read: what a field holds, and what is wrong with the cell of a field. */
interface Reading {
  /** What stands in the field's cell: '' where the file has no such column. */
  at(field: keyof Columns): string;
  wrong(field: keyof Columns, reason: string): null;
}

function periodOf({ at, wrong }: Reading, spanned: boolean, kindOfAll: string): SeriesPeriod | null {
  if (spanned) return { startsOn: at('startsOn'), endsOn: at('endsOn') };
  const read = readPeriod(at('period'), at('kind') || kindOfAll);
  if (read) return read;
  return wrong(
    'period',
    isEither(at('period'))
      ? 'This may be a year or a month: write a year like 2003/04, a month like April 2003'
      : 'Enter a period, like 2019/20, March 2020, 2020 Q1 or year ending March 2020',
  );
}

function numberOf({ at, wrong }: Reading): { value: number | null; marks: Mark[] } | null {
  const beside = readMarks(at('marks')) ?? wrong('marks', `Marks are ${marks.join(', ')}`);
  // A blank cell is a gap where a mark beside it says why.
  if (at('value') === '' && beside && beside.length > 0) return { value: null, marks: beside };
  const read =
    readValue(at('value')) ??
    wrong('value', 'Enter a number, or a mark that says why there is none, like [x]');
  return read && { value: read.value, marks: [...read.marks, ...(beside ?? [])] };
}

function limitOf({ at, wrong }: Reading, field: 'low' | 'high'): number | null {
  if (at(field) === '') return null;
  return (readValue(at(field)) ?? wrong(field, 'Enter a number'))?.value ?? null;
}

/** One row as a number with its period, or what is wrong with each of its cells. `kindOfAll` as in kindOfColumn. */
export function readRow(
  { row, cells }: Row,
  columns: Columns,
  kindOfAll: string,
): Observation | TableProblem[] {
  const problems: TableProblem[] = [];
  const spanned = columns.startsOn !== undefined;
  const reading: Reading = {
    at: (field) => cells[columns[field] ?? ''] ?? '',
    wrong(field, reason) {
      const column = columns[field] ?? field;
      // Once for a cell: of a day that does not exist, it says nothing that it is too late.
      if (!problems.some((one) => one.column === column))
        problems.push({ row, column, value: cells[column] ?? '', reason });
      return null;
    },
  };
  const text = (field: keyof Columns): string | null => reading.at(field) || null;
  const span = periodOf(reading, spanned, kindOfAll);
  const number = numberOf(reading);
  const [low, high] = [limitOf(reading, 'low'), limitOf(reading, 'high')];
  if (!span || !number || problems.length > 0) return problems;
  const result = observationSchema.safeParse({
    ...span,
    ...number,
    low,
    high,
    source: text('source'),
    url: text('url'),
    publishedOn: text('publishedOn'),
    note: text('note'),
  });
  if (result.success) return result.data;
  for (const { path, message } of result.error.issues) reading.wrong(path[0] as keyof Columns, message);
  return problems;
}
