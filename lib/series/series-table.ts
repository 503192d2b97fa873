import { parse } from 'csv-parse/sync';
import { marks, observationSchema, type Mark, type Observation } from './series';
import { readPeriod } from './series-period';

/** Why a cell of the table cannot be used; rows as people count them, the header being 1. */
export interface TableProblem {
  row: number;
  column: string;
  value: string;
  reason: string;
}

const PERIOD = ['time_period', 'period', 'time', 'year', 'date'];
const KIND = ['time_identifier', 'time identifier'];
const OPTIONAL = {
  low: ['low', 'lower', 'lower_ci'],
  high: ['high', 'upper', 'upper_ci'],
  marks: ['marks', 'mark'],
};
const SPANS = { startsOn: ['starts_on', 'period_start', 'start'], endsOn: ['ends_on', 'period_end', 'end'] };
const TEXTS = { source: ['source'], url: ['url'], publishedOn: ['published_on'], note: ['note'] };

const NUMBER = /^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/;

/** "4,915 [p]" as the number and its marks; "[x]" alone as none. Null where it is neither. */
export function readValue(text: string): { value: number | null; marks: Mark[] } | null {
  const found = [...text.matchAll(/\[([a-z]{1,2})\]/g)].map((match) => match[1]!);
  const given = marks.filter((mark) => found.includes(mark));
  if (found.length !== given.length) return null;
  const plain = text.replaceAll(/\[[a-z]{1,2}\]/g, '').trim();
  if (plain === '') return given.length > 0 ? { value: null, marks: given } : null;
  return NUMBER.test(plain) ? { value: Number(plain.replaceAll(',', '')), marks: given } : null;
}

type Row = Record<string, string>;

function reader(columns: readonly string[]) {
  const byName = new Map(columns.map((column) => [column.trim().toLowerCase(), column]));
  return (names: readonly string[]): string | undefined =>
    names.map((name) => byName.get(name)).find((column) => column !== undefined);
}

/** What parts the names of the header; cells below may hold the other signs. */
function delimiterOf(text: string): string {
  const [header = ''] = text.trimStart().split('\n', 1);
  const counts = [',', '\t', ';'].map((sign) => ({ sign, count: header.split(sign).length }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}

/** The rows of a CSV text; a problem where it is none. */
function readRows(text: string): { columns: string[]; rows: Row[] } | TableProblem {
  try {
    const lines: string[][] = parse(text, {
      bom: true,
      skip_empty_lines: true,
      trim: true,
      delimiter: delimiterOf(text),
    });
    const [columns = [], ...rest] = lines;
    return {
      columns,
      // No prototype: a column may be called anything.
      rows: rest.map((cells) =>
        Object.assign(Object.create(null) as Row, Object.fromEntries(columns.map((c, i) => [c, cells[i]!]))),
      ),
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

interface Columns {
  period?: string;
  kind?: string;
  startsOn?: string;
  endsOn?: string;
  value: string;
  find(names: readonly string[]): string | undefined;
}

function readRow(
  cells: Row,
  row: number,
  { period, kind, startsOn, endsOn, value, find }: Columns,
): Observation | TableProblem[] {
  const problem = (column: string, reason: string): TableProblem[] => [
    { row, column, value: cells[column] ?? '', reason },
  ];
  const span =
    startsOn && endsOn
      ? { startsOn: cells[startsOn]!, endsOn: cells[endsOn]! }
      : readPeriod(cells[period!]!, kind ? cells[kind] : '');
  if (!span) return problem(period!, 'Enter a period, like 2019/20, March 2020 or year ending March 2020');
  const optional = (names: readonly string[]): string | null => {
    const column = find(names);
    return (column && cells[column]) || null;
  };
  const limit = (names: readonly string[]): number | null => {
    const text = optional(names);
    return text === null ? null : (readValue(text)?.value ?? Number.NaN);
  };
  const given = (optional(OPTIONAL.marks)?.match(/[a-z]+/g) ?? []).map((mark) => `[${mark}]`);
  const number = readValue([cells[value], ...given].join(' '));
  if (!number) return problem(value, 'Enter a number, or a mark that says why there is none, like [x]');
  const result = observationSchema.safeParse({
    ...span,
    value: number.value,
    low: limit(OPTIONAL.low),
    high: limit(OPTIONAL.high),
    marks: number.marks,
    ...Object.fromEntries(Object.entries(TEXTS).map(([field, names]) => [field, optional(names)])),
  });
  if (result.success) return result.data;
  return result.error.issues.map((issue) => ({
    row,
    column: String(issue.path[0] ?? ''),
    value: cells[value] ?? '',
    reason: issue.message,
  }));
}

/** Periods that stand in several rows, as they do where a table has other columns that tell rows apart. */
function repeated(observations: readonly Observation[], column: string): TableProblem[] {
  const seen = new Map<string, number>();
  return observations.flatMap(({ startsOn, endsOn }, i) => {
    const value = `${startsOn}..${endsOn}`;
    const before = seen.get(value);
    if (before === undefined) seen.set(value, i + 2);
    const reason = `The period stands in row ${before} as well: keep one row a period, of one area and one kind`;
    return before === undefined ? [] : [{ row: i + 2, column, value, reason }];
  });
}

/**
 * Observations from a table in the tidy shape of DfE and ONS: a row a period, `time_period` with `time_identifier` or one
 * `period` column (or `starts_on` and `ends_on`), and one column of numbers, named by `value` or else called "value".
 * Everything or nothing: where a row cannot be read, the problems are returned alone.
 */
export function readSeriesTable(
  text: string,
  value?: string,
): { observations: Observation[] } | { problems: TableProblem[]; columns: string[] } {
  const table = readRows(text);
  if ('reason' in table) return { problems: [table], columns: [] };
  const find = reader(table.columns);
  const columns = {
    find,
    period: find(PERIOD),
    kind: find(KIND),
    startsOn: find(SPANS.startsOn),
    endsOn: find(SPANS.endsOn),
    value: find([(value ?? 'value').toLowerCase()]),
  };
  const missing = (column: string, reason: string) => ({
    problems: [{ row: 1, column, value: table.columns.join(', '), reason }],
    columns: table.columns,
  });
  if (!columns.value)
    return missing(value ?? 'value', 'There is no such column: choose the one that holds the numbers');
  if (!columns.period && !(columns.startsOn && columns.endsOn))
    return missing('time_period', 'There is no column of periods: name it time_period or period');
  if (table.rows.length === 0) return missing(columns.value, 'There is no row below the header');
  const read = table.rows.map((cells, i) => readRow(cells, i + 2, columns as Columns));
  const problems = read.flatMap((row) => (Array.isArray(row) ? row : []));
  const observations = read.filter((row): row is Observation => !Array.isArray(row));
  problems.push(...repeated(observations, columns.period ?? columns.startsOn!));
  return problems.length > 0 ? { problems, columns: table.columns } : { observations };
}
