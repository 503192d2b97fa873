import type { FacetCounts } from './facet-counts';
import type { Filters } from './filters';
import {
  childPlaces,
  findPlace,
  isWithin,
  placeName,
  placeNumber,
  places,
  WORLD,
  type Place,
} from './places';
import { pillarTerms, typeTerms } from './vocabulary';

/** One row of a breakdown: what was counted, and the filter that shows just that. */
export interface Share {
  /** The filter's value; null for what no single value stands for. */
  code: string | null;
  label: string;
  count: number;
  /** Of these, dated only by report. */
  reported: number;
  /** False where the filter leaves it out: counted all the same, so that a reader can change sides. */
  chosen: boolean;
}

export const breakdowns = ['pillars', 'types', 'regions'] as const;
export type Breakdown = (typeof breakdowns)[number];
/** The filter that a breakdown's rows set. */
export const filterOf = { pillars: 'pillar', types: 'type', regions: 'region' } as const satisfies Record<
  Breakdown,
  keyof Filters
>;

type Counts = Pick<FacetCounts, 'pillar' | 'type' | 'region' | 'reported'>;

const bySize = (a: Share, b: Share): number => b.count - a.count || a.label.localeCompare(b.label, 'en');

function termShares(by: 'pillar' | 'type', counts: Counts, filters: Filters): Share[] {
  const chosen: readonly string[] = filters[by];
  return (by === 'pillar' ? pillarTerms : typeTerms).map(({ code, label }, i) => ({
    code,
    label,
    count: counts[by][i]!,
    reported: counts.reported[by][i]!,
    chosen: chosen.length === 0 || chosen.includes(code),
  }));
}

/** What a place is broken down into: countries, or the parts of a country. */
export function partsOf({ code, kind }: Place): readonly Place[] {
  return ['world', 'region', 'subregion'].includes(kind)
    ? places.filter((place) => place.kind === 'country' && isWithin(place.code, code))
    : childPlaces(code);
}

const world = findPlace(WORLD)!;

/** The place whose parts are compared: the one chosen where events are known for its parts, else the one round it. */
export function scopeOf(
  { region: counts }: Pick<Counts, 'region'>,
  { region: chosen }: Pick<Filters, 'region'>,
): Place {
  const place = chosen.length === 1 ? findPlace(chosen[0]!) : undefined;
  if (!place) return world;
  if (partsOf(place).some((part) => counts[placeNumber(part.code)]! > 0)) return place;
  return (
    (place.kind === 'nation' || place.kind === 'english_region' ? findPlace(place.parent!) : undefined) ??
    world
  );
}

/** What the parts of a place are called: for "Events by country". */
export function partNoun({ code, kind }: Place): string {
  if (kind === 'nation') return 'region';
  return kind === 'country' ? (code === 'GB' ? 'nation' : 'part') : 'country';
}

function placeShares(counts: Counts, filters: Filters): Share[] {
  const scope = scopeOf(counts, filters);
  const share = (place: Place): Share => ({
    code: place.code,
    label: place.name,
    count: counts.region[placeNumber(place.code)]!,
    reported: counts.reported.region[placeNumber(place.code)]!,
    chosen: filters.region.length === 0 || filters.region.some((code) => isWithin(place.code, code)),
  });
  const parts = partsOf(scope)
    .map(share)
    .filter((row) => row.count > 0)
    .sort(bySize);
  const left = (key: 'count' | 'reported'): number =>
    parts.reduce((rest, part) => rest - part[key], share(scope)[key]);
  const rest: Share = {
    code: null,
    label:
      scope.code === WORLD
        ? 'More than one country'
        : `${placeName(scope.code)}, no single ${partNoun(scope)}`,
    count: left('count'),
    reported: left('reported'),
    chosen: filters.region.length === 0 || filters.region.includes(scope.code),
  };
  return rest.count > 0 ? [...parts, rest] : parts;
}

/**
 * Counts by pillar in Contest's order, by type, and by place, under all filters but the breakdown's own. Types and places
 * come by size, without those that have none; each event is in exactly one of them, so events that concern no single
 * place of the kind compared have a row of their own, the last.
 */
export function breakdownOf(counts: Counts, by: Breakdown, filters: Filters): Share[] {
  if (by === 'regions') return placeShares(counts, filters);
  const rows = termShares(filterOf[by], counts, filters);
  return by === 'pillars' ? rows : rows.filter((row) => row.count > 0).sort(bySize);
}

/** The bars that a chart shows of a breakdown. */
export const TOP_BARS = 10;

/** The longest bars, and the last row where it is for what no bar can hold: what a chart shows of a long breakdown. */
export function topOf(shares: readonly Share[], bars: number): Share[] {
  return shares.filter(({ code }, i) => i < bars || code === null);
}
