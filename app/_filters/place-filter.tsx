import type { Facets } from '@/lib/facets';
import { childPlaces, findPlace, placeNumber, places, WORLD, type Place } from '@/lib/places';
import { packTree, type Node } from './option-tree';
import { Searchable } from './searchable';

interface Props {
  chosen: readonly string[];
  facets: Facets;
}

const TOP = 8;
const COMPLETIONS = 'filter-places';
const countAt = (counts: Uint32Array, code: string): number => counts[placeNumber(code)] ?? 0;

/** The countries and parts of countries with most events now, after those already chosen. */
function frequentPlaces(chosen: readonly string[], facets: Facets): Place[] {
  const picked = chosen.flatMap((code) => findPlace(code) ?? []);
  const others = places
    .filter(
      (place) =>
        place.kind === 'country' && !chosen.includes(place.code) && countAt(facets.present, place.code) > 0,
    )
    .sort(
      (a, b) =>
        countAt(facets.region, b.code) - countAt(facets.region, a.code) || a.name.localeCompare(b.name, 'en'),
    );
  return [...picked, ...others.slice(0, Math.max(0, TOP - picked.length))];
}

function nodeOf({ code, name, aliases }: Place, facets: Facets): Node {
  return { value: code, label: name, count: countAt(facets.region, code), names: aliases };
}

/** A place and what lies in it, as far as the record has events there. */
function branchOf(place: Place, facets: Facets): Node {
  const children = childPlaces(place.code).filter((child) => countAt(facets.present, child.code) > 0);
  return { ...nodeOf(place, facets), children: children.map((child) => branchOf(child, facets)) };
}

/** Without scripts the name that is typed is sent, and the server finds the place. */
function TypedPlace() {
  return (
    <>
      <label className="govuk-visually-hidden" htmlFor="filter-place">
        Add a place by name
      </label>
      <input
        className="pw-filter__text"
        id="filter-place"
        name="region"
        type="text"
        list={COMPLETIONS}
        placeholder="Type a place"
        autoComplete="off"
      />
    </>
  );
}

/** Places by typing, by the most frequent, and as the whole tree from the world to English regions. */
export function PlaceFilter({ chosen, facets }: Props) {
  const top = frequentPlaces(chosen, facets);
  return (
    <fieldset className="pw-filter">
      <legend className="pw-filter__legend">Place</legend>
      <Searchable
        name="region"
        what="places"
        chosen={chosen}
        top={top.map((place) => nodeOf(place, facets))}
        tree={packTree([branchOf(findPlace(WORLD)!, facets)])}
        treeTitle="All places"
        completions={COMPLETIONS}
      >
        <TypedPlace />
      </Searchable>
    </fieldset>
  );
}
