import { and, desc, eq, sql, type SQL } from 'drizzle-orm';
import { COUNT_MOST } from '@/lib/numbers';
import { statuses, type Status } from '@/lib/vocabulary';
import type { Database } from './client';
import { events } from './schema';
import { users } from './schema-auth';

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

/**
 * What to find, by the plainest way that finds anything of whatever status: full-text words or a piece of the title, else a word
 * nearly in it. Undefined for all events.
 */
async function finding(db: Database, q: string): Promise<SQL | undefined> {
  if (!q) return undefined;
  const escaped = q.replaceAll(/[\\%_]/g, (char) => `\\${char}`);
  const plain = sql`${events.id} in (select id from events where title ilike ${`%${escaped}%`}
    union all select event_id from event_search where words @@ websearch_to_tsquery('english', ${q}))`;
  const [found] = await db.select({ id: events.id }).from(events).where(plain).limit(1);
  return found ? plain : sql`${q} <% ${events.title}`;
}

function page(db: Database, found: SQL | undefined, { status, after }: AdminFilter, limit: number) {
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
    .where(and(found, status ? eq(events.status, status) : undefined, beyond(after)))
    .orderBy(desc(events.updatedAt), desc(events.id))
    .limit(limit + 1);
}

/** Events of every status, last changed first, a page at a time; one more than `limit` tells that there is another. */
export async function listForAdmin(db: Database, filter: AdminFilter, limit: number) {
  return page(db, await finding(db, filter.q), filter, limit);
}

/** How many events of each status are found by the words; COUNT_MOST + 1 for more than that. */
export async function countForAdmin(db: Database, q: string): Promise<Record<Status, number>> {
  const found = (await finding(db, q)) ?? sql`true`;
  const counts = statuses.map(
    (status) => sql`(select count(*)::int from (
      select 1 from ${events} where ${eq(events.status, status)} and ${found} limit ${COUNT_MOST + 1}) found) as ${sql.identifier(status)}`,
  );
  const [row] = await db.execute<Record<Status, number>>(sql`select ${sql.join(counts, sql`, `)}`);
  return row!;
}

export type AdminRow = Awaited<ReturnType<typeof listForAdmin>>[number];
