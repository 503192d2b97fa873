import { geoPath } from 'd3-geo';
import { merge, mesh } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import coarse from 'world-atlas/countries-110m.json';
import fine from 'world-atlas/countries-50m.json';
import type { MapView } from './map-view';

/** The ground of a map as paths of SVG, in the map's own units. */
export interface Outline {
  readonly land: string;
  readonly borders: string;
  /** Borders that are in dispute: drawn dashed, so that the map takes no side. */
  readonly contested: string;
}

type Countries = Topology<{ countries: GeometryCollection }>;
type Area = Pick<GeometryObject, 'id'>;

/** Areas of which states say different things, by ISO 3166-1 number; Natural Earth gives the others no number. */
const CONTESTED_AREAS = new Set(['275', '732']);
/** Borders that a state on either side does not accept as they are drawn, by ISO 3166-1 numbers in order. */
const CONTESTED_BORDERS = new Set([
  '643-804', // Russia, Ukraine
  '356-586', // India, Pakistan
  '156-356', // China, India
  '156-586', // China, Pakistan
  '064-156', // Bhutan, China
  '376-760', // Israel, Syria
  '376-422', // Israel, Lebanon
  '728-729', // South Sudan, Sudan
  '729-818', // Sudan, Egypt
  '031-051', // Azerbaijan, Armenia
  '408-410', // North Korea, South Korea
  '328-862', // Guyana, Venezuela
]);

function isContested(one: Area, other: Area): boolean {
  const ids = [one.id, other.id].map((id) => (id === undefined ? '' : String(id)));
  return (
    ids.some((id) => id === '' || CONTESTED_AREAS.has(id)) || CONTESTED_BORDERS.has(ids.sort().join('-'))
  );
}

const atlas: Record<MapView['detail'], unknown> = { '110m': coarse, '50m': fine };

function drawOutline({ detail, projection }: MapView): Outline {
  const topology = atlas[detail] as Countries;
  const { countries } = topology.objects;
  // A tenth of a unit is less than a pixel on any screen.
  const path = geoPath(projection()).digits(1);
  const lines = (contested: boolean): string =>
    path(mesh(topology, countries, (a, b) => a !== b && isContested(a, b) === contested)) ?? '';
  const areas = countries.geometries as Parameters<typeof merge>[1];
  return { land: path(merge(topology, areas)) ?? '', borders: lines(false), contested: lines(true) };
}

const drawn = new Map<string, Outline>();

/**
 * Land and borders for a view, from Natural Earth by world-atlas (public domain): drawn once and kept. Borders there
 * follow who holds the ground.
 */
export function outlineOf(view: MapView): Outline {
  const known = drawn.get(view.code);
  if (known) return known;
  const outline = drawOutline(view);
  drawn.set(view.code, outline);
  return outline;
}
