import countries from 'world-countries';

/** A point on Earth in degrees, longitude first as in GeoJSON. */
export type Point = readonly [longitude: number, latitude: number];

/**
 * Where the circles of the UK's parts stand: the representative points that the Office for National Statistics publishes
 * with its boundaries of regions and countries (Open Geography Portal, December 2023, columns LONG and LAT), to a tenth of
 * a degree. DECISIONS.md says what they were checked against. No package that we could keep has the boundaries themselves, but
 * for Northern Ireland, which is a polygon of its own in the map that is drawn: its point is the centroid of that.
 */
const ukPoints: Record<string, Point> = {
  'GB-ENG': [-2.1, 53.2],
  'GB-SCT': [-4.0, 56.2],
  'GB-WLS': [-4.0, 52.1],
  'GB-NIR': [-6.7, 54.6],
  E12000001: [-1.7, 55.3],
  E12000002: [-2.8, 54.4],
  E12000003: [-1.3, 53.9],
  E12000004: [-0.8, 52.8],
  E12000005: [-2.2, 52.6],
  E12000006: [0.5, 52.2],
  E12000007: [-0.3, 51.5],
  E12000008: [-1.0, 51.5],
  E12000009: [-3.6, 50.8],
};

/** On the map of Europe Russia's own point, in Siberia, would be off the page: its circle stands at Moscow. */
const inEurope: Record<string, Point> = { RU: [37.6, 55.8] };

const countryPoints = new Map<string, Point>(
  countries.map(({ cca2, latlng: [latitude, longitude] }) => [cca2, [longitude, latitude]]),
);
// Its coordinates are given the wrong way round in the package.
countryPoints.set('AQ', [0, -90]);

/** Where the circle of a place stands on a map; undefined for places that are larger than a country. */
export function placePoint(code: string, view: string): Point | undefined {
  return (view === 'europe' ? inEurope[code] : undefined) ?? ukPoints[code] ?? countryPoints.get(code);
}
