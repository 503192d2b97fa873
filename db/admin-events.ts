import { and, desc, eq, or, sql } from 'drizzle-orm';
import type { Status } from '@/lib/vocabulary';
import type { Database } from './client';
import { events } from './schema';
import { users } from './schema-auth';
import { hasWords } from './where';

export interface AdminFilter {
  /** Words of the event, a piece of its title, or something like a word of it. */
  q: string;
  status: Status | null;
  /** The cursor of the row after which the page begins. */
  after: string | null;
}

/** Microseconds since 1970 and id: exact, and the same in any time zone of the server. */
const CURSOR = /^(\d{1,16})\.(\d{1,9})$/;
const cursor = sql<string>`(extract(epoch from ${events.updatedAt}) * 1000000)::bigint || '.' || ${events.id}`;

/** Rows after the cursor; undefined, which shows the first page, where it is none of ours. */
function beyond(after: string | null) {
  const [, micros, id] = CURSOR.exec(after ?? '') ?? [];
  if (!micros) return undefined;
  return sql`(${events.updatedAt}, ${events.id}) < (timestamptz 'epoch' + ${micros}::bigint * interval '1 microsecond', ${id}::int)`;
}

/** Full-text words, or a piece of the title, or a word that is nearly in it (pg_trgm), so that a slip still finds. */
function matching(q: string) {
  if (!q) return undefined;
  const escaped = q.replaceAll(/[\\%_]/g, (char) => `\\${char}`);
  return or(hasWords(q), sql`${events.title} ilike ${`%${escaped}%`}`, sql`${q} <% ${events.title}`);
}

/** Events of every status, last changed first, a page at a time; one more than `limit` tells that there is another. */
export async function listForAdmin(db: Database, { q, status, after }: AdminFilter, limit: number) {
  return db
    .select({
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
      cursor,
    })
    .from(events)
    .leftJoin(users, eq(users.id, events.updatedBy))
    .where(and(matching(q), status ? eq(events.status, status) : undefined, beyond(after)))
    .orderBy(desc(events.updatedAt), desc(events.id))
    .limit(limit + 1);
}

export type AdminRow = Awaited<ReturnType<typeof listForAdmin>>[number];
