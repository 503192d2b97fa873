import type { Database } from '@/db/client';
import { lockdownBands, timelineEvents } from '@/db/events';
import { readFacets } from '@/db/facets';
import { dayFromNumber, today } from '@/lib/days';
import type { Filters } from '@/lib/filters';
import { TIMELINE_LIMIT } from '@/lib/timeline';
import { defaultView } from '@/lib/timeline-view';

/** What every page with a timeline reads: counts, events, lockdown bands, the ends of the data and the first view. */
export async function readExplore(db: Database, filters: Filters) {
  const [facets, events, bands] = await Promise.all([
    readFacets(db, filters),
    timelineEvents(db, filters, TIMELINE_LIMIT),
    lockdownBands(db, filters),
  ]);
  const span = facets.span ?? facets.extent;
  const extent = span
    ? { from: dayFromNumber(span.from), to: dayFromNumber(span.to) }
    : { from: today(), to: today() };
  const view = defaultView(
    events.map((event) => event.startsOn),
    extent,
    filters,
  );
  return { facets, events, bands, extent, view };
}
