import { and, asc, desc, eq, inArray, ne, sql, type SQL } from 'drizzle-orm';
import type { EventRecord } from '@/lib/event';
import type { Database } from './client';
import { summaries, type EventSummary } from './events';
import { articles, eventChanges, events } from './schema';
import { users } from './schema-auth';
import { published, textArray } from './where';

const FEW = 5;

/** Other published events that stand near one: at the same place, within thirty days, with the same actors. */
export async function relatedEvents(
  db: Database,
  event: EventRecord,
): Promise<Record<'place' | 'time' | 'actors', EventSummary[]>> {
  const nearest = sql`abs(${events.startsOn} - ${event.startsOn}::date)`;
  const find = (condition: SQL) =>
    summaries(db)
      .where(and(published, ne(events.id, event.id), condition))
      .orderBy(nearest, asc(events.id))
      .limit(FEW);
  const names = event.actors.map((actor) => actor.name);
  const within30 = sql`${events.startsOn} <= ${event.endsOn}::date + 30 and ${events.endsOn} >= ${event.startsOn}::date - 30`;
  const [place, time, actors] = await Promise.all([
    find(eq(events.region, event.region)),
    find(within30),
    names.length === 0
      ? []
      : find(
          sql`exists (select from event_actors a where a.event_id = ${events.id} and a.name = any(${textArray(names)}))`,
        ),
  ]);
  return { place, time, actors };
}

/** The event before and the event after in time; null at the ends of the record. */
export async function neighbours(
  db: Database,
  event: EventRecord,
): Promise<{ before: EventSummary | null; after: EventSummary | null }> {
  const at = sql`(${event.startsOn}::date, ${event.id}::int)`;
  const here = sql`(${events.startsOn}, ${events.id})`;
  const [[before], [after]] = await Promise.all([
    summaries(db)
      .where(and(published, sql`${here} < ${at}`))
      .orderBy(desc(events.startsOn), desc(events.id))
      .limit(1),
    summaries(db)
      .where(and(published, sql`${here} > ${at}`))
      .orderBy(asc(events.startsOn), asc(events.id))
      .limit(1),
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

/** Cross-border events that left a place and that arrived in it, for its profile. */
export async function crossBorderCounts(
  db: Database,
  code: string,
): Promise<{ sent: number; received: number }> {
  const within = (column: SQL) =>
    sql`${column} in (select b.code from places b join places a on starts_with(b.path, a.path) where a.code = ${code})`;
  const [row] = await db
    .select({
      sent: sql<number>`(count(*) filter (where ${within(sql`${events.origin}`)}))::int`,
      received: sql<number>`(count(*) filter (where ${within(sql`${events.region}`)}))::int`,
    })
    .from(events)
    .where(and(published, sql`${events.origin} is not null`));
  return row!;
}
