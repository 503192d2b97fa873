import {
  MOST_KILLED,
  emptyColumns,
  putRow,
  resized,
  type IndexColumns,
  type IndexRow,
} from '@/lib/index-columns';
import { places } from '@/lib/places';
import { confidences, datingOf, datings, eventTypes, pillars, precisions } from '@/lib/vocabulary';
import type { Database } from './client';
import { copyOut, type CopiedRow } from './copy-out';

/** The words of a column with the numbers that stand for them in the index. */
const numbered = (words: readonly string[]): Map<string, number> =>
  new Map(words.map((word, i) => [word, i]));
const placeWords = numbered(places.map((place) => place.code));
const typeWords = numbered(eventTypes);
const confidenceWords = numbered(confidences);
const datingWords = new Map(precisions.map((one) => [one as string, datings.indexOf(datingOf(one))]));
/** Filled as they come: "{prevent,prepare}", in whatever order. */
const maskWords = new Map<string, number>();

function maskOf(text: string): number {
  const known = maskWords.get(text);
  if (known !== undefined) return known;
  const words = text.slice(1, -1).split(',');
  const mask = pillars.reduce((sum, pillar, bit) => (words.includes(pillar) ? sum | (1 << bit) : sum), 0);
  maskWords.set(text, mask);
  return mask;
}

/** Days from 1970-01-01, from which the index counts, to 2000-01-01, from which Postgres does. */
const EPOCH = 10_957;

const COLUMNS = 10;
const query = (where: string, more = ''): string => `
  select e.id, e.starts_on, e.ends_on, e.region, e.type, e.pillars::text, e.confidence, e.precision, s.number, k.killed${more}
  from events e join source_sets s on s.key = e.source_set
  left join (select event_id, least(sum(value), ${MOST_KILLED})::int as killed from event_measures
    where measure = 'killed' and value > 0 group by event_id) k on k.event_id = e.id
  where e.status = 'published' and ${where}`;

function rowOf({ bytes, starts, lengths }: CopiedRow): IndexRow {
  const int = (column: number): number => bytes.readInt32BE(starts[column]);
  const word = (column: number): string =>
    bytes.toString('latin1', starts[column], starts[column]! + lengths[column]!);
  return {
    id: int(0),
    start: int(1) + EPOCH,
    end: int(2) + EPOCH,
    place: placeWords.get(word(3))!,
    type: typeWords.get(word(4))!,
    pillarMask: maskOf(word(5)),
    confidence: confidenceWords.get(word(6))!,
    dating: datingWords.get(word(7))!,
    set: bytes.readInt16BE(starts[8]),
    killed: lengths[9] === -1 ? 0 : int(9),
  };
}

/** Published events as the index takes them: those with the ids, or all of them; in no order. */
export async function readIndexRows(db: Database, ids: readonly number[] | null): Promise<IndexColumns> {
  let columns = emptyColumns(1024);
  let size = 0;
  // Numbers only, from our own tables: nothing to escape.
  const where = ids === null ? 'true' : `e.id = any('{${ids.map(Number).join(',')}}')`;
  await copyOut(db, query(where), COLUMNS, (row) => {
    if (size === columns.size) columns = resized(columns, size * 2);
    putRow(columns, size++, rowOf(row));
  });
  return resized(columns, size);
}

/** Published events that crossed a border, as the index takes them, with the place that each came from. */
export async function readCrossingRows(
  db: Database,
): Promise<{ columns: IndexColumns; origin: Uint16Array<ArrayBuffer> }> {
  let columns = emptyColumns(1024);
  const origins: number[] = [];
  await copyOut(db, query('e.origin is not null', ', e.origin'), COLUMNS + 1, (row) => {
    if (origins.length === columns.size) columns = resized(columns, columns.size * 2);
    putRow(columns, origins.length, rowOf(row));
    const { bytes, starts, lengths } = row;
    const word = bytes.toString('latin1', starts[COLUMNS], starts[COLUMNS]! + lengths[COLUMNS]!);
    origins.push(placeWords.get(word)!);
  });
  return { columns: resized(columns, origins.length), origin: Uint16Array.from(origins) };
}
