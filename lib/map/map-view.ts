import { geoAzimuthalEqualArea, geoEqualEarth, type GeoProjection } from 'd3-geo';
import type { Filters } from '@/lib/filters';
import { childPlaces, findPlace, isWithin, places, WORLD, type Place } from '@/lib/places';

/** The width of every map in its own units, and the height of those of a part of the world. */
export const MAP_WIDTH = 900;
const PART_HEIGHT = 620;

/** A part of the world that can be mapped: what lies in it, and how it is laid on the page. */
export interface MapView {
  readonly code: string;
  readonly label: string;
  /** The place whose parts are drawn. */
  readonly scope: string;
  readonly height: number;
  /** Natural Earth's scale: 1:110 million, or 1:50 million where countries are large enough to show it. */
  readonly detail: '110m' | '50m';
  projection(): GeoProjection;
  /** The places that get a circle each. */
  units(): readonly Place[];
}

const countriesIn = (code: string) => (): readonly Place[] =>
  places.filter((place) => place.kind === 'country' && isWithin(place.code, code));

/** England by its regions, the other nations whole. */
const ukParts = (): readonly Place[] =>
  childPlaces('GB').flatMap((nation) => (nation.code === 'GB-ENG' ? childPlaces(nation.code) : [nation]));

/**
 * Lambert's azimuthal equal-area projection about a point, which the European Union prescribes for maps of statistics
 * (INSPIRE, ETRS89-LAEA). `scale`: units for a radian at the centre.
 */
const lambert = (longitude: number, latitude: number, scale: number) => (): GeoProjection =>
  geoAzimuthalEqualArea()
    .rotate([-longitude, -latitude])
    .scale(scale)
    .translate([MAP_WIDTH / 2, PART_HEIGHT / 2])
    .clipExtent([
      [0, 0],
      [MAP_WIDTH, PART_HEIGHT],
    ]);

const WORLD_HEIGHT = 408;
/** Room above the land for circles of northern countries. */
const SKY = 16;

/** Equal Earth (Šavrič, Patterson and Jenny 2018), cut where there is no land but Antarctica; split at the Bering Strait. */
function equalEarth(): GeoProjection {
  const projection = geoEqualEarth().rotate([-11, 0]).fitWidth(MAP_WIDTH, { type: 'Sphere' });
  const [x, y] = projection.translate();
  return projection.translate([x, y + SKY]).clipExtent([
    [0, 0],
    [MAP_WIDTH, WORLD_HEIGHT],
  ]);
}

const part = (
  code: string,
  scope: string,
  detail: MapView['detail'],
  projection: () => GeoProjection,
): MapView => ({
  code,
  label: findPlace(scope)!.name,
  scope,
  height: PART_HEIGHT,
  detail,
  projection,
  units: code === 'uk' ? ukParts : countriesIn(scope),
});

/** The maps that there are, the whole world first. */
export const mapViews: readonly MapView[] = [
  { ...part('world', WORLD, '110m', equalEarth), height: WORLD_HEIGHT },
  part('uk', 'GB', '50m', lambert(-3.6, 54.9, 3200)),
  part('europe', '150', '50m', lambert(13, 54, 880)),
  part('asia', '142', '110m', lambert(88, 25, 490)),
  part('africa', '002', '110m', lambert(18, 1, 480)),
  part('americas', '019', '110m', lambert(-85, 8, 290)),
  part('oceania', '009', '110m', lambert(171, -15, 450)),
];

/** The view with this code, or undefined. */
export function findMapView(code: string | null | undefined): MapView | undefined {
  return mapViews.find((view) => view.code === code);
}

/** The map to begin with: the closest one in which all the chosen places lie. */
export function defaultMapView({ region }: Pick<Filters, 'region'>): MapView {
  const [world, ...parts] = mapViews as [MapView, ...MapView[]];
  if (region.length === 0) return world;
  return parts.find(({ scope }) => region.every((code) => isWithin(code, scope))) ?? world;
}
