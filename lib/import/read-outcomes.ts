import { createMapper } from './mapper';
import type { Mapping } from './mapping';
import { openTable } from './open-table';
import type { Outcome } from './outcome';
import type { TextReading } from './text-encoding';

/** A file as what becomes of its rows, in their order, in constant memory. */
export interface OutcomeFile {
  outcomes: AsyncIterable<Outcome>;
  /** About how many bytes of the file were read; 0 throughout for a workbook, which is packed. */
  bytesDone(): number;
}

/** Opens a file by a mapping, and by `known` of how it is read. Throws ImportProblem where it cannot be read. */
export async function readOutcomes(
  path: string,
  mapping: Mapping,
  known?: TextReading,
): Promise<OutcomeFile> {
  const table = await openTable(path, known);
  const mapper = createMapper(mapping, table.columns);
  const isText = table.format !== 'xlsx';
  // JSON says the name of each member in every row.
  const around = table.format === 'csv' ? 1 : 5 + table.columns.join('').length / table.columns.length;
  let bytes = 0;
  async function* outcomes(): AsyncGenerator<Outcome> {
    for await (const row of table.rows) {
      if (isText) for (const name in row.cells) bytes += row.cells[name]!.length + around;
      yield* mapper.push(row);
    }
    yield* mapper.end();
  }
  return { outcomes: outcomes(), bytesDone: () => Math.round(bytes) };
}
