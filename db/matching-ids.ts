import { sql } from 'drizzle-orm';
import { filtersToQuery, noFilters, withFilters, type Filters } from '@/lib/filters';
import { IdSet } from '@/lib/id-set';
import type { Database } from './client';
import { readRevision } from './index-feed';
import { keptAnswer } from './kept-answers';
import { assertRecord } from './known-record';
import { events } from './schema';
import { whereFilters } from './where';

/** The filters for which the index has no column: an answer of Postgres is a set of ids. */
const answeredHere = ({ q, actor, origin, article }: Filters): Filters =>
  withFilters(noFilters, { q, actor, origin, article });

/** The same ids, asked of Postgres. They come packed, four bytes each: a common word has hundreds of thousands. */
export async function findIds(db: Database, filters: Filters): Promise<IdSet> {
  const { q, actor, origin, article } = filters;
  // Words alone need no look at the events: what is not published the index does not hold.
  const found =
    q !== null && actor.length + origin.length + article.length === 0
      ? sql`select event_id as id from event_search where words @@ websearch_to_tsquery('english', ${q})`
      : sql`select ${events.id} as id from ${events} where ${whereFilters(filters)}`;
  const [row] = await db.execute<{ highest: number; ids: Buffer | null }>(
    sql`select coalesce(max(id), 0)::int as highest, string_agg(int4send(id), ''::bytea) as ids from (${found}) found`,
  );
  const ids = new IdSet(row!.highest);
  const bytes = row!.ids ?? Buffer.alloc(0);
  for (let at = 0; at < bytes.length; at += 4) ids.add(bytes.readInt32BE(at));
  return ids;
}

/**
 * Ids of the events that pass the filters the index has no column for; null where none of them is set. Kept until the next write
 * (keptAnswer).
 */
export async function matchingIds(db: Database, filters: Filters): Promise<IdSet | null> {
  assertRecord(db, filters);
  const asked = answeredHere(filters);
  const key = filtersToQuery(asked);
  if (key === '') return null;
  const revision = await readRevision(db);
  return keptAnswer(db, 'matching ids', { revision, key }, () => findIds(db, asked));
}
