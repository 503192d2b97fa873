import { and, asc, eq, getTableColumns, sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { EventRecord } from '@/lib/event';
import type { EventPart } from '@/lib/export/export-event';
import type { Connection } from './client';
import { eventActors, eventExternalIds, eventLinks, eventMeasures, events, eventSources } from './schema';

/** What belongs to an event beside its own row. */
type Parts = Pick<EventRecord, EventPart>;

const { position: _position, ...sourceColumns } = getTableColumns(eventSources);

/** True for rows of these events: one parameter, whatever their number. */
export function ofEvents(column: PgColumn, ids: readonly number[]): SQL {
  return sql`${column} = any(${`{${ids.join(',')}}`}::int[])`;
}

/** What is read where nothing less is asked for. */
const everyPart: readonly EventPart[] = ['actors', 'measures', 'sources', 'externalIds', 'links'];

type Reading = [db: Connection, ids: readonly number[]];

const readActors = (...[db, ids]: Reading) =>
  db
    .select({ eventId: eventActors.eventId, name: eventActors.name, role: eventActors.role })
    .from(eventActors)
    .where(ofEvents(eventActors.eventId, ids))
    .orderBy(asc(eventActors.eventId), asc(eventActors.position));

const readMeasures = (...[db, ids]: Reading) =>
  db
    .select({
      eventId: eventMeasures.eventId,
      measure: eventMeasures.measure,
      value: eventMeasures.value,
      unit: eventMeasures.unit,
    })
    .from(eventMeasures)
    .where(ofEvents(eventMeasures.eventId, ids))
    .orderBy(asc(eventMeasures.eventId), asc(eventMeasures.position));

const readSources = (...[db, ids]: Reading) =>
  db
    .select(sourceColumns)
    .from(eventSources)
    .where(ofEvents(eventSources.eventId, ids))
    .orderBy(asc(eventSources.eventId), asc(eventSources.position));

const readExternalIds = (...[db, ids]: Reading) =>
  db
    .select(getTableColumns(eventExternalIds))
    .from(eventExternalIds)
    .where(ofEvents(eventExternalIds.eventId, ids))
    .orderBy(asc(eventExternalIds.scheme), asc(eventExternalIds.value));

const readLinks = (db: Connection, ids: readonly number[], to: 'all' | 'published') =>
  db
    .select({ eventId: eventLinks.eventId, slug: events.slug })
    .from(eventLinks)
    .innerJoin(events, eq(events.id, eventLinks.linkedId))
    .where(and(ofEvents(eventLinks.eventId, ids), to === 'all' ? undefined : eq(events.status, 'published')))
    .orderBy(asc(events.slug));

function readRows(
  db: Connection,
  ids: readonly number[],
  linksTo: 'all' | 'published',
  wanted: readonly EventPart[],
) {
  return Promise.all([
    wanted.includes('actors') ? readActors(db, ids) : [],
    wanted.includes('measures') ? readMeasures(db, ids) : [],
    wanted.includes('sources') ? readSources(db, ids) : [],
    wanted.includes('externalIds') ? readExternalIds(db, ids) : [],
    wanted.includes('links') ? readLinks(db, ids, linksTo) : [],
  ]);
}

/**
 * What belongs to each of these events, by its id, in one query a table. Readers get no link to what they may not see. Parts
 * that are not `wanted` are not asked for: their lists are empty.
 */
export async function readParts(
  db: Connection,
  ids: readonly number[],
  linksTo: 'all' | 'published',
  wanted = everyPart,
): Promise<ReadonlyMap<number, Parts>> {
  const parts = new Map<number, Parts>(
    ids.map((id) => [id, { actors: [], measures: [], sources: [], externalIds: [], links: [] }]),
  );
  const [actors, measures, sources, externalIds, links] = await readRows(db, ids, linksTo, wanted);
  for (const { eventId, ...actor } of actors) parts.get(eventId)!.actors.push(actor);
  for (const { eventId, ...measure } of measures) parts.get(eventId)!.measures.push(measure);
  for (const { eventId, ...source } of sources) parts.get(eventId)!.sources.push(source);
  for (const { eventId, ...externalId } of externalIds) parts.get(eventId)!.externalIds.push(externalId);
  for (const { eventId, slug } of links) parts.get(eventId)!.links.push(slug);
  return parts;
}
