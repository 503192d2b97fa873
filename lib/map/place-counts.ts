import type { Filters } from '@/lib/filters';
import { findPlace, isWithin, placeNumber, places, WORLD, type Place } from '@/lib/places';
import type { MapView } from './map-view';
import { perMillion } from './population';

/** What a circle shows: events, or events for each million people. */
export const mapMeasures = ['events', 'million'] as const;
export type MapMeasure = (typeof mapMeasures)[number];

/** The events of one place on a map: a country, or a part of the UK, with all that lies in it. */
export interface PlaceCount {
  readonly place: Place;
  /** Events under all filters; where `chosen` is false, under all but the filter by place. */
  readonly count: number;
  /** False where the filter by place leaves it out: counted all the same, so that a reader can change sides. */
  readonly chosen: boolean;
  /** For each million people; null where the number of people is not known. */
  readonly rate: number | null;
}

/** Events under all filters that no circle can stand for, and why. */
export interface OffMap {
  readonly label: string;
  readonly count: number;
  /** The filter by place that shows them among others; null where no single one does. */
  readonly code: string | null;
}

export interface PlaceCounts {
  readonly places: readonly PlaceCount[];
  readonly off: readonly OffMap[];
}

/** Events placed on each place itself, without those of its parts: what rollUp added, taken away again. */
function ownCounts(region: Uint32Array): Float64Array {
  const own = Float64Array.from(region);
  for (const [p, { parent }] of places.entries())
    if (parent !== null) own[placeNumber(parent)]! -= region[p]!;
  return own;
}

/** True for events placed on a place where the filter by place lets them pass. */
const passesFilter = ({ code }: Place, { region }: Pick<Filters, 'region'>): boolean =>
  region.length === 0 || region.some((chosen) => isWithin(code, chosen));

/** What events of a wider place are called beside the map of its parts. */
function ownLabel({ code, name }: Place): string {
  if (code === WORLD) return 'The world, or more than one region';
  if (code === 'GB') return 'United Kingdom, nation not given';
  return code === 'GB-ENG' ? 'England, region not given' : `${name}, no single country`;
}

const bySize = (a: { count: number }, b: { count: number }): number => b.count - a.count;

/**
 * Events by place for one map. `region` counts by position in lib/places, a place with all that lies in it, under all
 * filters but that by place. Each event that passes is either in one circle of a chosen place or in one row beside the
 * map, so that both together are the total (tested as a property).
 */
export function placeCounts(
  { region }: { region: Uint32Array },
  filters: Pick<Filters, 'region'>,
  view: MapView,
): PlaceCounts {
  const own = ownCounts(region);
  const units = view.units();
  const scope = findPlace(view.scope)!;
  const unitOf = places.map((place) => units.findIndex(({ path }) => place.path.startsWith(path)));
  const passing = new Float64Array(units.length);
  const wider: OffMap[] = [];
  let outside = 0;
  for (const [p, place] of places.entries()) {
    const count = own[p]!;
    if (count === 0 || !passesFilter(place, filters)) continue;
    if (unitOf[p]! >= 0) passing[unitOf[p]!]! += count;
    else if (isWithin(place.code, scope.code))
      wider.push({ label: ownLabel(place), count, code: place.code });
    else outside += count;
  }
  const drawn = units.flatMap((place, u): PlaceCount[] => {
    const chosen = passing[u]! > 0;
    const count = chosen ? passing[u]! : region[placeNumber(place.code)]!;
    // Under a filter that this place passes whole there is nothing to show of it.
    if (count === 0 || (!chosen && filters.region.length === 0)) return [];
    return [{ place, count, chosen, rate: perMillion(count, place.code) }];
  });
  const elsewhere = {
    label: `Elsewhere than ${scope.code === 'GB' ? 'the United Kingdom' : scope.name}`,
    count: outside,
    code: null,
  };
  return {
    places: drawn.sort((a, b) => bySize(a, b) || a.place.name.localeCompare(b.place.name, 'en')),
    off: [...wider.sort(bySize), ...(outside > 0 ? [elsewhere] : [])],
  };
}
