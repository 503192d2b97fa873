import { ImportProblem } from './import-problem';
import { OwnParts, ownSheets, type Sheet } from './own-workbook';
import { sheetRows, type Reading } from './sheet-rows';
import { columnNames, rowOf, type SourceRow, type Table } from './source-row';
import { tableHead, type CellRow } from './table-head';
import { dateStyles, sharedTexts, sheetsOf } from './workbook-parts';
import { openArchive, type Archive } from './zip-entries';

/** The sheet on which most is written; none in a workbook without sheets. */
function largest({ entries }: Archive, sheets: readonly Sheet[]): Sheet[] {
  const size = (sheet: Sheet): number => entries.get(sheet.path)!.size;
  const most = sheets.reduce<Sheet | null>(
    (best, one) => (best && size(best) >= size(one) ? best : one),
    null,
  );
  return most ? [most] : [];
}

/** Rows of sheets that go on from one another: the header stands on each, and the rows are counted on. */
async function* rowsOf(
  archive: Archive,
  sheets: readonly Sheet[],
  reading: Reading,
): AsyncGenerator<CellRow> {
  let before = 0;
  for (const [i, { path }] of sheets.entries()) {
    let last = 0;
    let isHead = i > 0;
    for await (const { row, values } of sheetRows(archive, path, reading)) {
      if (!isHead) yield { row: before + row, values };
      isHead = false;
      last = row;
    }
    before += last;
  }
}

async function tableOf(archive: Archive): Promise<Table> {
  const { sheets, from1904 } = await sheetsOf(archive);
  const own = ownSheets(sheets);
  const read = own.length > 0 ? own : largest(archive, sheets);
  const [sheet] = read;
  if (!sheet) throw new ImportProblem('broken', 'The file is not a workbook (.xlsx): it has no sheet.');
  const reading = { texts: await sharedTexts(archive), dates: await dateStyles(archive), from1904 };
  const table = await tableHead(rowsOf(archive, read, reading));
  if (!table) throw new ImportProblem('empty', `The sheet “${sheet.name}” is empty.`);
  const { head, above, rows: below } = table;
  const { row: first, values: names } = head;
  const columns = columnNames(names);
  const parts = new OwnParts(archive, sheets, reading);
  if (own.length > 0) await parts.read();
  const withParts = [...columns, ...parts.columns];
  async function* rows(): AsyncGenerator<SourceRow> {
    let last = first;
    try {
      for await (const { row, values } of below) {
        last = row;
        yield parts.addTo(rowOf(columns, row, values));
      }
      yield* parts.strays(withParts, last);
    } finally {
      archive.close();
    }
  }
  return { format: 'xlsx', sheet: sheet.name, above, columns: withParts, rows: rows() };
}

/**
 * The largest sheet of a workbook (.xlsx), its first row that has cells as the header, or the one below a title; of a workbook that Pillarwatch wrote
 * the events, each with its sources, actors and measures from their sheets, and then those that belong to none of its events.
 */
export async function readXlsx(path: string): Promise<Table> {
  const archive = await openArchive(path);
  try {
    return await tableOf(archive);
  } catch (error) {
    archive.close();
    throw error;
  }
}
