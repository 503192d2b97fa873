import { desc, sql } from 'drizzle-orm';
import type { Connection, Database } from './client';
import { events } from './schema';

export interface TagCount {
  tag: string;
  /** Events of whatever status that have it. */
  events: number;
  /** Those of them that readers see. */
  published: number;
}

/** The tags in use, the commonest first. */
export async function listTags(db: Database, limit: number): Promise<TagCount[]> {
  const rows = await db.execute<TagCount & Record<string, unknown>>(sql`
    select tag, count(*)::int as events, (count(*) filter (where status = 'published'))::int as published
    from events, unnest(tags) as tag group by tag order by count(*) desc, tag limit ${limit}`);
  return [...rows];
}

/** The slugs of events with a tag, last changed first. */
export async function slugsTagged(db: Connection, tag: string, limit: number): Promise<string[]> {
  const rows = await db
    .select({ slug: events.slug })
    .from(events)
    .where(sql`${tag} = any(${events.tags})`)
    .orderBy(desc(events.updatedAt), desc(events.id))
    .limit(limit);
  return rows.map(({ slug }) => slug);
}
