import { inArray, sql, type SQL } from 'drizzle-orm';
import { namedFilters, type NamedCount, type NamedFacets, type NamedFilter } from '@/lib/facets';
import type { Filters } from '@/lib/filters';
import { placeName } from '@/lib/places';
import type { Database } from './client';
import { articles, events } from './schema';
import { whereFilters } from './where';

const MAX_OPTIONS = 500;

/** Every value in the published record with its count under the other filters, zero counts kept. */
async function countNamed(
  db: Database,
  from: SQL,
  value: SQL,
  label: SQL,
  where: SQL,
): Promise<NamedCount[]> {
  const rows = await db.execute<{ value: string; label: string; count: number }>(sql`
    select ${value} as value, ${label} as label, count(distinct ${events.id}) filter (where ${where})::int as count
    from ${from} where ${events.status} = 'published'
    group by 1, 2 order by 3 desc, 2 limit ${MAX_OPTIONS}`);
  return [...rows];
}

function countActors(db: Database, filters: Filters): Promise<NamedCount[]> {
  const from = sql`events join event_actors on event_actors.event_id = events.id`;
  return countNamed(db, from, sql`event_actors.name`, sql`event_actors.name`, whereFilters(filters, 'actor'));
}

function countOrigins(db: Database, filters: Filters): Promise<NamedCount[]> {
  const from = sql`events join places on places.code = events.origin`;
  return countNamed(db, from, sql`places.code`, sql`places.name`, whereFilters(filters, 'origin'));
}

function countArticles(db: Database, filters: Filters): Promise<NamedCount[]> {
  const from = sql`events join event_sources on event_sources.event_id = events.id
    join ${articles} on ${articles.key} = event_sources.article`;
  const label = sql`${articles.outlet} || ': ' || ${articles.title}`;
  return countNamed(db, from, sql`${articles.key}`, label, whereFilters(filters, 'article'));
}

const counters: Record<NamedFilter, (db: Database, filters: Filters) => Promise<NamedCount[]>> = {
  actor: countActors,
  origin: countOrigins,
  article: countArticles,
};

/** The chosen values alone, with their names: what the form and the chips need of a filter that is not counted. */
async function chosenOnly(db: Database, filters: Filters, name: NamedFilter): Promise<NamedCount[]> {
  const values = filters[name];
  const works =
    name === 'article' && values.length > 0
      ? await db.select().from(articles).where(inArray(articles.key, values))
      : [];
  const titles = new Map(works.map(({ key, outlet, title }) => [key, `${outlet}: ${title}`]));
  return values.map((value) => ({
    value,
    label: titles.get(value) ?? (name === 'origin' ? placeName(value) : value),
    count: null,
  }));
}

/** Above so many events the options that only Postgres can count take seconds, and are counted where they are shown. */
const MANY = 100_000;

/**
 * The options of the filters whose values only the database knows, with their counts; of a large record only of those in
 * `shown`, of the others the chosen values without a count.
 */
export async function readNamedFacets(
  db: Database,
  filters: Filters,
  { size, shown }: { size: number; shown: readonly string[] },
): Promise<NamedFacets> {
  const uncounted = size <= MANY ? [] : namedFilters.filter((name) => !shown.includes(name));
  const read = (name: NamedFilter): Promise<NamedCount[]> =>
    uncounted.includes(name) ? chosenOnly(db, filters, name) : counters[name](db, filters);
  const [actor, origin, article] = await Promise.all([read('actor'), read('origin'), read('article')]);
  return { actor, origin, article, uncounted };
}
