import { findPlace, placeNumber, places } from '@/lib/places';
import { weighted, zipf, type Random } from './random';
import { AREA_SHARE, PLACE_EXPONENT, type Kind } from './shape';

/** Rank of the United Kingdom, so that a record has a fair share in its nations and regions. Assumed. */
const UK_RANK = 9;
/** Share of the UK's events that name a nation or a region of England. Assumed. */
const UK_PARTS = 0.6;

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const result = [...list];
  for (let i = result.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [result[i], result[j]] = [result[j]!, result[i]!];
  }
  return result;
}

/** Countries by rank, the one with most events first, as codes. */
export function rankedCountries(random: Random): string[] {
  const others = places
    .filter(({ kind, code }) => kind === 'country' && code !== 'GB')
    .map(({ code }) => code);
  return shuffled(others, random).toSpliced(UK_RANK, 0, 'GB');
}

const areas = places.filter(({ kind }) => kind === 'region' || kind === 'subregion').map(({ code }) => code);
const ukParts = places
  .filter(({ kind }) => kind === 'nation' || kind === 'english_region')
  .map(({ code }) => code);

/**
 * The place of an event of a kind, as a position in lib/places. `rank` is the country's where an episode says it, else
 * null. UK events may stand in a nation or region, some events in a whole region of the world.
 */
export function placesOf(
  kind: Kind,
  countries: readonly string[],
): (rank: number | null, random: Random) => number {
  const numbers = countries.map(placeNumber);
  const draw = weighted(zipf(countries.length, PLACE_EXPONENT[kind]));
  const uk = placeNumber('GB');
  return (rank, random) => {
    if (random.next() < AREA_SHARE[kind]) return placeNumber(areas[random.below(areas.length)]!);
    const place = numbers[rank ?? draw(random)]!;
    if (place !== uk || random.next() >= UK_PARTS) return place;
    return placeNumber(ukParts[random.below(ukParts.length)]!);
  };
}

/** The country of every place, by position; the place itself where it is none or larger than one. */
export const countryNumbers: Uint16Array = Uint16Array.from(places, ({ path }, i) => {
  const country = path.split('.').find((code) => findPlace(code)?.kind === 'country');
  return country === undefined ? i : placeNumber(country);
});
