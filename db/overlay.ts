import { inArray } from 'drizzle-orm';
import { countFacets } from '@/lib/count-facets';
import type { Filters } from '@/lib/filters';
import { overlaid, type Overlay } from '@/lib/overlay';
import type { LockdownBand } from '@/lib/timeline';
import type { Database } from './client';
import { eventsByDate, lockdownBands, overMarks } from './events';
import { events } from './schema';
import { matchingIds } from './matching-ids';
import { currentIndex } from './index-feed';

/** What lies over the charts of a view: bands over the days within which something lay or lasted, one-day ones as points. */
export interface OverlayMarks {
  bands: LockdownBand[];
  /** How many there are, drawn or not. */
  total: number;
}

/** More marks than these tell nothing apart. */
const MOST = 200;

async function eventMarks(db: Database, filters: Filters): Promise<OverlayMarks> {
  const [{ index }, ids] = await Promise.all([currentIndex(db), matchingIds(db, filters)]);
  const { total } = countFacets(index, filters, { ids });
  const found = await eventsByDate(db, filters, { limit: MOST });
  if (found.length === 0) return { bands: [], total };
  const rows = await overMarks(db).where(
    inArray(
      events.id,
      found.map(({ id }) => id),
    ),
  );
  const bySlug = new Map(rows.map((row) => [row.slug, row]));
  return { bands: found.flatMap(({ slug }) => bySlug.get(slug) ?? []), total };
}

/** The marks of an overlay over charts under these filters. */
export async function readOverlay(db: Database, overlay: Overlay, filters: Filters): Promise<OverlayMarks> {
  if (overlay.kind === 'none') return { bands: [], total: 0 };
  if (overlay.kind === 'events') return eventMarks(db, overlaid(overlay.filters, filters));
  const bands = await lockdownBands(db, filters);
  return { bands, total: bands.length };
}
