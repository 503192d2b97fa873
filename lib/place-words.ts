import { fold } from './fold';
import { placeByName, placeLine, places, type Place, type PlaceKind } from './places';

const kindWords: Record<PlaceKind, string> = {
  world: 'world',
  region: 'region',
  subregion: 'sub-region',
  country: 'country',
  nation: 'nation',
  english_region: 'English region',
};

const byName = new Map<string, Place[]>();
for (const place of places) byName.set(fold(place.name), [...(byName.get(fold(place.name)) ?? []), place]);

/** The place's name, with its kind where another place bears the same name ("Micronesia (country)"). */
export function placeWords(place: Place): string {
  return byName.get(fold(place.name))!.length > 1 ? `${place.name} (${kindWords[place.kind]})` : place.name;
}

const byWords = new Map(places.map((place) => [fold(placeWords(place)), place]));

/** The place with what it lies in, for saying back how a name was understood: "South East, England, United Kingdom". */
export function placeInFull(place: Place): string {
  const line = placeLine(place.code).reverse();
  const country = line.findIndex((one) => one.kind === 'country');
  return line
    .slice(0, Math.max(2, country + 1))
    .map((one) => one.name)
    .join(', ');
}

const MOST = 3;
const either = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** Places with a name in which the words begin a word, shortest name first. */
function placesLike(words: string): Place[] {
  return places
    .filter((place) => [place.name, ...place.aliases].some((name) => ` ${fold(name)}`.includes(` ${words}`)))
    .sort((a, b) => a.name.length - b.name.length)
    .slice(0, MOST);
}

/** Reads a place as people type it; a name that is unknown or borne by several is answered with what to enter instead. */
export function readPlace(text: string): { place: Place } | { message: string } {
  const typed = text.trim();
  const words = fold(typed);
  if (!words) return { message: 'Enter a place' };
  const same = byName.get(words) ?? [];
  if (same.length > 1)
    return {
      message: `“${typed}” is the name of ${same.length} places: enter ${either.format(same.map(placeWords))}`,
    };
  const place = byWords.get(words) ?? placeByName(typed);
  if (place) return { place };
  const like = placesLike(words).map(placeWords);
  const advice =
    like.length > 0
      ? `Did you mean ${either.format(like)}?`
      : 'Enter a country, a part of the UK, or a UN region';
  return { message: `We don’t know a place called “${typed}”. ${advice}` };
}
