import type { ChartPicture } from '@/app/_charts/picture';
import type { MapLayout } from '@/lib/map/map-layout';
import { MAP_WIDTH } from '@/lib/map/map-view';
import { mapHeadline } from '@/lib/map/map-words';
import { outlineOf } from '@/lib/map/outline';
import type { PlaceCounts } from '@/lib/map/place-counts';
import { formatCount } from '@/lib/numbers';
import { Land } from './land';
import { MapDrawing } from './map-drawing';
import { mapSubtitle } from './map-figure';

/** A map for a picture file, with what is not on it in words; `when` says over which dates. */
export function mapPicture(counts: PlaceCounts, layout: MapLayout, when: string): ChartPicture {
  const { view, measure, off } = layout;
  const beside = off.map(({ label, count }) => `${label} ${formatCount(count)}`).join('; ');
  return {
    title: mapHeadline(counts, view, measure),
    subtitle: mapSubtitle(layout, when),
    keys: [],
    width: MAP_WIDTH,
    height: view.height,
    note: beside ? `Not on the map: ${beside}.` : undefined,
    drawing: <MapDrawing layout={layout} ground={<Land outline={outlineOf(view)} />} />,
  };
}
