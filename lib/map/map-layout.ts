import type { GeoProjection } from 'd3-geo';
import { formatRate } from './map-words';
import { textWidth } from '@/lib/timeline-text';
import { circleRadius, keySizes } from './circle-scale';
import { freeReach, movedApart } from './move-apart';
import { MAP_WIDTH, type MapView } from './map-view';
import type { MapMeasure, OffMap, PlaceCount, PlaceCounts } from './place-counts';
import { placePoint } from './place-point';

/** A circle on a map, in the map's units. */
export interface Spot extends PlaceCount {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly value: number;
  /** Half the side of the square that is its own to point at. */
  readonly reach: number;
}

export interface MapLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

export interface MapLayout {
  readonly view: MapView;
  readonly measure: MapMeasure;
  /** The largest first, so that none hides a smaller one. */
  readonly spots: readonly Spot[];
  /** What is beside the map: with the circles of chosen places it adds up to all events that pass. */
  readonly off: readonly OffMap[];
  readonly labels: readonly MapLabel[];
  /** Values of the circles in the key. */
  readonly key: readonly number[];
  readonly most: number;
}

export const LABEL_SIZE = 13;
const MOST_LABELS = 14;
const GAP = 3;

type Box = readonly [left: number, top: number, right: number, bottom: number];

const apart = (a: Box, b: Box): boolean => a[2] < b[0] || b[2] < a[0] || a[3] < b[1] || b[3] < a[1];

/** Names beside the largest circles, where they cover no other name and no other circle. */
function labelsOf(spots: readonly Spot[], measure: MapMeasure, height: number): MapLabel[] {
  const circles = spots.map(({ x, y, r }): Box => [x - r, y - r, x + r, y + r]);
  const taken: Box[] = [];
  const labels: MapLabel[] = [];
  for (const [i, spot] of spots.entries()) {
    if (labels.length === MOST_LABELS) break;
    const text = `${spot.place.name} ${formatRate(spot.value, measure)}`;
    const width = textWidth(text, LABEL_SIZE);
    const top = spot.y - LABEL_SIZE / 2;
    for (const left of [spot.x + spot.r + GAP, spot.x - spot.r - GAP - width]) {
      const box: Box = [left, top, left + width, top + LABEL_SIZE];
      const inside = left >= 0 && box[2] <= MAP_WIDTH && top >= 0 && box[3] <= height;
      if (!inside || taken.some((other) => !apart(box, other))) continue;
      if (circles.some((circle, c) => c !== i && !apart(box, circle))) continue;
      taken.push(box);
      labels.push({ text, x: left, y: spot.y + LABEL_SIZE * 0.36 });
      break;
    }
  }
  return labels;
}

/** Where the place's circle stands, or why it has none. */
function stand(
  { place, rate }: PlaceCount,
  { view, project, measure }: { view: MapView; project: GeoProjection; measure: MapMeasure },
): { x: number; y: number } | { missing: string } {
  if (measure === 'million' && rate === null) return { missing: 'number of people not known' };
  const point = placePoint(place.code, view.code);
  const [x, y] = (point && project([point[0], point[1]])) ?? [Number.NaN, Number.NaN];
  return x >= 0 && x <= MAP_WIDTH && y >= 0 && y <= view.height
    ? { x, y }
    : { missing: 'outside the frame of this map' };
}

/** How far a small circle may be moved: less than the way to a neighbour's middle. */
const FARTHEST = 16;

/** Circles whose middles lie too close are moved apart a little, each over its own place still where it is large enough. */
function spread(spots: readonly Omit<Spot, 'reach'>[]): Spot[] {
  const moved = movedApart(spots.map(({ x, y, r }) => ({ x, y, most: Math.max(FARTHEST, r * 0.7) })));
  const reach = freeReach(
    moved,
    spots.map(({ r }) => r),
  );
  return spots.map((spot, i) => ({ ...spot, ...moved[i]!, reach: reach[i]! }));
}

/** Lays out the circles of a map. Everything that passes and cannot be drawn is beside it, with the reason. */
export function layoutMap(counts: PlaceCounts, view: MapView, measure: MapMeasure): MapLayout {
  // Made once: to fit a projection to the sphere costs more than all that it is asked.
  const project = view.projection();
  const standing = counts.places.map((one) => ({ one, at: stand(one, { view, project, measure }) }));
  const placed = standing.flatMap(({ one, at }) =>
    'missing' in at ? [] : [{ ...one, ...at, value: measure === 'million' ? one.rate! : one.count }],
  );
  const missing = standing.flatMap(({ one, at }): OffMap[] =>
    'missing' in at && one.chosen
      ? [{ label: `${one.place.name}: ${at.missing}`, count: one.count, code: one.place.code }]
      : [],
  );
  const most = Math.max(0, ...placed.map(({ value }) => value));
  const spots = spread(
    placed.map((spot) => ({ ...spot, r: circleRadius(spot.value, most) })).sort((a, b) => b.value - a.value),
  );
  return {
    view,
    measure,
    spots,
    off: [...missing, ...counts.off],
    labels: labelsOf(
      spots.filter(({ chosen }) => chosen),
      measure,
      view.height,
    ),
    key: keySizes(most, measure === 'events'),
    most,
  };
}
