import { eq, inArray } from 'drizzle-orm';
import { countFacets } from '@/lib/count-facets';
import type { Filters } from '@/lib/filters';
import { overlaid, type Overlay } from '@/lib/overlay';
import type { Precision } from '@/lib/vocabulary';
import type { Database } from './client';
import { eventsByDate, lockdownBands, type LockdownBand } from './events';
import { events, sourceSets } from './schema';
import { matchingIds } from './matching-ids';
import { currentIndex } from './index-feed';

/** One of the things that lie over a chart, with its definition and where that comes from. */
export interface OverlaidEvent {
  slug: string;
  title: string;
  startsOn: string;
  endsOn: string;
  precision: Precision;
  definition: string;
  source: string;
}

/** What lies over the charts of a view: bands over the days within which something lay or lasted, one-day ones as points. */
export interface OverlayMarks {
  bands: LockdownBand[];
  about: OverlaidEvent[];
  /** How many there are, drawn or not. */
  total: number;
}

/** More marks than these tell nothing apart. */
const MOST = 200;

async function eventMarks(db: Database, filters: Filters): Promise<{ bands: LockdownBand[]; total: number }> {
  const [{ index }, ids] = await Promise.all([currentIndex(db), matchingIds(db, filters)]);
  const { total } = countFacets(index, filters, { ids });
  const found = await eventsByDate(db, filters, { limit: MOST });
  return {
    total,
    bands: found.map(({ slug, title, region, startsOn, endsOn }) => ({
      slug,
      title,
      region,
      startsOn,
      endsOn,
    })),
  };
}

/** What each mark says of itself, in the order of the marks. */
async function aboutThem(db: Database, bands: readonly LockdownBand[]): Promise<OverlaidEvent[]> {
  if (bands.length === 0) return [];
  const rows = await db
    .select({
      slug: events.slug,
      precision: events.precision,
      definition: events.summary,
      source: sourceSets.title,
    })
    .from(events)
    .innerJoin(sourceSets, eq(sourceSets.key, events.sourceSet))
    .where(
      inArray(
        events.slug,
        bands.map(({ slug }) => slug),
      ),
    );
  const bySlug = new Map(rows.map((row) => [row.slug, row]));
  return bands.flatMap(({ region: _region, ...band }) => {
    const row = bySlug.get(band.slug);
    return row ? [{ ...band, ...row }] : [];
  });
}

/** The marks of an overlay over charts under these filters. */
export async function readOverlay(db: Database, overlay: Overlay, filters: Filters): Promise<OverlayMarks> {
  if (overlay.kind === 'none') return { bands: [], about: [], total: 0 };
  if (overlay.kind === 'events') {
    const { bands, total } = await eventMarks(db, overlaid(overlay.filters, filters));
    return { bands, total, about: await aboutThem(db, bands) };
  }
  const bands = await lockdownBands(db, filters);
  return { bands, total: bands.length, about: await aboutThem(db, bands) };
}
