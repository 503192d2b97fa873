import { parse } from 'csv-parse/sync';
import type { Observation } from './series';
import { kindOfColumn } from './series-period';
import { columnNames, readRow, type Columns, type Row, type TableProblem } from './series-row';

/** What parts the names of the header; cells below may hold the other signs. */
function delimiterOf(text: string): string {
  const [header = ''] = text.trimStart().split('\n', 1);
  const counts = [',', '\t', ';'].map((sign) => ({ sign, count: header.split(sign).length }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}

/** The rows of a CSV text, without those in which nothing stands; a problem where it is none. */
function readRows(text: string): { columns: string[]; rows: Row[] } | TableProblem {
  try {
    const lines = parse(text, {
      bom: true,
      skip_empty_lines: true,
      trim: true,
      info: true,
      delimiter: delimiterOf(text),
    }) as unknown as { info: { records: number; empty_lines: number }; record: string[] }[];
    const [head, ...rest] = lines;
    const columns = head?.record ?? [];
    return {
      columns,
      rows: rest
        .filter(({ record }) => record.some((cell) => cell !== ''))
        .map(({ info, record }) => ({
          row: info.records + info.empty_lines,
          // No prototype: a column may be called anything.
          cells: Object.assign(
            Object.create(null) as Row['cells'],
            Object.fromEntries(columns.map((c, i) => [c, record[i]!])),
          ),
        })),
    };
  } catch (error) {
    return {
      row: 1,
      column: '',
      value: '',
      reason: error instanceof Error ? error.message : 'It is no table',
    };
  }
}

/** Periods that stand in several rows, as they do where a table has other columns that tell rows apart. */
function repeated(read: readonly [Row, Observation][], column: string): TableProblem[] {
  const seen = new Map<string, number>();
  return read.flatMap(([{ row, cells }, { startsOn, endsOn }]) => {
    const period = `${startsOn}..${endsOn}`;
    const before = seen.get(period);
    if (before === undefined) seen.set(period, row);
    const reason = `The period stands in row ${before} as well: keep one row a period, of one area and one kind`;
    return before === undefined ? [] : [{ row, column, value: cells[column]!, reason }];
  });
}

/** The columns of the file by what they hold; its numbers stand in the one of the name `value`. */
function columnsOf(header: readonly string[], value: string): Partial<Columns> {
  const byName = new Map(header.map((column) => [column.trim().toLowerCase(), column]));
  const { startsOn, endsOn, ...columns }: Partial<Columns> = Object.fromEntries(
    Object.entries({ ...columnNames, value: [value.trim().toLowerCase()] }).map(([field, names]) => [
      field,
      names.map((name) => byName.get(name)).find((column) => column !== undefined),
    ]),
  );
  return startsOn && endsOn ? { ...columns, startsOn, endsOn } : columns;
}

/** Columns that may hold the numbers: all but those that are known to hold something else. */
function candidates(header: readonly string[]): string[] {
  const { low: _low, high: _high, ...other } = columnNames;
  const known = new Set<string>(Object.values(other).flat());
  return header.filter((column) => column !== '' && !known.has(column.toLowerCase()));
}

/** Why a table is no series; `columns` are those of which one may hold the numbers, `choose` where it must be chosen. */
interface TableProblems {
  problems: TableProblem[];
  columns: string[];
  choose: boolean;
}

/**
 * Observations from a table in the tidy shape of DfE and ONS: a row a period, `time_period` with `time_identifier` or one
 * `period` column (or `starts_on` and `ends_on`), and one column of numbers, named by `value` or else called "value".
 * Everything or nothing: where a row cannot be read, the problems are returned alone, one for each cell.
 */
export function readSeriesTable(
  text: string,
  value = 'value',
): { observations: Observation[] } | TableProblems {
  const table = readRows(text);
  if ('reason' in table) return { problems: [table], columns: [], choose: false };
  const { columns: header, rows } = table;
  const columns = columnsOf(header, value);
  const missing = (column: string, reason: string): TableProblems => ({
    problems: [{ row: 1, column, value: header.join(', '), reason }],
    columns: candidates(header),
    choose: !columns.value,
  });
  if (!columns.value)
    return missing(value, `No column is called ${value}: choose the one that holds the numbers`);
  const first = columns.startsOn ?? columns.period;
  if (!first) return missing('time_period', 'There is no column of periods: name it time_period or period');
  if (rows.length === 0) return missing(columns.value, 'There is no row below the header');
  const kindOfAll = kindOfColumn(rows.map(({ cells }) => cells[first]!));
  const read = rows.map((row) => [row, readRow(row, columns as Columns, kindOfAll)] as const);
  const good = read.filter((one): one is [Row, Observation] => !Array.isArray(one[1]));
  const problems = [...read.flatMap(([, one]) => (Array.isArray(one) ? one : [])), ...repeated(good, first)];
  return problems.length > 0
    ? { problems, columns: candidates(header), choose: false }
    : { observations: good.map(([, one]) => one) };
}
