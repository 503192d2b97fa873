import { asc, eq, getTableColumns } from 'drizzle-orm';
import type { EventInput, EventRecord } from '@/lib/event';
import type { Connection } from './client';
import { eventActors, eventExternalIds, eventLinks, eventMeasures, events, eventSources } from './schema';

const { createdBy: _by, updatedBy: _updatedBy, ...eventColumns } = getTableColumns(events);
const { eventId: _event, position: _position, ...sourceColumns } = getTableColumns(eventSources);

function readParts(db: Connection, id: number) {
  return Promise.all([
    db
      .select({ name: eventActors.name, role: eventActors.role })
      .from(eventActors)
      .where(eq(eventActors.eventId, id))
      .orderBy(asc(eventActors.position)),
    db
      .select({ measure: eventMeasures.measure, value: eventMeasures.value, unit: eventMeasures.unit })
      .from(eventMeasures)
      .where(eq(eventMeasures.eventId, id))
      .orderBy(asc(eventMeasures.position)),
    db
      .select(sourceColumns)
      .from(eventSources)
      .where(eq(eventSources.eventId, id))
      .orderBy(asc(eventSources.position)),
    db
      .select({ scheme: eventExternalIds.scheme, value: eventExternalIds.value })
      .from(eventExternalIds)
      .where(eq(eventExternalIds.eventId, id))
      .orderBy(asc(eventExternalIds.scheme), asc(eventExternalIds.value)),
    db
      .select({ slug: events.slug })
      .from(eventLinks)
      .innerJoin(events, eq(events.id, eventLinks.linkedId))
      .where(eq(eventLinks.eventId, id))
      .orderBy(asc(events.slug)),
  ]);
}

/** The whole event with all that belongs to it, whatever its status; null where there is none with this slug. */
export async function readEvent(db: Connection, slug: string): Promise<EventRecord | null> {
  const [event] = await db.select(eventColumns).from(events).where(eq(events.slug, slug));
  if (!event) return null;
  const [actors, measures, sources, externalIds, linked] = await readParts(db, event.id);
  return { ...event, actors, measures, sources, externalIds, links: linked.map((link) => link.slug) };
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
