import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { packageParts, type DoneSheet } from './workbook-xml';
import { MOST_ROWS, sheetXml, type SheetTable } from './sheet-xml';

interface About {
  title: string;
  marking: string;
}

/** Puts one table on as many sheets as it needs, the second of them as "Events 2". */
async function addTable(
  zip: ZipFile,
  table: SheetTable,
  done: DoneSheet[],
  { marking }: About,
  most: number,
) {
  const columns = table.columns.map(({ name }) => name);
  let part = 1;
  do {
    const name = part === 1 ? table.name : `${table.name} ${part}`;
    const sheet: DoneSheet = { name, columns, rows: 0 };
    const xml = Readable.from(sheetXml(table, marking, most, (rows) => (sheet.rows = rows)));
    done.push(sheet);
    zip.addReadStream(xml, `xl/worksheets/sheet${done.length}.xml`);
    await finished(xml);
    part += 1;
  } while ((await table.rows.peek()) !== null);
}

async function fill(zip: ZipFile, tables: readonly SheetTable[], about: About, most: number): Promise<void> {
  const done: DoneSheet[] = [];
  for (const table of tables) await addTable(zip, table, done, about, most);
  for (const [name, text] of packageParts(done, about)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
}

/**
 * Tables as an Office Open XML workbook, a sheet each, written as it is taken: no more than a few hundred rows are ever in
 * memory. `most` is how many rows a sheet takes beside its header.
 */
export async function* writeWorkbook(
  tables: readonly SheetTable[],
  about: About,
  most = MOST_ROWS,
): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const fail = (error: unknown): void => void output.destroy(error as Error);
  zip.on('error', fail);
  const filled = fill(zip, tables, about, most).catch(fail);
  try {
    for await (const chunk of output) yield chunk as Uint8Array;
    await filled;
  } finally {
    for (const { rows } of tables) await rows.leave();
  }
}
