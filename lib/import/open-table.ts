import { open } from 'node:fs/promises';
import { ImportProblem } from './import-problem';
import { readCsv } from './read-csv';
import { readJson, readNdjson } from './read-json';
import { readXlsx } from './read-xlsx';
import type { Table } from './source-row';
import { LISTS } from './stream-items';
import { textEncoding, type TextReading } from './text-encoding';

/** The beginning of the file, which says more than its name. */
async function beginning(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** True where the first line is a JSON object by itself, and not one that holds the list of rows. */
function isLines(text: string): boolean {
  const [first = ''] = text.split(/\r?\n/, 1);
  try {
    const object = JSON.parse(first) as Record<string, unknown>;
    return !Object.entries(object).some(([name, value]) => LISTS.has(name) && Array.isArray(value));
  } catch {
    return false;
  }
}

const COMPOUND = 'd0cf11e0';
const SECTOR = 512;

/** Names of the first parts of a compound file, as they stand in its directory ([MS-CFB] 2.2, 2.6). */
async function compoundNames(path: string, start: Buffer): Promise<string> {
  if (start.length < SECTOR) return '';
  const size = 2 ** Math.min(12, start.readUInt16LE(30));
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(size), 0, size, (start.readUInt32LE(48) + 1) * size);
    return buffer.toString('utf16le');
  } finally {
    await file.close();
  }
}

/** Why a compound file is no table: an encrypted workbook is one ([MS-OFFCRYPTO] 2.3.4), as old workbooks are. */
async function compoundProblem(path: string, start: Buffer): Promise<ImportProblem> {
  const isLocked = /Encrypt|DataSpace/.test(await compoundNames(path, start));
  return new ImportProblem(
    'unsupported',
    isLocked
      ? 'This workbook is locked with a password: save it without one, or as CSV.'
      : 'This is an old workbook (.xls): save it as .xlsx or CSV.',
  );
}

/**
 * Opens a file as a table, by what it holds and not by what it is called: CSV in any common encoding and with any
 * delimiter, a workbook (.xlsx), JSON, NDJSON or GeoJSON. Read once, in constant memory. `known` is how a text was read
 * before, or how a person says that it is: to find its encoding it is read once through. Throws ImportProblem.
 */
export async function openTable(path: string, known: TextReading = {}): Promise<Table> {
  const start = await beginning(path);
  if (start.length === 0) throw new ImportProblem('empty', 'The file is empty.');
  if (start.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return readXlsx(path);
  if (start.subarray(0, 4).toString('hex') === COMPOUND) throw await compoundProblem(path, start);
  if (start.subarray(0, 4).toString('latin1') === '%PDF')
    throw new ImportProblem(
      'unsupported',
      'This is a PDF: tables in it cannot be read reliably. Ask for the data as CSV.',
    );
  const text = start
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (text.startsWith('[')) return readJson(path);
  if (text.startsWith('{')) return isLines(text) ? readNdjson(path) : readJson(path);
  const found = known.encoding ?? (await textEncoding(path));
  if (start.includes(0) && !found.startsWith('utf-16'))
    throw new ImportProblem(
      'not-a-table',
      'The file is not text: give a CSV, a workbook (.xlsx), JSON or GeoJSON.',
    );
  return readCsv(path, found, known.delimiter);
}
