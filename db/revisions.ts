import { and, desc, eq, lt, sql } from 'drizzle-orm';
import { draftDifferences } from '@/lib/draft-difference';
import { draftFromEvent } from '@/lib/event-draft';
import type { EventInput, EventRecord } from '@/lib/event';
import type { Connection } from './client';
import { eventChanges } from './schema';

/** The event as it stood after its save number `version`; null where there is no such version. */
export async function readVersion(
  db: Connection,
  eventId: number,
  version: number,
): Promise<EventInput | null> {
  const [row] = await db
    .select({ snapshot: eventChanges.snapshot })
    .from(eventChanges)
    .where(and(eq(eventChanges.eventId, eventId), eq(eventChanges.version, version)));
  return row?.snapshot ?? null;
}

const sayTheSame = (one: EventInput, other: EventInput): boolean =>
  draftDifferences(draftFromEvent(one), draftFromEvent(other)).every(({ field }) => field === 'status');

/** How many earlier versions of the same title and date are compared. */
const COMPARED = 50;

/**
 * The latest earlier version that said all that the event is to say now, whatever its status: what a save restores. Null where it
 * restores none, or changes nothing but the status. Compared, not asked: the trail must not take somebody's word for it.
 */
export async function restoredVersion(
  db: Connection,
  current: EventRecord,
  after: EventInput,
): Promise<number | null> {
  if (sayTheSame(current, after)) return null;
  const { id, version } = current;
  const rows = await db
    .select({ version: eventChanges.version, snapshot: eventChanges.snapshot })
    .from(eventChanges)
    .where(
      and(
        eq(eventChanges.eventId, id),
        lt(eventChanges.version, version),
        sql`snapshot ->> 'title' = ${after.title} and snapshot ->> 'startsOn' = ${after.startsOn}`,
      ),
    )
    .orderBy(desc(eventChanges.version))
    .limit(COMPARED);
  return rows.find(({ snapshot }) => sayTheSame(snapshot, after))?.version ?? null;
}

/** The status that an event had before it was archived: a draft that comes back must not be published by that. */
export async function statusBefore(db: Connection, eventId: number): Promise<EventInput['status']> {
  const [row] = await db
    .select({ snapshot: eventChanges.snapshot })
    .from(eventChanges)
    .where(and(eq(eventChanges.eventId, eventId), sql`${eventChanges.snapshot} ->> 'status' <> 'archived'`))
    .orderBy(desc(eventChanges.version))
    .limit(1);
  return row?.snapshot.status ?? 'draft';
}
