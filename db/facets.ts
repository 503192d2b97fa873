import { sql, type SQL } from 'drizzle-orm';
import { calendarYears, type YearCount } from '@/lib/bulk-years';
import { periodBins, periodData, type PeriodData } from '@/lib/chart-period';
import { dayNumber, type Day } from '@/lib/days';
import { countFacets } from '@/lib/count-facets';
import type { EventIndex } from '@/lib/event-index';
import type { FacetCounts } from '@/lib/facet-counts';
import type { Facets, NamedCount } from '@/lib/facets';
import { noFilters, withFilters, type Filters } from '@/lib/filters';
import type { IdSet } from '@/lib/id-set';
import { datings } from '@/lib/vocabulary';
import type { Database } from './client';
import { currentIndex } from './index-feed';
import { matchingIds } from './matching-ids';
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

type Whole = Pick<Facets, 'present' | 'extent'> & { inSet: Uint32Array };
const whole = new WeakMap<EventIndex, Whole>();

/** What the record holds whatever the filters: counted once for each state of it. */
function wholeRecord(index: EventIndex): Whole {
  const known = whole.get(index);
  if (known) return known;
  const { region, span, set } = countFacets(index, noFilters);
  const counted = { present: region, extent: span, inSet: set };
  whole.set(index, counted);
  return counted;
}

/** Every count but those by period; by year instead, from which the first view is chosen. */
function countYears(
  index: EventIndex,
  filters: Filters,
  ids: IdSet | null,
): { counts: FacetCounts; years: YearCount[] } {
  const { extent } = wholeRecord(index);
  const all = extent === null ? [] : calendarYears(extent.from, extent.to);
  const counts = countFacets(index, filters, { ids, binStarts: all.map(({ start }) => start) });
  const inYear = (y: number): number =>
    datings.reduce((sum, _, d) => sum + counts.binTotals[y * datings.length + d]!, 0);
  return { counts, years: all.map(({ year }, y) => ({ year, count: inYear(y) })) };
}

/** Everything that the filter panel and the breakdowns count, for one question. */
export async function readFacets(db: Database, filters: Filters): Promise<Facets> {
  const [{ index, revision }, ids, actor, origin, article] = await Promise.all([
    currentIndex(db),
    matchingIds(db, filters),
    countActors(db, filters),
    countOrigins(db, filters),
    countArticles(db, filters),
  ]);
  const { counts, years } = countYears(index, filters, ids);
  const present = wholeRecord(index);
  const set = index.sets
    .filter(({ number }) => present.inSet[number]! > 0)
    .map(({ key, number, title, reference }) => ({
      value: key,
      label: title,
      count: counts.set[number]!,
      reference,
    }));
  return { ...counts, ...present, years, actor, origin, article, set, revision };
}

/** Events by period and pillar within `range`, under the filters. */
export async function readPeriods(
  db: Database,
  filters: Filters,
  range: { from: Day; to: Day },
): Promise<PeriodData> {
  const [{ index }, ids] = await Promise.all([currentIndex(db), matchingIds(db, filters)]);
  const { period, bins } = periodBins(range);
  const counts = countFacets(index, withFilters(filters, range), {
    ids,
    binStarts: bins.map((bin) => dayNumber(bin.from)),
  });
  return periodData(period, bins, counts);
}
