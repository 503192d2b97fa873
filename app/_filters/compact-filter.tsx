import { formatDay } from '@/lib/days';
import { filterLabels, valueLabel } from '@/lib/filter-words';
import type { Filters } from '@/lib/filters';
import { listed } from '@/lib/listed';
import { placeWords } from '@/lib/place-words';
import { places } from '@/lib/places';
import { confidenceTerms, datingTerms, pillarTerms, typeTerms, type Term } from '@/lib/vocabulary';
import { Options, type Option } from './option-list';

/** The id of the list of places that all compact filters of a page share. */
const PLACES = 'compact-places';

/** Once on each page that has compact filters: what their boxes for a place complete. */
export function PlaceNames() {
  return (
    <datalist id={PLACES}>
      {places.map((place) => (
        <option key={place.code}>{placeWords(place)}</option>
      ))}
    </datalist>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  options: readonly Option[];
  chosen: readonly string[];
}

const optionsOf = (terms: readonly Term[]): Option[] =>
  terms.map(({ code, label }) => ({ value: code, label, count: null }));

/** A list of checkboxes that folds away behind what is chosen of it. */
function Choice({ name, label, options, chosen }: ChoiceProps) {
  const picked = options.filter(({ value }) => chosen.includes(value)).map((option) => option.label);
  return (
    <details className="pw-compact__choice">
      <summary>
        <span className="pw-compact__label">{label}:</span> {picked.length > 0 ? listed(picked) : 'any'}
      </summary>
      <fieldset className="pw-compact__options">
        <legend className="govuk-visually-hidden">{label}</legend>
        <Options {...{ name, options, chosen }} />
      </fieldset>
    </details>
  );
}

function Box({
  label,
  name,
  value = '',
  list,
}: {
  label: string;
  name: string;
  value?: string;
  list?: string;
}) {
  return (
    <label className="pw-compact__box">
      <span>{label}</span>
      <input
        className="pw-filter__text"
        type="text"
        autoComplete="off"
        key={value}
        {...{ name, list }}
        defaultValue={value}
      />
    </label>
  );
}

/** Filters that this form does not offer, but keeps where a link has brought them. */
const KEPT = ['actor', 'origin', 'article'] as const;

interface Props {
  /** Of the parameters: "a" for a.type. */
  prefix: string;
  legend: string;
  hint: string;
  filters: Filters;
  sets: readonly { key: string; title: string }[];
}

/** One of several sets of filters on a page, as small as it can be: all that the big form asks, folded. */
export function CompactFilter({ prefix, legend, hint, filters, sets }: Props) {
  const named = (key: keyof Filters): string => `${prefix}.${key}`;
  const choice = (key: 'type' | 'pillar' | 'dated' | 'confidence', terms: readonly Term[]) => (
    <Choice
      name={named(key)}
      label={filterLabels[key]}
      options={optionsOf(terms)}
      chosen={filters[key]}
      key={`${key} ${filters[key].join()}`}
    />
  );
  const chosenPlaces = filters.region.map((code) => ({
    value: code,
    label: valueLabel('region', code),
    count: null,
  }));
  return (
    <fieldset className="pw-compact">
      <legend className="pw-compact__legend">{legend}</legend>
      <p className="pw-filter__hint">{hint}</p>
      {choice('type', typeTerms)}
      <div className="pw-compact__place">
        <Options name={named('region')} options={chosenPlaces} chosen={filters.region} />
        <Box
          label={filters.region.length > 0 ? 'Another place' : 'Place'}
          name={named('region')}
          list={PLACES}
        />
      </div>
      {choice('pillar', pillarTerms)}
      <Box label="Words" name={named('q')} value={filters.q ?? ''} />
      <div className="pw-filter__pair">
        <Box label="From" name={named('from')} value={filters.from ? formatDay(filters.from) : ''} />
        <Box label="To" name={named('to')} value={filters.to ? formatDay(filters.to) : ''} />
      </div>
      {choice('dated', datingTerms)}
      {choice('confidence', confidenceTerms)}
      <Choice
        name={named('set')}
        label={filterLabels.set}
        options={sets.map(({ key, title }) => ({ value: key, label: title, count: null }))}
        chosen={filters.set}
        key={`set ${filters.set.join()}`}
      />
      {KEPT.filter((key) => filters[key].length > 0).map((key) => (
        <Choice
          key={key}
          name={named(key)}
          label={filterLabels[key]}
          options={filters[key].map((value) => ({ value, label: valueLabel(key, value), count: null }))}
          chosen={filters[key]}
        />
      ))}
    </fieldset>
  );
}
