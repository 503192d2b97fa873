import { eq, getTableColumns } from 'drizzle-orm';
import type { EventInput, EventRecord } from '@/lib/event';
import type { EventPart } from '@/lib/export/export-event';
import type { Connection } from './client';
import { ofEvents, readParts } from './event-parts';
import { events } from './schema';

const { createdBy: _by, updatedBy: _updatedBy, ...eventColumns } = getTableColumns(events);

/** The whole event with all that belongs to it, whatever its status; null where there is none with this slug. */
export async function readEvent(db: Connection, slug: string): Promise<EventRecord | null> {
  const [event] = await db.select(eventColumns).from(events).where(eq(events.slug, slug));
  if (!event) return null;
  const parts = await readParts(db, [event.id], 'all');
  return { ...event, ...parts.get(event.id)! };
}

/**
 * Whole events for readers, in the order of the ids, whatever their status: the caller leaves out what is not published. Their
 * links lead to published events alone; ids that are not there are left out. `parts` that are not wanted are empty lists.
 */
export async function readEvents(
  db: Connection,
  ids: readonly number[],
  parts?: readonly EventPart[],
): Promise<EventRecord[]> {
  const [rows, belongings] = await Promise.all([
    db.select(eventColumns).from(events).where(ofEvents(events.id, ids)),
    readParts(db, ids, 'published', parts),
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const event = byId.get(id);
    // The row is this call's own: a copy of each would cost a long file more than reading it.
    return event ? Object.assign(event, belongings.get(id)) : [];
  });
}

/** What a person may change of a record: the record without what the database adds. */
export function inputOf({
  id: _id,
  version: _v,
  createdAt: _c,
  updatedAt: _u,
  ...input
}: EventRecord): EventInput {
  return input;
}
