import { and, asc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { dayFromNumber } from '@/lib/days';
import type { Cursor, Sort } from '@/lib/event-sort';
import { withFilters, type Filters } from '@/lib/filters';
import { MATCH_END, MATCH_START } from '@/lib/highlight';
import { passingPage } from '@/lib/passing-page';
import { isWithin, places } from '@/lib/places';
import type { LockdownBand } from '@/lib/timeline';
import type { Connection, Database } from './client';
import { currentIndex } from './index-feed';
import { matchingIds } from './matching-ids';
import { events, sourceSets } from './schema';
import { published } from './where';

/** What lists, tables and charts show of an event. */
const summaryColumns = {
  id: events.id,
  slug: events.slug,
  title: events.title,
  startsOn: events.startsOn,
  endsOn: events.endsOn,
  precision: events.precision,
  type: events.type,
  pillars: events.pillars,
  region: events.region,
  locality: events.locality,
  confidence: events.confidence,
};

/** Published or not: the caller adds the condition. */
export const summaries = (db: Database) => db.select(summaryColumns).from(events);
export type EventSummary = Awaited<ReturnType<typeof summaries>>[number];

/** A row of the table: with the number of sources, and the matches marked where words were searched (lib/highlight). */
export interface EventRow extends EventSummary {
  summary: string;
  sources: number;
  markedTitle: string;
  markedSummary: string;
  /** Where a page that begins after this row begins. */
  cursor: Cursor;
}

export interface EventPage {
  rows: EventRow[];
  hasBefore: boolean;
  hasAfter: boolean;
}

function marked(column: typeof events.title | typeof events.summary, q: string | null): SQL<string> {
  if (q === null) return sql<string>`${column}`;
  const options = `StartSel=${MATCH_START}, StopSel=${MATCH_END}, HighlightAll=true`;
  return sql<string>`ts_headline('english', ${column}, websearch_to_tsquery('english', ${q}), ${options})`;
}

export interface PageRequest {
  sort: Sort;
  /** Show what comes after this row, or before it; from the start where both are null. */
  after: Cursor | null;
  before: Cursor | null;
  limit: number;
}

/** Published events by id, in the order of the ids. */
async function inOrderOf<Row extends { id: number }>(
  ids: readonly number[],
  read: (where: SQL) => Promise<Row[]>,
): Promise<Row[]> {
  if (ids.length === 0) return [];
  const rows = new Map(
    (await read(and(published, inArray(events.id, [...ids]))!)).map((row) => [row.id, row]),
  );
  // One that was archived since the index was read is not there any more.
  return ids.flatMap((id) => rows.get(id) ?? []);
}

/**
 * One page of the table by keyset: a deep page costs what the first costs, and no row is skipped while others write. The
 * index says which events are on it, and Postgres what they are.
 */
export async function listEvents(
  db: Database,
  filters: Filters,
  { sort, after, before, limit }: PageRequest,
): Promise<EventPage> {
  const backwards = before !== null;
  const [{ index }, ids] = await Promise.all([currentIndex(db), matchingIds(db, filters)]);
  const found = passingPage(index, filters, ids, {
    sort: { ...sort, descending: sort.descending !== backwards },
    after: before ?? after,
    limit: limit + 1,
  });
  const more = found.length > limit;
  const placed = new Map(found.slice(0, limit).map((one) => [one.id, one]));
  const rows = await inOrderOf([...placed.keys()], (where) =>
    db
      .select({
        ...summaryColumns,
        summary: events.summary,
        markedTitle: marked(events.title, filters.q),
        markedSummary: marked(events.summary, filters.q),
        sources: sql<number>`(select count(*)::int from event_sources s where s.event_id = ${events.id})`,
      })
      .from(events)
      .where(where),
  );
  const page = rows.map((row) => {
    const { key, day, id } = placed.get(row.id)!;
    return { ...row, cursor: { key, day: dayFromNumber(day), id } };
  });
  if (backwards) return { rows: page.reverse(), hasBefore: more, hasAfter: true };
  return { rows: page, hasBefore: after !== null, hasAfter: more };
}

/** Events for the timeline, by start day; at most `limit`. */
export async function timelineEvents(db: Database, filters: Filters, limit: number): Promise<EventSummary[]> {
  return eventsByDate(db, filters, { limit });
}

/** Where a walk by date begins, which way it goes, and how far. */
interface Walk {
  after?: { startsOn: string; id: number };
  descending?: boolean;
  limit: number;
}

/** Events that pass the filters, by start day and id, from a place in that order: the index says which, Postgres what. */
export async function eventsByDate(
  db: Database,
  filters: Filters,
  { after, descending = false, limit }: Walk,
): Promise<EventSummary[]> {
  const [{ index }, ids] = await Promise.all([currentIndex(db), matchingIds(db, filters)]);
  const found = passingPage(index, filters, ids, {
    sort: { by: 'date', descending },
    after: after ? { key: '', day: after.startsOn, id: after.id } : null,
    limit,
  });
  return inOrderOf(
    found.map(({ id }) => id),
    (where) => summaries(db).where(where),
  );
}

/** The latest events that pass the filters; reference sets, which are not news, only where they are asked for. */
export async function newestEvents(db: Database, filters: Filters, limit: number): Promise<EventSummary[]> {
  const { index } = await currentIndex(db);
  const news = index.sets.filter(({ reference }) => !reference).map(({ key }) => key);
  const asked = filters.set.length > 0 ? filters : withFilters(filters, { set: news });
  return eventsByDate(db, asked, { descending: true, limit });
}

/** What lies over charts, each with its definition and where that comes from; the caller adds the condition. */
export const overMarks = (db: Connection) =>
  db
    .select({
      slug: events.slug,
      title: events.title,
      region: events.region,
      startsOn: events.startsOn,
      endsOn: events.endsOn,
      precision: events.precision,
      definition: events.summary,
      source: sourceSets.title,
      // As the rules of their source say it: in the whole place, or in parts of it alone.
      reach: sql<LockdownBand['reach']>`case when 'national' = any(${events.tags}) then 'national'
        when 'targeted' = any(${events.tags}) then 'targeted' end`,
    })
    .from(events)
    .innerJoin(sourceSets, eq(sourceSets.key, events.sourceSet));

/** Shorter lockdown events are moments (an announcement, one day's closure), not periods. */
const BAND_DAYS = 7;
/** More bands than these tell nothing apart. */
const MOST_BANDS = 200;
/** Where no place is chosen the reader's own country is meant. */
const HOME = 'GB-ENG';

/** Lockdown spells in the filtered places: in England where none is chosen; of all its nations where the UK is. */
export async function lockdownBands(db: Connection, filters: Filters): Promise<LockdownBand[]> {
  const codes = filters.region.length > 0 ? filters.region : [HOME];
  // A band belongs to a chosen place, to a part of it, or to what it is a part of.
  const related = places
    .filter(({ code }) => codes.some((chosen) => isWithin(code, chosen) || isWithin(chosen, code)))
    .map(({ code }) => code);
  return overMarks(db)
    .where(
      and(
        published,
        eq(events.type, 'lockdown'),
        eq(events.precision, 'day'),
        sql`${events.endsOn} - ${events.startsOn} >= ${BAND_DAYS}`,
        inArray(events.region, related),
      ),
    )
    .orderBy(asc(events.startsOn), asc(events.id))
    .limit(MOST_BANDS);
}
