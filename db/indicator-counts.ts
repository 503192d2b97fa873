import { and, eq, gte, lte, sql } from 'drizzle-orm';
import { countFacets } from '@/lib/count-facets';
import { dayFromNumber, dayNumber, today, type Day } from '@/lib/days';
import { noFilters, parseFilters, withFilters, type Filters } from '@/lib/filters';
import type { Count } from '@/lib/indicators/evaluate';
import type { Indicator } from '@/lib/indicators/indicator';
import { binsBetween, binTitle, type Bin } from '@/lib/periods';
import { inPeriod } from '@/lib/series/series-chart';
import { datings } from '@/lib/vocabulary';
import type { Database } from './client';
import { currentIndex } from './index-feed';
import { matchingIds } from './matching-ids';
import { eventMeasures, events } from './schema';
import { readSeries } from './series';
import { whereFilters } from './where';

/** How far back an indicator looks. */
const YEARS = 12;

/** The filter of an indicator. Every value in it was checked when it was written. */
export const indicatorFilters = ({ query }: Pick<Indicator, 'query'>): Filters =>
  parseFilters(new URLSearchParams(query)).filters;

/**
 * The last day that the record speaks of: the last end of an event of the sets that the filter takes, reference sets apart;
 * not after today. A silence after that day is no news. Null for an empty record.
 */
export async function recordHorizon(db: Database, filters: Filters = noFilters): Promise<Day | null> {
  const { index } = await currentIndex(db);
  const own = index.sets.filter(({ reference }) => !reference).map(({ key }) => key);
  const set = filters.set.length > 0 ? filters.set : own;
  const { span } = countFacets(index, withFilters(noFilters, { set }));
  if (span === null) return null;
  const last = dayFromNumber(span.to);
  return last < today() ? last : today();
}

/** Whole periods up to the horizon, as many as the indicator looks back. */
function wholePeriods(horizon: Day, period: Indicator['period']): Bin[] {
  const from = `${Number(horizon.slice(0, 4)) - YEARS}-01-01`;
  return binsBetween(from, horizon, period).filter(({ to }) => to <= horizon);
}

async function eventCounts(db: Database, filters: Filters, bins: readonly Bin[]): Promise<number[]> {
  const [{ index }, ids] = await Promise.all([currentIndex(db), matchingIds(db, filters)]);
  // What starts before the first bin counts in a bin of its own, which is dropped.
  const binStarts = [dayNumber(bins[0]!.from) - 1, ...bins.map(({ from }) => dayNumber(from))];
  const counts = countFacets(index, withFilters(filters, { to: bins.at(-1)!.to }), { ids, binStarts });
  return bins.map((_, b) =>
    datings.reduce((sum, _dating, d) => sum + counts.binTotals[(b + 1) * datings.length + d]!, 0),
  );
}

async function killedCounts(
  db: Database,
  filters: Filters,
  bins: readonly Bin[],
  period: string,
): Promise<number[]> {
  const rows = await db
    .select({
      from: sql<Day>`date_trunc(${period}, ${events.startsOn})::date`,
      killed: sql<number>`sum(${eventMeasures.value})::float8`,
    })
    .from(events)
    .innerJoin(eventMeasures, and(eq(eventMeasures.eventId, events.id), eq(eventMeasures.measure, 'killed')))
    .where(
      and(whereFilters(filters), gte(events.startsOn, bins[0]!.from), lte(events.startsOn, bins.at(-1)!.to)),
    )
    .groupBy(sql`1`);
  const killed = new Map(rows.map(({ from, killed: sum }) => [from, sum]));
  return bins.map(({ from }) => killed.get(from) ?? 0);
}

async function seriesCounts(db: Database, key: string): Promise<Count[]> {
  const stored = await readSeries(db, key);
  return (stored?.observations ?? []).map((one) => ({
    from: one.startsOn,
    to: one.endsOn,
    title: inPeriod(one).replace(/^in /, ''),
    value: one.value,
  }));
}

/** What the indicator counts, by whole periods without gaps, oldest first; none where the record has nothing yet. */
export async function indicatorCounts(db: Database, indicator: Indicator): Promise<Count[]> {
  if (indicator.measure === 'series') return seriesCounts(db, indicator.series!);
  const filters = indicatorFilters(indicator);
  const horizon = await recordHorizon(db, filters);
  const bins = horizon === null ? [] : wholePeriods(horizon, indicator.period);
  if (bins.length === 0) return [];
  const values =
    indicator.measure === 'killed'
      ? await killedCounts(db, filters, bins, indicator.period)
      : await eventCounts(db, filters, bins);
  return bins.map((bin, b) => ({
    from: bin.from,
    to: bin.to,
    title: binTitle(bin, indicator.period).replace(/^Week of/, 'the week of'),
    value: values[b]!,
  }));
}
