import { sql } from 'drizzle-orm';
import { noFilters, withFilters, type Filters } from '@/lib/filters';
import { IdSet } from '@/lib/id-set';
import type { Database } from './client';
import { assertRecord } from './known-record';
import { events } from './schema';
import { whereFilters } from './where';

/** The filters for which the index has no column: an answer of Postgres is a set of ids. */
const answeredHere = ({ q, actor, origin, article }: Filters): Filters =>
  withFilters(noFilters, { q, actor, origin, article });

/**
 * Ids of the events that pass the filters the index has no column for; null where none of them is set. They come packed,
 * four bytes each: a common word has hundreds of thousands.
 */
export async function matchingIds(db: Database, filters: Filters): Promise<IdSet | null> {
  assertRecord(db, filters);
  const { q, actor, origin, article } = filters;
  const others = actor.length + origin.length + article.length;
  if (q === null && others === 0) return null;
  // Words alone need no look at the events: what is not published the index does not hold.
  const found =
    q !== null && others === 0
      ? sql`select event_id as id from event_search where words @@ websearch_to_tsquery('english', ${q})`
      : sql`select ${events.id} as id from ${events} where ${whereFilters(answeredHere(filters))}`;
  const [row] = await db.execute<{ highest: number; ids: Buffer | null }>(
    sql`select coalesce(max(id), 0)::int as highest, string_agg(int4send(id), ''::bytea) as ids from (${found}) found`,
  );
  const ids = new IdSet(row!.highest);
  const bytes = row!.ids ?? Buffer.alloc(0);
  for (let at = 0; at < bytes.length; at += 4) ids.add(bytes.readInt32BE(at));
  return ids;
}
