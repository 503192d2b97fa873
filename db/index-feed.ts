import { gt } from 'drizzle-orm';
import { buildIndex, withChanges, type EventIndex } from '@/lib/event-index';
import { rowOf } from '@/lib/index-columns';
import type { Connection, Database } from './client';
import { heldFor } from './held';
import { readIndexRows } from './index-rows';
import { presentOf } from './known-record';
import { dataset, eventChanges } from './schema';
import { readSourceSets } from './source-sets';

/** The index and the revision of the dataset that it shows. */
export interface CurrentIndex {
  revision: number;
  index: EventIndex;
}

/** Above this many changed events a reload costs less than the merge. */
const RELOAD_ABOVE = 5_000;

const askRevision = (db: Connection) =>
  db.select({ revision: dataset.revision }).from(dataset).prepare('dataset_revision');
const asking = new WeakMap<Connection, ReturnType<typeof askRevision>>();

/** The dataset's revision: raised by every write, part of every ETag. Asked several times a page, so written as SQL once. */
export async function readRevision(db: Connection): Promise<number> {
  const asked = asking.get(db) ?? askRevision(db);
  asking.set(db, asked);
  const [row] = await asked.execute();
  return row?.revision ?? 0;
}

async function load(db: Database): Promise<CurrentIndex> {
  // Revision first: a write between the two reads is then applied once more by the next request, which changes nothing.
  const revision = await readRevision(db);
  const [columns, sets] = await Promise.all([readIndexRows(db, null), readSourceSets(db)]);
  return { revision, index: buildIndex(columns, sets) };
}

/** Ids of the events that changed after a revision; null where they are too many to be merged. */
async function changedSince(db: Database, revision: number): Promise<number[] | null> {
  const changed = await db
    .selectDistinct({ id: eventChanges.eventId })
    .from(eventChanges)
    .where(gt(eventChanges.revision, revision))
    .limit(RELOAD_ABOVE + 1);
  return changed.length > RELOAD_ABOVE ? null : changed.map(({ id }) => id);
}

/** The index with these events as the database has them. */
async function merged(db: Database, index: EventIndex, ids: number[]): Promise<EventIndex> {
  const [columns, sets] = await Promise.all([readIndexRows(db, ids), readSourceSets(db)]);
  const rows = Array.from({ length: columns.size }, (_, at) => rowOf(columns, at));
  return withChanges(index, new Set(ids), rows, sets);
}

async function catchUp(db: Database, held: CurrentIndex, revision: number): Promise<CurrentIndex> {
  const ids = await changedSince(db, held.revision);
  return ids === null ? load(db) : { revision, index: await merged(db, held.index, ids) };
}

/** A past state is today's index with what has changed since as it was then: it costs by the changes, not by the record. */
async function loadPast(db: Database, now: Database): Promise<CurrentIndex> {
  const revision = await readRevision(db);
  const { index } = await currentIndex(now);
  // Asked after the index was read: what changes in between is merged once more, which changes nothing.
  const ids = await changedSince(now, revision);
  return ids === null ? load(db) : { revision, index: await merged(db, index, ids) };
}

const held = heldFor<Promise<CurrentIndex>>('index');

async function refresh(db: Database, before: Promise<CurrentIndex> | undefined): Promise<CurrentIndex> {
  const current = await before?.catch(() => undefined);
  if (!current) {
    const now = presentOf(db);
    return now === null ? load(db) : loadPast(db, now);
  }
  const revision = await readRevision(db);
  return revision === current.revision ? current : catchUp(db, current, revision);
}

/**
 * The index as of now: what was committed before the call is in it, on any number of app instances. Costs one row read
 * where nothing has changed. Throws where the database can't be reached: an outage must not look like "no data".
 */
export function currentIndex(db: Database): Promise<CurrentIndex> {
  // Requests queue behind one refresh, so that no two of them load at once.
  const next = refresh(db, held.get(db));
  held.set(db, next);
  return next;
}
