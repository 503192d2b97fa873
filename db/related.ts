import { and, asc, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import { dayNumber, shiftDay } from '@/lib/days';
import type { EventRecord } from '@/lib/event';
import { noFilters, withFilters, type Filters } from '@/lib/filters';
import type { Database } from './client';
import { eventsByDate, summaries, type EventSummary } from './events';
import { articles, eventChanges, events } from './schema';
import { users } from './schema-auth';
import { published, textArray } from './where';

const FEW = 5;
const MONTH = 30;

const distance = (event: EventRecord) => (other: EventSummary) =>
  Math.abs(dayNumber(other.startsOn) - dayNumber(event.startsOn));

/** Events that pass the filters on both sides of one in time, the nearest first: five of them at most. */
async function nearest(db: Database, event: EventRecord, filters: Filters): Promise<EventSummary[]> {
  const sides = await Promise.all(
    [true, false].map((descending) => eventsByDate(db, filters, { after: event, descending, limit: FEW })),
  );
  const away = distance(event);
  return sides
    .flat()
    .sort((a, b) => away(a) - away(b) || a.id - b.id)
    .slice(0, FEW);
}

/** An actor of more events than this is looked for near the event alone. */
const MANY = 2_000;

/** Events of the same actors, the nearest first. All of theirs are sorted where they are few, else those of two months. */
async function ofSameActors(db: Database, event: EventRecord): Promise<EventSummary[]> {
  const names = event.actors.map((actor) => actor.name);
  if (names.length === 0) return [];
  const theirs = sql`select event_id from event_actors where name = any(${textArray(names)})`;
  const some = await db.execute(sql`select 1 from (${theirs} limit ${MANY + 1}) theirs`);
  const near = sql`${events.startsOn} between ${event.startsOn}::date - ${MONTH}::int and ${event.endsOn}::date + ${MONTH}::int`;
  return summaries(db)
    .where(
      and(
        published,
        ne(events.id, event.id),
        some.length > MANY ? near : undefined,
        sql`${events.id} in (${theirs})`,
      ),
    )
    .orderBy(sql`abs(${events.startsOn} - ${event.startsOn}::date)`, asc(events.id))
    .limit(FEW);
}

/** Other published events that stand near one: at the same place, within thirty days, with the same actors. */
export async function relatedEvents(
  db: Database,
  event: EventRecord,
): Promise<Record<'place' | 'time' | 'actors', EventSummary[]>> {
  const near = { from: shiftDay(event.startsOn, -MONTH), to: shiftDay(event.endsOn, MONTH) };
  const [place, time, actors] = await Promise.all([
    nearest(db, event, withFilters(noFilters, { region: [event.region] })),
    nearest(db, event, withFilters(noFilters, near)),
    ofSameActors(db, event),
  ]);
  return { place, time, actors };
}

/** The event before and the event after in time; null at the ends of the record. */
export async function neighbours(
  db: Database,
  event: EventRecord,
): Promise<{ before: EventSummary | null; after: EventSummary | null }> {
  const [[before], [after]] = await Promise.all([
    eventsByDate(db, noFilters, { after: event, descending: true, limit: 1 }),
    eventsByDate(db, noFilters, { after: event, limit: 1 }),
  ]);
  return { before: before ?? null, after: after ?? null };
}

/** Published events that this one links to or that link to it, by date. */
export async function linkedEvents(
  db: Database,
  { id }: EventRecord,
): Promise<{ slug: string; title: string }[]> {
  return db
    .select({ slug: events.slug, title: events.title })
    .from(events)
    .where(
      and(
        published,
        sql`${events.id} in (select linked_id from event_links where event_id = ${id}
          union select event_id from event_links where linked_id = ${id})`,
      ),
    )
    .orderBy(asc(events.startsOn), asc(events.id));
}

/** The works that the event's sources are cited in, by key. */
export async function articlesOf(db: Database, event: EventRecord) {
  const keys = event.sources.flatMap((source) => source.article ?? []);
  const rows = keys.length === 0 ? [] : await db.select().from(articles).where(inArray(articles.key, keys));
  return new Map(rows.map((row) => [row.key, row]));
}

/** What was done to the event, newest first: version, when, by whom, and which fields changed. */
export async function historyOf(db: Database, eventId: number) {
  const rows = await db
    .select({
      version: eventChanges.version,
      kind: eventChanges.kind,
      at: eventChanges.changedAt,
      by: users.name,
      snapshot: eventChanges.snapshot,
    })
    .from(eventChanges)
    .leftJoin(users, eq(users.id, eventChanges.changedBy))
    .where(eq(eventChanges.eventId, eventId))
    .orderBy(desc(eventChanges.version));
  return rows.map(({ snapshot, ...row }, i) => ({
    ...row,
    fields: changedFields(snapshot, rows[i + 1]?.snapshot),
  }));
}

function changedFields(now: object, before: object | undefined): string[] {
  if (!before) return [];
  const earlier = before as Record<string, unknown>;
  return Object.entries(now).flatMap(([key, value]) =>
    JSON.stringify(value) === JSON.stringify(earlier[key]) ? [] : [key],
  );
}
