import { Readable } from 'node:stream';
import { parse, type Options } from 'csv-parse';
import { parse as parseAll } from 'csv-parse/sync';
import { rearmed } from '@/lib/csv';
import { REASON } from './correctable';
import { ImportProblem } from './import-problem';
import { columnNames, MOST_COLUMNS, rowOf, type SourceRow, type Table } from './source-row';
import { rowsAbove, tableHead, type CellRow } from './table-head';
import { readText, type TextEncodingName } from './text-encoding';

const DELIMITERS = [',', ';', '\t', '|'];
/** How much of the file the delimiter is told from. */
const SAMPLE = 64 * 1024;
/** A larger record is a file with a quote that is never closed. */
const MOST_IN_RECORD = 4_000_000;

const options = (delimiter: string): Options => ({
  delimiter,
  relax_column_count: true,
  relax_quotes: true,
  skip_records_with_empty_values: false,
  max_record_size: MOST_IN_RECORD,
});

/** The records of the sample with this delimiter, without the last, which may be cut. */
function sampleRecords(sample: string, delimiter: string): string[][] {
  const found: string[][] = [];
  const on_record = (record: string[]): null => (found.push(record), null);
  try {
    parseAll(sample, { ...options(delimiter), to: 60, on_record });
  } catch {
    // A quotation that the end of the sample cuts: the records before it stand.
    return found;
  }
  return found.length > 1 ? found.slice(0, -1) : found;
}

/** With the right delimiter most rows are as wide as the header, and that is wide. */
function score(found: readonly string[][]): number {
  const width = found[0]?.length ?? 0;
  const same = found.filter((record) => record.length === width).length;
  return width < 2 ? 0 : (same / found.length) * 1000 + width;
}

/** The sign that parts the cells. Only where none fits the first row as a header is that taken for a title above it. */
export function delimiterOf(sample: string): string {
  const scores = DELIMITERS.map((delimiter) => {
    const found = sampleRecords(sample, delimiter).filter((record) => record.some((cell) => cell !== ''));
    const above = rowsAbove(found.map((values, row) => ({ row, values })));
    return { delimiter, plain: score(found), below: score(found.slice(above)) };
  });
  const best = (by: 'plain' | 'below') => scores.reduce((most, one) => (one[by] > most[by] ? one : most));
  return (best('plain').plain > 500 ? best('plain') : best('below')).delimiter;
}

async function sampleOf(path: string, encoding: TextEncodingName): Promise<string> {
  let sample = '';
  for await (const text of readText(path, encoding)) {
    sample += text;
    if (sample.length >= SAMPLE) break;
  }
  return sample;
}

/** Records with their rows in the file, empty ones left out but counted. */
async function* records(
  path: string,
  encoding: TextEncodingName,
  delimiter: string,
): AsyncGenerator<CellRow> {
  const parser = Readable.from(readText(path, encoding)).pipe(parse(options(delimiter)));
  let row = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      row++;
      if (record.length > MOST_COLUMNS)
        throw new ImportProblem(
          'too-wide',
          `Row ${row} has ${record.length} cells: more than ${MOST_COLUMNS} are no table of events.`,
        );
      if (record.some((cell) => cell !== '')) yield { row, values: record };
    }
  } catch (error) {
    if (error instanceof ImportProblem) throw error;
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_'))
      throw new ImportProblem('broken', `The file cannot be read after row ${row}: ${error.message}.`);
    throw error;
  }
}

/** A text of cells with any delimiter (RFC 4180 and its cousins), in any of the encodings that spreadsheets write. */
export async function readCsv(
  path: string,
  encoding: TextEncodingName,
  chosen?: string | null,
): Promise<Table> {
  const delimiter = chosen || delimiterOf(await sampleOf(path, encoding));
  const table = await tableHead(records(path, encoding, delimiter));
  if (!table) throw new ImportProblem('empty', 'The file is empty.');
  const { head, above, rows: below } = table;
  const columns = columnNames(head.values);
  // Rejected rows that were fetched from here to be corrected: their formulas were disarmed on the way out.
  const ours = columns.includes(REASON);
  async function* rows(): AsyncGenerator<SourceRow> {
    for await (const { row, values } of below) yield rowOf(columns, row, ours ? values.map(rearmed) : values);
  }
  return { format: 'csv', encoding, delimiter, above, columns, rows: rows() };
}
