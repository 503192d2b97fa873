import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { ZipFile } from 'yazl';
import { RowSource } from '@/lib/export/xlsx/row-source';
import { writeWorkbook } from '@/lib/export/xlsx/write-workbook';
import { xmlText } from '@/lib/export/xml';
import { acledFile } from './acled-file';

type Cells = Record<string, string>;

async function* rowsOf(csv: string): AsyncGenerator<Cells> {
  yield* createReadStream(csv).pipe(parse({ columns: true })) as AsyncIterable<Cells>;
}

async function* listed(csv: string, before: string, one: (cells: Cells) => object, after: string) {
  let sign = before;
  for await (const cells of rowsOf(csv)) {
    yield sign + JSON.stringify(one(cells));
    sign = ',\n';
  }
  yield after;
}

const feature = ({ latitude, longitude, ...properties }: Cells): object => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [Number(longitude), Number(latitude)] },
  properties: { ...properties, latitude, longitude },
});

/** As Pillarwatch writes workbooks: texts stand in their cells. */
async function* workbook(csv: string): AsyncGenerator<Uint8Array> {
  const names = Object.keys((await rowsOf(csv).next()).value as Cells);
  async function* rows() {
    for await (const cells of rowsOf(csv)) yield Object.values(cells);
  }
  const columns = names.map((name) => ({ name, type: 'text' as const }));
  const table = { name: 'ACLED', columns, rows: new RowSource(rows()) };
  yield* writeWorkbook([table], { title: 'Made', marking: '' });
}

/** As Excel saves workbooks: every text stands once in a list of its own (ECMA-376, 18.4.8), and cells give its number. */
async function* workbookOfShared(csv: string): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const texts = new Map<string, number>();
  const line = (values: readonly string[]): string => {
    const cells = values.map((text) => {
      if (!texts.has(text)) texts.set(text, texts.size);
      return `<c t="s"><v>${texts.get(text)}</v></c>`;
    });
    return `<row>${cells.join('')}</row>`;
  };
  async function* sheet() {
    yield '<worksheet><sheetData>';
    let isFirst = true;
    for await (const cells of rowsOf(csv)) {
      if (isFirst) yield line(Object.keys(cells));
      isFirst = false;
      yield line(Object.values(cells));
    }
    yield '</sheetData></worksheet>';
  }
  function* shared() {
    yield '<sst>';
    for (const text of texts.keys()) yield `<si><t>${xmlText(text)}</t></si>`;
    yield '</sst>';
  }
  const fill = async (): Promise<void> => {
    const rows = Readable.from(sheet());
    zip.addReadStream(rows, 'xl/worksheets/sheet1.xml');
    await finished(rows);
    zip.addReadStream(Readable.from(shared()), 'xl/sharedStrings.xml');
    const sheets =
      '<workbook xmlns:r="r"><sheets><sheet name="ACLED" sheetId="1" r:id="rId1"/></sheets></workbook>';
    const targets = '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>';
    zip.addBuffer(Buffer.from(sheets), 'xl/workbook.xml');
    zip.addBuffer(Buffer.from(targets), 'xl/_rels/workbook.xml.rels');
    zip.end();
  };
  const filled = fill();
  yield* zip.outputStream as Readable;
  await filled;
}

/** Every form in which a file of rows can be imported, but CSV. */
export const madeFormats = {
  'XLSX, texts in their cells (ours)': workbook,
  'XLSX, texts shared (Excel’s)': workbookOfShared,
  'JSON, a list': (csv: string) => listed(csv, '[', (cells) => cells, ']'),
  NDJSON: (csv: string) => lines(csv),
  GeoJSON: (csv: string) => listed(csv, '{"type":"FeatureCollection","features":[', feature, ']}'),
} satisfies Record<string, (csv: string) => AsyncGenerator<string | Uint8Array>>;

async function* lines(csv: string): AsyncGenerator<string> {
  for await (const cells of rowsOf(csv)) yield `${JSON.stringify(cells)}\n`;
}

/** The rows of the made ACLED file in another format, written as they are read; the same bytes of rows whenever it is made. */
export async function acledFileAs(
  folder: string,
  format: keyof typeof madeFormats,
  rows: number,
): Promise<string> {
  const csv = await acledFile(folder, rows);
  const at = Object.keys(madeFormats).indexOf(format);
  const file = path.resolve(folder, `acled-31-${rows}-as-${at}`);
  if (!existsSync(file)) await pipeline(madeFormats[format](csv), createWriteStream(file));
  return file;
}
