import { and, asc, eq, getTableColumns, sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { EventRecord } from '@/lib/event';
import type { Connection } from './client';
import { eventActors, eventExternalIds, eventLinks, eventMeasures, events, eventSources } from './schema';

/** What belongs to an event beside its own row. */
type Parts = Pick<EventRecord, 'actors' | 'measures' | 'sources' | 'externalIds' | 'links'>;

const { position: _position, ...sourceColumns } = getTableColumns(eventSources);

/** True for rows of these events: one parameter, whatever their number. */
export function ofEvents(column: PgColumn, ids: readonly number[]): SQL {
  return sql`${column} = any(${`{${ids.join(',')}}`}::int[])`;
}

function readRows(db: Connection, ids: readonly number[], links: 'all' | 'published') {
  return Promise.all([
    db
      .select({ eventId: eventActors.eventId, name: eventActors.name, role: eventActors.role })
      .from(eventActors)
      .where(ofEvents(eventActors.eventId, ids))
      .orderBy(asc(eventActors.eventId), asc(eventActors.position)),
    db
      .select({
        eventId: eventMeasures.eventId,
        measure: eventMeasures.measure,
        value: eventMeasures.value,
        unit: eventMeasures.unit,
      })
      .from(eventMeasures)
      .where(ofEvents(eventMeasures.eventId, ids))
      .orderBy(asc(eventMeasures.eventId), asc(eventMeasures.position)),
    db
      .select(sourceColumns)
      .from(eventSources)
      .where(ofEvents(eventSources.eventId, ids))
      .orderBy(asc(eventSources.eventId), asc(eventSources.position)),
    db
      .select(getTableColumns(eventExternalIds))
      .from(eventExternalIds)
      .where(ofEvents(eventExternalIds.eventId, ids))
      .orderBy(asc(eventExternalIds.scheme), asc(eventExternalIds.value)),
    db
      .select({ eventId: eventLinks.eventId, slug: events.slug })
      .from(eventLinks)
      .innerJoin(events, eq(events.id, eventLinks.linkedId))
      .where(
        and(ofEvents(eventLinks.eventId, ids), links === 'all' ? undefined : eq(events.status, 'published')),
      )
      .orderBy(asc(events.slug)),
  ]);
}

/** What belongs to each of these events, by its id, in one query a table. Readers get no link to what they may not see. */
export async function readParts(
  db: Connection,
  ids: readonly number[],
  linksTo: 'all' | 'published',
): Promise<ReadonlyMap<number, Parts>> {
  const parts = new Map<number, Parts>(
    ids.map((id) => [id, { actors: [], measures: [], sources: [], externalIds: [], links: [] }]),
  );
  const [actors, measures, sources, externalIds, links] = await readRows(db, ids, linksTo);
  for (const { eventId, ...actor } of actors) parts.get(eventId)!.actors.push(actor);
  for (const { eventId, ...measure } of measures) parts.get(eventId)!.measures.push(measure);
  for (const { eventId, ...source } of sources) parts.get(eventId)!.sources.push(source);
  for (const { eventId, ...externalId } of externalIds) parts.get(eventId)!.externalIds.push(externalId);
  for (const { eventId, slug } of links) parts.get(eventId)!.links.push(slug);
  return parts;
}
