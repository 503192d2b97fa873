import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import { buildIndex, withChanges, type EventIndex, type IndexRow } from '@/lib/event-index';
import { placeNumber } from '@/lib/places';
import { confidences, datingOf, datings, eventTypes, pillars } from '@/lib/vocabulary';
import type { Database } from './client';
import { dataset, eventChanges, events, sourceSets } from './schema';
import { readSourceSets } from './source-sets';
import { published } from './where';

/** The index and the revision of the dataset that it shows. */
export interface CurrentIndex {
  revision: number;
  index: EventIndex;
}

/** Above this many changed events a reload costs less than the merge. */
const RELOAD_ABOVE = 5_000;

const selected = {
  id: events.id,
  start: sql<number>`${events.startsOn} - date '1970-01-01'`,
  end: sql<number>`${events.endsOn} - date '1970-01-01'`,
  region: events.region,
  type: events.type,
  pillars: events.pillars,
  confidence: events.confidence,
  precision: events.precision,
  set: sourceSets.number,
};

const rowsOf = (db: Database) =>
  db.select(selected).from(events).innerJoin(sourceSets, eq(sourceSets.key, events.sourceSet));
type Row = Awaited<ReturnType<typeof rowsOf>>[number];

const toIndexRow = (row: Row): IndexRow => ({
  id: row.id,
  start: row.start,
  end: row.end,
  place: placeNumber(row.region),
  type: eventTypes.indexOf(row.type),
  pillarMask: row.pillars.reduce((mask, pillar) => mask | (1 << pillars.indexOf(pillar)), 0),
  confidence: confidences.indexOf(row.confidence),
  dating: datings.indexOf(datingOf(row.precision)),
  set: row.set,
});

/** The dataset's revision: raised by every write, part of every ETag. */
export async function readRevision(db: Database): Promise<number> {
  const [row] = await db.select({ revision: dataset.revision }).from(dataset);
  return row?.revision ?? 0;
}

async function load(db: Database): Promise<CurrentIndex> {
  // Revision first: a write between the two reads is then applied once more by the next request, which changes nothing.
  const revision = await readRevision(db);
  const [rows, sets] = await Promise.all([
    rowsOf(db).where(published).orderBy(asc(events.startsOn), asc(events.id)),
    readSourceSets(db),
  ]);
  return { revision, index: buildIndex(rows.map(toIndexRow), sets) };
}

async function catchUp(db: Database, held: CurrentIndex, revision: number): Promise<CurrentIndex> {
  const changed = await db
    .selectDistinct({ id: eventChanges.eventId })
    .from(eventChanges)
    .where(gt(eventChanges.revision, held.revision))
    .limit(RELOAD_ABOVE + 1);
  if (changed.length > RELOAD_ABOVE) return load(db);
  const ids = changed.map((row) => row.id);
  const [now, sets] = await Promise.all([
    ids.length === 0 ? [] : rowsOf(db).where(and(published, inArray(events.id, ids))),
    readSourceSets(db),
  ]);
  return { revision, index: withChanges(held.index, new Set(ids), now.map(toIndexRow), sets) };
}

const held = new WeakMap<Database, Promise<CurrentIndex>>();

async function refresh(db: Database, before: Promise<CurrentIndex> | undefined): Promise<CurrentIndex> {
  const current = await before?.catch(() => undefined);
  if (!current) return load(db);
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
