import { calendarYears, type YearCount } from '@/lib/bulk-years';
import { periodBins, periodData, type PeriodData } from '@/lib/chart-period';
import { dayNumber, type Day } from '@/lib/days';
import { countFacets } from '@/lib/count-facets';
import { countKilled } from '@/lib/count-killed';
import type { EventIndex } from '@/lib/event-index';
import type { FacetCounts } from '@/lib/facet-counts';
import type { Facets } from '@/lib/facets';
import { filtersToQuery, noFilters, withFilters, type Filters } from '@/lib/filters';
import type { IdSet } from '@/lib/id-set';
import { datings } from '@/lib/vocabulary';
import type { Database } from './client';
import { currentIndex } from './index-feed';
import { keptAnswer } from './kept-answers';
import { matchingIds } from './matching-ids';
import { readNamedFacets } from './named-facets';

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

/**
 * Everything that the filter panel and the breakdowns count, for one question. `shown`: names of filters whose options are
 * to be counted however large the record is (see readNamedFacets).
 */
export async function readFacets(
  db: Database,
  filters: Filters,
  shown: readonly string[] = [],
): Promise<Facets> {
  const [{ index, revision }, ids] = await Promise.all([currentIndex(db), matchingIds(db, filters)]);
  const question = { revision, key: `${filtersToQuery(filters)} ${shown.join()}` };
  const named = await keptAnswer(db, 'named facets', question, () =>
    readNamedFacets(db, filters, { size: index.size, shown }),
  );
  const { counts, years } = countYears(index, filters, ids);
  const { total: killed } = countKilled(index, filters, ids);
  const present = wholeRecord(index);
  const set = index.sets
    .filter(({ number }) => present.inSet[number]! > 0)
    .map(({ key, number, title, reference }) => ({
      value: key,
      label: title,
      count: counts.set[number]!,
      reference,
    }));
  return { ...counts, ...present, ...named, years, set, killed, revision };
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
