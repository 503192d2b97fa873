import type { Database } from '@/db/client';
import { lockdownBands } from '@/db/events';
import { readPeriods } from '@/db/facets';
import { readSeries, type StoredSeries } from '@/db/series';
import { withFilters, type Filters } from '@/lib/filters';
import { seriesChart } from '@/lib/series/series-chart';

/** A series and what the record holds in its days: events and lockdowns under the filters. */
export async function readSeriesPage(db: Database, stored: StoredSeries, filters: Filters) {
  const chart = seriesChart(stored.observations);
  if (!chart) return null;
  const [events, bands] = await Promise.all([readPeriods(db, filters, chart), lockdownBands(db, filters)]);
  return {
    chart,
    events,
    bands: bands.filter(({ startsOn, endsOn }) => endsOn >= chart.from && startsOn <= chart.to),
  };
}

/** The filters under which a series is read: where no place is chosen, the place that holds its area. */
export const seriesFilters = (filters: Filters, { region }: { region: string | null }): Filters =>
  filters.region.length > 0 || region === null ? filters : withFilters(filters, { region: [region] });

/** The series with this key; null where there is none. */
export const findSeries = (db: Database, key: string): Promise<StoredSeries | null> =>
  /^[a-z0-9-]{1,60}$/.test(key) ? readSeries(db, key) : Promise.resolve(null);
