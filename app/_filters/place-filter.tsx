import type { Facets } from '@/lib/facets';
import { childPlaces, findPlace, placeNumber, places, WORLD, type Place } from '@/lib/places';
import { FilterOption } from './option-list';

interface Props {
  chosen: readonly string[];
  facets: Facets;
}

const TOP = 8;
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

function optionOf(place: Place, facets: Facets) {
  return { value: place.code, label: place.name, count: countAt(facets.region, place.code) };
}

/** A place and what lies in it, as far as the record has events there. */
function Branch({ place, chosen, facets, offered }: Props & { place: Place; offered: ReadonlySet<string> }) {
  const children = childPlaces(place.code).filter((child) => countAt(facets.present, child.code) > 0);
  return (
    <li>
      {offered.has(place.code) ? (
        // It stands above already: two boxes of one value could contradict each other.
        <span className="pw-option pw-option--above">
          <span className="pw-option__label">{place.name} (above)</span>
          <span className="pw-option__count">{countAt(facets.region, place.code)}</span>
        </span>
      ) : (
        <FilterOption name="region" option={optionOf(place, facets)} checked={chosen.includes(place.code)} />
      )}
      {children.length > 0 && (
        <ul className="pw-tree">
          {children.map((child) => (
            <Branch key={child.code} {...{ place: child, chosen, facets, offered }} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** Places by typing, by the most frequent, and as the whole tree from the world to English regions. */
export function PlaceFilter({ chosen, facets }: Props) {
  const top = frequentPlaces(chosen, facets);
  const world = findPlace(WORLD)!;
  const known = places.filter((place) => countAt(facets.present, place.code) > 0);
  return (
    <fieldset className="pw-filter">
      <legend className="pw-filter__legend">Place</legend>
      <label className="govuk-visually-hidden" htmlFor="filter-place">
        Add a place by name
      </label>
      <input
        className="pw-filter__text"
        id="filter-place"
        name="region"
        type="text"
        list="filter-places"
        placeholder="Type a place"
        autoComplete="off"
      />
      <datalist id="filter-places">
        {known.map((place) => (
          <option key={place.code}>{place.name}</option>
        ))}
      </datalist>
      {top.map((place) => (
        <FilterOption
          key={place.code}
          name="region"
          option={optionOf(place, facets)}
          checked={chosen.includes(place.code)}
        />
      ))}
      <details className="pw-more">
        <summary>All places</summary>
        <ul className="pw-tree">
          <Branch place={world} {...{ chosen, facets }} offered={new Set(top.map((place) => place.code))} />
        </ul>
      </details>
    </fieldset>
  );
}
