import { and, desc, ne, sql } from 'drizzle-orm';
import type { EventInput } from '@/lib/event';
import type { Database } from './client';
import { events } from './schema';

/** Titles this alike, within two weeks and at the same place, or very alike within two months anywhere (pg_trgm). */
const ALIKE = 0.3;
const VERY_ALIKE = 0.6;

export interface Likeness {
  slug: string;
  title: string;
  startsOn: string;
  endsOn: string;
  precision: EventInput['precision'];
}

/** Events that may be the one about to be put in, the likeliest first; at most five. */
export async function likelyDuplicates(db: Database, event: EventInput): Promise<Likeness[]> {
  const alike = sql<number>`similarity(${events.title}, ${event.title})`;
  const near = (days: number) =>
    sql`${events.startsOn} <= ${event.endsOn}::date + ${days}::int and ${events.endsOn} >= ${event.startsOn}::date - ${days}::int`;
  const samePlace = sql`exists (select from places a, places b where a.code = ${events.region} and b.code = ${event.region}
    and (starts_with(a.path, b.path) or starts_with(b.path, a.path)))`;
  return db
    .select({
      slug: events.slug,
      title: events.title,
      startsOn: events.startsOn,
      endsOn: events.endsOn,
      precision: events.precision,
    })
    .from(events)
    .where(
      and(
        ne(events.status, 'archived'),
        sql`(${alike} > ${ALIKE} and ${samePlace} and ${near(14)} or ${alike} > ${VERY_ALIKE} and ${near(60)})`,
      ),
    )
    .orderBy(desc(alike))
    .limit(5);
}
