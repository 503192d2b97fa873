import { sql, type SQL } from 'drizzle-orm';
import { OTHERS, wholeQueue, type QueueGroup, type QueueKind, type QueueQuery } from '@/lib/review-queue';
import type { Database } from './client';

/** What waits for a reviewer: an event that was submitted, or a change proposed to a published one. */
export interface ReviewItem {
  kind: QueueKind;
  /** Of a proposal. */
  id: number | null;
  slug: string;
  title: string;
  pillars: string[];
  by: string | null;
  /** An instant, as Postgres writes it. */
  at: string;
  cursor: string;
}

/** All that waits. A number tells those apart that were sent together; an event is submitted by who saved it last. */
const queue = sql`(
  select 'event' as kind, null::int as id, e.id as number, e.slug, e.title, e.pillars::text[] as pillars, e.type::text as type,
    e.updated_by as by_id, e.updated_at as at
  from events e where e.status = 'in_review'
  union all
  select 'proposal', p.id, p.id, e.slug, p.proposed ->> 'title',
    array(select jsonb_array_elements_text(p.proposed -> 'pillars')), p.proposed ->> 'type', p.proposed_by, p.proposed_at
  from event_proposals p join events e on e.id = p.event_id where p.state = 'open') q
  left join users u on u.id = q.by_id`;

function askedFor({ kind, by, pillar, type }: QueueQuery, me: string): SQL {
  const conditions = [
    kind && sql`q.kind = ${kind}`,
    by && (by === OTHERS ? sql`q.by_id is distinct from ${me}` : sql`q.by_id = ${by}`),
    pillar && sql`${pillar} = any(q.pillars)`,
    type && sql`q.type = ${type}`,
  ].filter((condition) => condition !== '');
  return sql.join([sql`true`, ...conditions], sql` and `);
}

/** Microseconds since 1970, kind and number of the item after which a page begins. */
const CURSOR = /^(\d{1,16})\.(event|proposal)\.(\d{1,9})$/;

/** Items after the cursor; all of them where it is none of ours. */
function beyond(after: string): SQL {
  const [, micros, kind, number] = CURSOR.exec(after) ?? [];
  return micros
    ? sql`(q.at, q.kind, q.number) > (timestamptz 'epoch' + ${micros}::bigint * interval '1 microsecond', ${kind}, ${number}::int)`
    : sql`true`;
}

/** A page of what waits, the longest waiting first; one more than `limit` tells that there is another. */
export async function listReview(
  db: Database,
  { query = wholeQueue, me = '', after = '', limit = 50 } = {},
): Promise<ReviewItem[]> {
  return db.execute<ReviewItem & Record<string, unknown>>(sql`
    select q.kind, q.id, q.slug, q.title, q.pillars, u.name as by, q.at::text as at,
      (extract(epoch from q.at) * 1000000)::bigint || '.' || q.kind || '.' || q.number as cursor
    from ${queue} where ${askedFor(query, me)} and ${beyond(after)}
    order by q.at, q.kind, q.number limit ${limit + 1}`);
}

/** All that waits, counted by what it is asked by. */
export async function groupReview(db: Database): Promise<QueueGroup[]> {
  return db.execute<QueueGroup & Record<string, unknown>>(sql`
    select q.kind, q.by_id as "byId", u.name as by, q.pillars, q.type, count(*)::int as count
    from ${queue} group by q.kind, q.by_id, u.name, q.pillars, q.type`);
}
