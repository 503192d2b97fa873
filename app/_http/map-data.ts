import type { Database } from '@/db/client';
import { readFacets } from '@/db/facets';
import type { NamedFilter } from '@/lib/facets';
import type { Filters } from '@/lib/filters';
import { layoutMap } from '@/lib/map/map-layout';
import type { MapView } from '@/lib/map/map-view';
import { placeCounts, type MapMeasure } from '@/lib/map/place-counts';

/** What a map shows under the filters, and where on the page. */
export async function readMap(
  db: Database,
  filters: Filters,
  { view, measure }: { view: MapView; measure: MapMeasure },
  shown: readonly NamedFilter[] = [],
) {
  const facets = await readFacets(db, filters, shown);
  const counts = placeCounts(facets, filters, view);
  return { facets, counts, layout: layoutMap(counts, view, measure) };
}
