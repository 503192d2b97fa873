import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { ImportProblem } from './import-problem';
import { MOST_COLUMNS, type FileFormat, type SourceRow, type Table } from './source-row';
import { streamItems } from './stream-items';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

const textOf = (value: Json): string =>
  value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);

/** An object as cells: members by name, those of an object within it as "place.code"; lists as JSON. */
export function cellsOfObject(object: Json, prefix = ''): Record<string, string> {
  const cells = Object.create(null) as Record<string, string>;
  if (object === null || typeof object !== 'object' || Array.isArray(object)) return cells;
  for (const [name, value] of Object.entries(object)) {
    const isObject = value !== null && typeof value === 'object' && !Array.isArray(value);
    if (isObject && prefix === '') Object.assign(cells, cellsOfObject(value, `${name}.`));
    else cells[prefix + name] = textOf(value).replaceAll('\0', '');
  }
  return cells;
}

/** A feature as its properties, with the coordinates of its point (RFC 7946: longitude first). */
function cellsOfFeature(feature: Json): Record<string, string> {
  const { properties = null, geometry = null, id = null } = feature as { [name: string]: Json };
  const cells = cellsOfObject(properties);
  const point = geometry as { type?: Json; coordinates?: Json } | null;
  if (point?.type === 'Point' && Array.isArray(point.coordinates)) {
    cells.longitude ??= textOf(point.coordinates[0] ?? null);
    cells.latitude ??= textOf(point.coordinates[1] ?? null);
  }
  if (id !== null) cells.id ??= textOf(id);
  return cells;
}

/** How many rows the columns are told from: members may be missing from some. */
const FIRST = 200;

async function tableOf(format: FileFormat, items: AsyncGenerator<SourceRow>): Promise<Table> {
  const first: SourceRow[] = [];
  const columns = new Set<string>();
  while (first.length < FIRST) {
    const next = await items.next();
    if (next.done) break;
    first.push(next.value);
    for (const name of Object.keys(next.value.cells)) columns.add(name);
  }
  if (first.length === 0) throw new ImportProblem('empty', 'The file holds no row.');
  if (columns.size > MOST_COLUMNS)
    throw new ImportProblem('too-wide', `The rows have more than ${MOST_COLUMNS} members.`);
  async function* rows(): AsyncGenerator<SourceRow> {
    yield* first;
    yield* items;
  }
  return { format, encoding: 'utf-8', columns: [...columns], rows: rows() };
}

async function* lines(path: string): AsyncGenerator<SourceRow> {
  let row = 0;
  for await (const line of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity })) {
    row++;
    const text = line.replace(/^\uFEFF/, '').trim();
    if (text === '') continue;
    try {
      yield { row, cells: cellsOfObject(JSON.parse(text) as Json) };
    } catch {
      throw new ImportProblem('broken', `Line ${row} is no JSON.`);
    }
  }
}

/** One JSON object a line. Rows are lines. */
export const readNdjson = (path: string): Promise<Table> => tableOf('ndjson', lines(path));

/**
 * A JSON array of objects, or an object that holds one as `data`, `events` or `features`; rows are counted from 1. A
 * GeoJSON file is one of features.
 */
export async function readJson(path: string): Promise<Table> {
  const { list, items } = await streamItems(path);
  const isGeo = list === 'features';
  async function* rows(): AsyncGenerator<SourceRow> {
    let row = 0;
    for await (const item of items) {
      row++;
      yield { row, cells: isGeo ? cellsOfFeature(item as Json) : cellsOfObject(item as Json) };
    }
  }
  return tableOf(isGeo ? 'geojson' : 'json', rows());
}
