import type { Database } from '@/db/client';
import { readPeriods } from '@/db/facets';
import { readSeries, type StoredSeries } from '@/db/series';
import { notesOn } from '@/lib/annotations/notes-on-columns';
import { withFilters, type Filters } from '@/lib/filters';
import { layOver } from '@/lib/over-layer';
import { seriesChart } from '@/lib/series/series-chart';
import { readSurroundings } from './surroundings';
import type { Asked } from '@/lib/asked';

/** What lies over a series and which notes are on its days, within the dates that are chosen. */
export function readSeriesSurroundings(
  db: Database,
  stored: StoredSeries,
  filters: Filters,
  asked: Asked,
  chart = seriesChart(stored.observations),
) {
  const days = { from: filters.from ?? chart?.from ?? null, to: filters.to ?? chart?.to ?? null };
  return readSurroundings(db, asked, filters, days);
}

/** A series and what the record holds in its days: events and lockdowns under the filters. */
export async function readSeriesPage(db: Database, stored: StoredSeries, filters: Filters, asked: Asked) {
  const chart = seriesChart(stored.observations);
  if (!chart) return null;
  const [events, around] = await Promise.all([
    readPeriods(db, filters, chart),
    readSeriesSurroundings(db, stored, filters, asked, chart),
  ]);
  const days = { columns: [chart] };
  const { bands } = around.marks;
  return {
    chart,
    events,
    ...around,
    notes: notesOn(around.notes, days),
    over: layOver(bands, days),
    bands: bands.filter(({ startsOn, endsOn }) => endsOn >= chart.from && startsOn <= chart.to),
  };
}

/** The filters under which a series is read: where no place is chosen, the place that holds its area. */
export const seriesFilters = (filters: Filters, { region }: { region: string | null }): Filters =>
  filters.region.length > 0 || region === null ? filters : withFilters(filters, { region: [region] });

/** The series with this key; null where there is none. */
export const findSeries = (db: Database, key: string): Promise<StoredSeries | null> =>
  /^[a-z0-9-]{1,60}$/.test(key) ? readSeries(db, key) : Promise.resolve(null);
