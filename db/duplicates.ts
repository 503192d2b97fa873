import { and, desc, ne, sql } from 'drizzle-orm';
import { shiftDay } from '@/lib/days';
import type { EventInput } from '@/lib/event';
import { noFilters, withFilters } from '@/lib/filters';
import { passingPage } from '@/lib/passing-page';
import type { Database } from './client';
import { currentIndex } from './index-feed';
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

/** More events in so few days than any record has. */
const MOST_NEAR = 200_000;

/** Ids of published events whose span comes within so many days of the event's; the index knows them. */
async function publishedNear(db: Database, { startsOn, endsOn }: Likened, days: number): Promise<number[]> {
  const { index } = await currentIndex(db);
  const dates = { from: shiftDay(startsOn, -days), to: shiftDay(endsOn, days) };
  const found = passingPage(index, withFilters(noFilters, dates), null, {
    sort: { by: 'date', descending: false },
    after: null,
    limit: MOST_NEAR,
  });
  return found.map(({ id }) => id);
}

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
  const near60 = await publishedNear(db, event, WIDE_DAYS);
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
        // Titles are compared within these days alone: an index of trigrams takes seconds among millions of titles.
        sql`${events.id} in (select unnest(${`{${near60.join(',')}}`}::int[])
          union all select id from events where status <> 'published')`,
        // Likeness costs most, so it is asked last.
        sql`(${near(NEAR_DAYS)} and ${samePlace} and ${alike} > ${ALIKE} or ${near(WIDE_DAYS)} and ${alike} > ${VERY_ALIKE})`,
      ),
    )
    .orderBy(desc(alike), events.id)
    .limit(MOST);
}
