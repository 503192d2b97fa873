import { and, desc, eq, lt, or, sql } from 'drizzle-orm';
import type { Status } from '@/lib/vocabulary';
import type { Database } from './client';
import { articles, eventActors, events, users } from './schema';

export interface AdminFilter {
  q: string;
  status: Status | null;
  /** Shows what comes after this row: last change and id. */
  after: { updatedAt: string; id: number } | null;
}

/** Events of every status, last changed first, a page at a time; one more than `limit` tells that there is another. */
export async function listForAdmin(db: Database, { q, status, after }: AdminFilter, limit: number) {
  const escaped = q.replaceAll(/[\\%_]/g, (char) => `\\${char}`);
  const found = q
    ? or(
        sql`${events.search} @@ websearch_to_tsquery('english', ${q})`,
        sql`${events.title} ilike ${`%${escaped}%`}`,
      )
    : undefined;
  return db
    .select({
      id: events.id,
      slug: events.slug,
      title: events.title,
      startsOn: events.startsOn,
      endsOn: events.endsOn,
      precision: events.precision,
      type: events.type,
      region: events.region,
      status: events.status,
      version: events.version,
      updatedAt: events.updatedAt,
      updatedBy: users.name,
    })
    .from(events)
    .leftJoin(users, eq(users.id, events.updatedBy))
    .where(
      and(
        found,
        status ? eq(events.status, status) : undefined,
        after
          ? or(
              lt(events.updatedAt, after.updatedAt),
              and(eq(events.updatedAt, after.updatedAt), lt(events.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(events.updatedAt), desc(events.id))
    .limit(limit + 1);
}

/** What the form offers while typing: known actors, and the articles that a source may be cited in. */
export async function readFormChoices(
  db: Database,
): Promise<{ actors: string[]; articles: { code: string; label: string }[] }> {
  const [actors, works] = await Promise.all([
    db.selectDistinct({ name: eventActors.name }).from(eventActors).orderBy(eventActors.name).limit(500),
    db
      .select({ code: articles.key, label: sql<string>`${articles.outlet} || ': ' || ${articles.title}` })
      .from(articles)
      .orderBy(articles.key),
  ]);
  return { actors: actors.map((actor) => actor.name), articles: works };
}

/** The name of who last saved the event, for the stale-save notice; null for the seed. */
export async function lastEditor(db: Database, slug: string): Promise<string | null> {
  const [row] = await db
    .select({ name: users.name })
    .from(events)
    .leftJoin(users, eq(users.id, events.updatedBy))
    .where(eq(events.slug, slug));
  return row?.name ?? null;
}
