import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from './client';
import { articles, eventActors, eventChanges, eventExternalIds, events } from './schema';
import { users } from './schema-auth';

const KNOWN_ACTORS = 500;

/** What the form offers while typing: known actors, and the articles that a source may be cited in. */
export async function readFormChoices(
  db: Database,
): Promise<{ actors: string[]; articles: { code: string; label: string }[] }> {
  const [actors, works] = await Promise.all([
    db
      .selectDistinct({ name: eventActors.name })
      .from(eventActors)
      .orderBy(eventActors.name)
      .limit(KNOWN_ACTORS),
    db
      .select({ code: articles.key, label: sql<string>`${articles.outlet} || ': ' || ${articles.title}` })
      .from(articles)
      .orderBy(articles.outlet, articles.key),
  ]);
  return { actors: actors.map((actor) => actor.name), articles: works };
}

/** Who saved last, and when; `by` is null for the seed and for a user who is gone. */
export interface LastChange {
  by: string | null;
  /** An instant, as Postgres writes it. */
  at: string;
}

/** The last save of an event, of whatever status; null where there is no such event. */
export async function lastChange(db: Database, slug: string): Promise<LastChange | null> {
  const [row] = await db
    .select({ by: users.name, at: eventChanges.changedAt })
    .from(eventChanges)
    .innerJoin(events, eq(events.id, eventChanges.eventId))
    .leftJoin(users, eq(users.id, eventChanges.changedBy))
    .where(eq(events.slug, slug))
    .orderBy(desc(eventChanges.version))
    .limit(1);
  return row ?? null;
}

/** Whether somebody has had a hand in an event since readers last saw it: their work is then in what would be published. */
export async function wroteUnpublished(db: Database, slug: string, userId: string): Promise<boolean> {
  const rows = await db.execute(sql`
    select 1 from event_changes c join events e on e.id = c.event_id
    where e.slug = ${slug} and c.changed_by = ${userId} and c.version > coalesce((
      select max(p.version) from event_changes p where p.event_id = e.id and p.snapshot ->> 'status' = 'published'), 0)
    limit 1`);
  return rows.length > 0;
}

/** Those of the slugs that no event has. */
export async function unknownSlugs(db: Database, slugs: readonly string[]): Promise<string[]> {
  if (slugs.length === 0) return [];
  const found = await db
    .select({ slug: events.slug })
    .from(events)
    .where(inArray(events.slug, [...slugs]));
  const known = new Set(found.map((row) => row.slug));
  return slugs.filter((slug) => !known.has(slug));
}

/** The slug of the event with this external identifier; null where there is none. */
export async function slugByExternalId(db: Database, scheme: string, value: string): Promise<string | null> {
  const [row] = await db
    .select({ slug: events.slug })
    .from(eventExternalIds)
    .innerJoin(events, eq(events.id, eventExternalIds.eventId))
    .where(and(eq(eventExternalIds.scheme, scheme), eq(eventExternalIds.value, value)));
  return row?.slug ?? null;
}
