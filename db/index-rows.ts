import { MOST_KILLED, emptyColumns, resized, type IndexColumns } from '@/lib/index-columns';
import { places } from '@/lib/places';
import { confidences, datingOf, datings, eventTypes, pillars, precisions } from '@/lib/vocabulary';
import type { Database } from './client';
import { copyOut, type CopiedRow } from './copy-out';

/** The words of a column with the numbers that stand for them in the index. */
const numbered = (words: readonly string[]): Map<string, number> =>
  new Map(words.map((word, i) => [word, i]));
const typeWords = numbered(eventTypes);
const confidenceWords = numbered(confidences);
const datingWords = new Map(precisions.map((one) => [one as string, datings.indexOf(datingOf(one))]));

/** Of "{prevent,prepare}", in whatever order. */
function maskOf(text: string): number {
  const words = text.slice(1, -1).split(',');
  return pillars.reduce((sum, pillar, bit) => (words.includes(pillar) ? sum | (1 << bit) : sum), 0);
}

/** The numbers of places, which are ours: the database knows their codes. */
const numberedPlaces = `(values ${places.map(({ code }, i) => `('${code}', ${i}::int8)`).join(', ')})`;

/** Bytes of an event as `query` packs them. */
const PACKED = 16;

/**
 * Published events by trait, all of one trait packed into one value: a few hundred rows instead of millions, whose words
 * Postgres writes out, and we read, once. Of an event there are its first day and its id, four bytes each, place and
 * origin, two bytes each, and the days it goes on, four. `origin` is SQL for the number of the place that it came from.
 */
const query = (where: string, { origin, from }: { origin: string; from: string }): string => `
  select e.type, e.pillars::text, e.confidence, e.precision,
    (select number from source_sets where key = e.source_set),
    string_agg(int8send(((e.starts_on - date '1970-01-01')::int8 << 32) | e.id)
      || int8send((place.number << 48) | (${origin} << 32) | (e.ends_on - e.starts_on)), ''::bytea)
  from events e join ${numberedPlaces} place(code, number) on place.code = e.region ${from}
  where e.status = 'published' and ${where}
  group by e.type, e.pillars, e.confidence, e.precision, e.source_set`;
const COLUMNS = 6;
const EVENTS = 5;

/** Columns that grow. */
class Rows {
  columns = emptyColumns(1024);
  origin = new Uint16Array(1024);
  size = 0;

  #room(more: number): void {
    if (this.size + more <= this.columns.size) return;
    const size = Math.max(this.columns.size * 2, this.size + more);
    this.columns = resized(this.columns, size);
    const { origin } = this;
    this.origin = new Uint16Array(size);
    this.origin.set(origin);
  }

  /** Takes all events of a trait. */
  add({ bytes, starts, lengths }: CopiedRow): void {
    const word = (column: number): string =>
      bytes.toString('latin1', starts[column], starts[column]! + lengths[column]!);
    const more = lengths[EVENTS]! / PACKED;
    this.#room(more);
    const { columns, origin, size } = this;
    const { id, start, end, place } = columns;
    columns.type.fill(typeWords.get(word(0))!, size, size + more);
    columns.pillarMask.fill(maskOf(word(1)), size, size + more);
    columns.confidence.fill(confidenceWords.get(word(2))!, size, size + more);
    columns.dating.fill(datingWords.get(word(3))!, size, size + more);
    columns.set.fill(bytes.readInt16BE(starts[4]), size, size + more);
    for (let to = size, at = starts[EVENTS]!; to < size + more; to++, at += PACKED) {
      start[to] = bytes.readInt32BE(at);
      id[to] = bytes.readInt32BE(at + 4);
      place[to] = bytes.readUInt16BE(at + 8);
      origin[to] = bytes.readUInt16BE(at + 10);
      end[to] = start[to]! + bytes.readInt32BE(at + 12);
    }
    this.size += more;
  }
}

/** Of the events in which people were killed, how many: packed as id and number, four bytes each, in one value. */
async function readKilled(db: Database, where: string): Promise<Map<number, number>> {
  const killed = new Map<number, number>();
  const packed = `
    select string_agg(int4send(event_id) || int4send(killed), ''::bytea) from (
      select e.event_id, least(sum(e.value), ${MOST_KILLED})::int as killed from event_measures e
      where e.measure = 'killed' and e.value > 0 and ${where} group by e.event_id) sums`;
  await copyOut(db, packed, 1, ({ bytes, starts, lengths }) => {
    for (let at = starts[0]!; at < starts[0]! + lengths[0]!; at += 8)
      killed.set(bytes.readInt32BE(at), bytes.readInt32BE(at + 4));
  });
  return killed;
}

/** Rows of a query, and how many were killed in each; `killedWhere` chooses from event_measures. */
async function readRows(db: Database, sql: string, killedWhere: string): Promise<Rows> {
  const rows = new Rows();
  const [killed] = await Promise.all([
    readKilled(db, killedWhere),
    copyOut(db, sql, COLUMNS, (row) => rows.add(row)),
  ]);
  const { columns } = rows;
  if (killed.size > 0)
    for (let at = 0; at < rows.size; at++) columns.killed[at] = killed.get(columns.id[at]!) ?? 0;
  return rows;
}

/** Published events as the index takes them: those with the ids, or all of them; in no order. */
export async function readIndexRows(db: Database, ids: readonly number[] | null): Promise<IndexColumns> {
  // Numbers only, from our own tables: nothing to escape.
  const among = (column: string): string =>
    ids === null ? 'true' : `e.${column} = any('{${ids.map(Number).join(',')}}')`;
  const sql = query(among('id'), { origin: '0::int8', from: '' });
  const { columns, size } = await readRows(db, sql, among('event_id'));
  return resized(columns, size);
}

/** Published events that crossed a border, as the index takes them, with the place that each came from. */
export async function readCrossingRows(
  db: Database,
): Promise<{ columns: IndexColumns; origin: Uint16Array<ArrayBuffer> }> {
  const sql = query('true', {
    origin: 'origin.number',
    from: `join ${numberedPlaces} origin(code, number) on origin.code = e.origin`,
  });
  const { columns, origin, size } = await readRows(db, sql, 'true');
  return { columns: resized(columns, size), origin: origin.slice(0, size) };
}
