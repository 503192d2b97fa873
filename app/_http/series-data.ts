import type { Database } from '@/db/client';
import { readOverlay } from '@/db/overlay';
import { readPeriods } from '@/db/facets';
import { readSeries, type StoredSeries } from '@/db/series';
import { withFilters, type Filters } from '@/lib/filters';
import type { Overlay } from '@/lib/overlay';
import { seriesChart } from '@/lib/series/series-chart';

/** A series and what the record holds in its days: events and lockdowns under the filters. */
export async function readSeriesPage(db: Database, stored: StoredSeries, filters: Filters, overlay: Overlay) {
  const chart = seriesChart(stored.observations);
  if (!chart) return null;
  const inChart = withFilters(filters, { from: filters.from ?? chart.from, to: filters.to ?? chart.to });
  const [events, marks] = await Promise.all([
    readPeriods(db, filters, chart),
    readOverlay(db, overlay, inChart),
  ]);
  return {
    chart,
    events,
    overlay,
    marks,
    bands: marks.bands.filter(({ startsOn, endsOn }) => endsOn >= chart.from && startsOn <= chart.to),
  };
}

/** The filters under which a series is read: where no place is chosen, the place that holds its area. */
export const seriesFilters = (filters: Filters, { region }: { region: string | null }): Filters =>
  filters.region.length > 0 || region === null ? filters : withFilters(filters, { region: [region] });

/** The series with this key; null where there is none. */
export const findSeries = (db: Database, key: string): Promise<StoredSeries | null> =>
  /^[a-z0-9-]{1,60}$/.test(key) ? readSeries(db, key) : Promise.resolve(null);
