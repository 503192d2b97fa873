import { and, desc, ne, sql } from 'drizzle-orm';
import type { EventInput } from '@/lib/event';
import type { Database } from './client';
import { events } from './schema';

/** Titles this alike, within two weeks and at the same place, or very alike within two months anywhere (pg_trgm). */
const ALIKE = 0.3;
export const VERY_ALIKE = 0.6;
const NEAR_DAYS = 14;
const WIDE_DAYS = 60;
const MOST = 5;

/** An event that may be the same as the one at hand. */
export interface Likeness {
  slug: string;
  title: string;
  startsOn: string;
  endsOn: string;
  precision: EventInput['precision'];
  region: string;
  status: EventInput['status'];
}

type Likened = Pick<EventInput, 'title' | 'startsOn' | 'endsOn' | 'region'>;

/**
 * Events that may be the one about to be saved, the likeliest first; at most five. Places match where one lies in the
 * other, dates where the spans are near. `itself` is the slug of an event that is being changed.
 */
export async function likelyDuplicates(
  db: Database,
  event: Likened,
  itself: string | null,
): Promise<Likeness[]> {
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
      region: events.region,
      status: events.status,
    })
    .from(events)
    .where(
      and(
        ne(events.status, 'archived'),
        itself === null ? undefined : ne(events.slug, itself),
        // The index of trigrams answers this one, from pg_trgm's own threshold of 0.3.
        sql`${events.title} % ${event.title}`,
        sql`(${alike} > ${ALIKE} and ${near(NEAR_DAYS)} and ${samePlace} or ${alike} > ${VERY_ALIKE} and ${near(WIDE_DAYS)})`,
      ),
    )
    .orderBy(desc(alike), events.id)
    .limit(MOST);
}
