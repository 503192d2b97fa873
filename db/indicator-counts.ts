import { and, desc, eq, gte, lte, sql } from 'drizzle-orm';
import { countFacets } from '@/lib/count-facets';
import { killedInBins } from '@/lib/count-killed';
import { dayFromNumber, dayNumber, today, type Day } from '@/lib/days';
import { noFilters, parseFilters, withFilters, type Filters } from '@/lib/filters';
import type { Count } from '@/lib/indicators/evaluate';
import type { Indicator } from '@/lib/indicators/indicator';
import { countedNoun } from '@/lib/indicators/measured-words';
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
 * not after `until`: today, or the day on which it was known so. A silence after that day is no news. Null for an empty record.
 */
export async function recordHorizon(
  db: Database,
  filters: Filters = noFilters,
  until: Day = today(),
): Promise<Day | null> {
  const { index } = await currentIndex(db);
  const own = index.sets.filter(({ reference }) => !reference).map(({ key }) => key);
  const set = filters.set.length > 0 ? filters.set : own;
  const { span } = countFacets(index, withFilters(noFilters, { set }));
  if (span === null) return null;
  const last = dayFromNumber(span.to);
  return last < until ? last : until;
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

/** What the measure says of events that pass the filters and start within the bins. */
function measuredEvents({ counted, unit }: Indicator, filters: Filters, bins: readonly Bin[]) {
  return {
    join: and(
      eq(eventMeasures.eventId, events.id),
      eq(eventMeasures.measure, counted!),
      unit === null ? undefined : sql`lower(${eventMeasures.unit}) = lower(${unit})`,
    ),
    where: and(
      whereFilters(filters),
      gte(events.startsOn, bins[0]!.from),
      lte(events.startsOn, bins.at(-1)!.to),
    ),
  };
}

/** People killed by period: the index holds how many in each event. */
async function killedCounts(db: Database, filters: Filters, bins: readonly Bin[]): Promise<number[]> {
  const [{ index }, ids] = await Promise.all([currentIndex(db), matchingIds(db, filters)]);
  const binStarts = bins.map(({ from }) => dayNumber(from));
  return killedInBins(index, filters, ids, { binStarts, last: dayNumber(bins.at(-1)!.to) });
}

/** A measure added up by period; a period without one has none of it. */
async function sums(db: Database, indicator: Indicator, filters: Filters, bins: readonly Bin[]) {
  if (indicator.counted === 'killed' && indicator.unit === null) return killedCounts(db, filters, bins);
  const { join, where } = measuredEvents(indicator, filters, bins);
  const rows = await db
    .select({
      from: sql<Day>`date_trunc(${indicator.period}, ${events.startsOn})::date`,
      sum: sql<number>`sum(${eventMeasures.value})::float8`,
    })
    .from(events)
    .innerJoin(eventMeasures, join)
    .where(where)
    .groupBy(sql`1`);
  const byPeriod = new Map(rows.map(({ from, sum }) => [from, sum]));
  return bins.map(({ from }) => byPeriod.get(from) ?? 0);
}

/** The measure's last value in each period; null where no event gives one. */
async function lastValues(db: Database, indicator: Indicator, filters: Filters, bins: readonly Bin[]) {
  const { join, where } = measuredEvents(indicator, filters, bins);
  const period = sql<Day>`date_trunc(${indicator.period}, ${events.startsOn})::date`;
  const rows = await db
    .selectDistinctOn([sql`1`], { from: period, value: eventMeasures.value })
    .from(events)
    .innerJoin(eventMeasures, join)
    .where(where)
    .orderBy(sql`1`, desc(events.startsOn), desc(events.id), desc(eventMeasures.value));
  const byPeriod = new Map(rows.map(({ from, value }) => [from, value]));
  return bins.map(({ from }) => byPeriod.get(from) ?? null);
}

async function seriesCounts(db: Database, key: string): Promise<Count[]> {
  const stored = await readSeries(db, key);
  return (stored?.observations ?? []).map((one) => ({
    from: one.startsOn,
    to: one.endsOn,
    title: inPeriod(one).replace(/^in /, ''),
    value: one.value,
    noun: stored?.unit,
  }));
}

async function valuesOf(
  db: Database,
  indicator: Indicator,
  filters: Filters,
  bins: readonly Bin[],
): Promise<(number | null)[]> {
  if (indicator.measure === 'sum') return sums(db, indicator, filters, bins);
  if (indicator.measure === 'last') return lastValues(db, indicator, filters, bins);
  return eventCounts(db, filters, bins);
}

/** What the indicator counts, by whole periods without gaps, oldest first; none where the record has nothing yet. */
export async function indicatorCounts(
  db: Database,
  indicator: Indicator,
  until: Day = today(),
): Promise<Count[]> {
  if (indicator.measure === 'series') return seriesCounts(db, indicator.series!);
  const filters = indicatorFilters(indicator);
  const horizon = await recordHorizon(db, filters, until);
  const bins = horizon === null ? [] : wholePeriods(horizon, indicator.period);
  if (bins.length === 0) return [];
  const values = await valuesOf(db, indicator, filters, bins);
  const noun = countedNoun(indicator);
  return bins.map((bin, b) => ({
    from: bin.from,
    to: bin.to,
    title: binTitle(bin, indicator.period).replace(/^Week of/, 'the week of'),
    value: values[b] ?? null,
    noun,
  }));
}
