import type { Database } from '@/db/client';
import { lockdownBands, timelineEvents } from '@/db/events';
import { readFacets, readPeriods } from '@/db/facets';
import { chartRange } from '@/lib/chart-range';
import { dayFromNumber, today } from '@/lib/days';
import type { Facets, NamedFilter } from '@/lib/facets';
import type { Filters } from '@/lib/filters';
import { TIMELINE_LIMIT } from '@/lib/timeline';
import { defaultView } from '@/lib/timeline-view';

/** The ends of the data that pass the filters, and the dates that are shown first. */
export function firstView(facets: Facets, filters: Filters) {
  const span = facets.span ?? facets.extent;
  const extent = span
    ? { from: dayFromNumber(span.from), to: dayFromNumber(span.to) }
    : { from: today(), to: today() };
  return { extent, view: defaultView(facets.years, extent, filters) };
}

/** What every page with a timeline reads: counts, events, lockdown bands, the ends of the data and the first view. */
export async function readExplore(db: Database, filters: Filters, shown: readonly NamedFilter[] = []) {
  const [facets, events, bands] = await Promise.all([
    readFacets(db, filters, shown),
    timelineEvents(db, filters, TIMELINE_LIMIT),
    lockdownBands(db, filters),
  ]);
  return { facets, events, bands, ...firstView(facets, filters) };
}

/** What the chart by period draws, under the filters alone: as on the overview. */
export async function readPeriodChart(db: Database, filters: Filters) {
  const facets = await readFacets(db, filters);
  const data = await readPeriods(db, filters, chartRange(firstView(facets, filters).view, facets.span));
  return { facets, data };
}
