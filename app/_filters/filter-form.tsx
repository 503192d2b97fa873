import { formatDay } from '@/lib/days';
import { namedFilters, type Facets, type NamedFilter } from '@/lib/facets';
import { filterLabels } from '@/lib/filter-words';
import { filterKeys, hrefWith, isFiltered, type Filters } from '@/lib/filters';
import { confidenceTerms, datingTerms, pillarTerms, typeTerms, type Term } from '@/lib/vocabulary';
import { DateFilter } from './date-filter';
import { OptionList, Options, type Option } from './option-list';
import { packTree } from './option-tree';
import { PlaceFilter } from './place-filter';
import { Searchable } from './searchable';

interface Props {
  /** The page that the form leads to: the one it stands on. */
  path: string;
  filters: Filters;
  facets: Facets;
  /** Other parameters of the page (lanes, density) that a new question keeps. */
  keep?: Record<string, string | undefined>;
  /** Filters that the page itself fixes, and which the form leaves out. */
  fixed?: readonly (keyof Filters)[];
}

const termOptions = (terms: readonly Term[], counts: Uint32Array): Option[] =>
  terms.map((term, i) => ({ value: term.code, label: term.label, count: counts[i] ?? 0 }));

function Apply() {
  return (
    <button type="submit" className="govuk-button pw-filters__apply">
      Apply filters
    </button>
  );
}

function WordsFilter({ words }: { words: string | null }) {
  return (
    <div className="pw-filter">
      <label className="pw-filter__legend" htmlFor="filter-words">
        Words
      </label>
      <input
        className="pw-filter__text"
        id="filter-words"
        name="q"
        type="search"
        defaultValue={words ?? ''}
        key={words}
        maxLength={200}
        aria-describedby="filter-words-hint"
      />
      <p className="pw-filter__hint" id="filter-words-hint">
        “exact words”, or, -without
      </p>
    </div>
  );
}

/** Longer lists can be searched, and show this many at first: those chosen, then those with most events. */
const FEW = 12;
const searched = { actor: 'actors', origin: 'places', article: 'articles' };

/** The less used filters fold away, unless they are in use. */
function Folded({ name, options, chosen }: { name: NamedFilter; options: Option[]; chosen: string[] }) {
  if (options.length === 0) return null;
  const picked = options.filter(({ value }) => chosen.includes(value));
  const others = options.filter(({ value }) => !chosen.includes(value));
  return (
    <details className="pw-filter pw-filter--folded" open={chosen.length > 0}>
      <summary className="pw-filter__legend">{filterLabels[name]}</summary>
      <div
        className="pw-filter__scroll"
        tabIndex={0}
        role="group"
        aria-label={`${filterLabels[name]}: options`}
      >
        <fieldset className="pw-filter">
          <legend className="govuk-visually-hidden">{filterLabels[name]}</legend>
          {options.length > FEW ? (
            <Searchable
              name={name}
              what={searched[name]}
              chosen={chosen}
              top={[...picked, ...others.slice(0, Math.max(0, FEW - picked.length))]}
              tree={packTree(options)}
              treeTitle={`All ${searched[name]}`}
            />
          ) : (
            <Options {...{ name, options, chosen }} />
          )}
        </fieldset>
      </div>
    </details>
  );
}

/** Of a very large record: the chosen options, and a link that counts the others, which takes a moment. */
function Uncounted({ name, options, href }: { name: NamedFilter; options: readonly Option[]; href: string }) {
  return (
    <fieldset className="pw-filter">
      <legend className="pw-filter__legend">{filterLabels[name]}</legend>
      <Options name={name} options={options} chosen={options.map((option) => option.value)} />
      <a className="govuk-link" href={href}>
        Count and show {searched[name]}
      </a>
    </fieldset>
  );
}

/** The filters whose options only the database knows. */
function NamedFilters({ path, filters, facets, keep }: Omit<Props, 'fixed'>) {
  return namedFilters.map((name) =>
    facets.uncounted.includes(name) ? (
      <Uncounted
        key={name}
        name={name}
        options={facets[name]}
        href={hrefWith(path, filters, { ...keep, show: name })}
      />
    ) : (
      <Folded key={name} name={name} options={facets[name]} chosen={filters[name]} />
    ),
  );
}

/** The record as it was known on a past day: folded away, unless it is in use. */
function KnowledgeFilter({ asOf }: { asOf: string | null }) {
  return (
    <details className="pw-filter pw-filter--folded" open={asOf !== null}>
      <summary className="pw-filter__legend">{filterLabels.asOf}</summary>
      <label className="pw-filter__hint" htmlFor="filter-as-of">
        A past day, like 20 November 2026: the record as it then was, before what was changed since
      </label>
      <input
        className="pw-filter__text"
        id="filter-as-of"
        name="asOf"
        type="text"
        autoComplete="off"
        defaultValue={asOf ? formatDay(asOf) : ''}
        key={asOf}
      />
    </details>
  );
}

/** The filters as a plain GET form: the browser makes the URL, with scripts or without. */
export function FilterForm({ path, filters, facets, keep = {}, fixed = [] }: Props) {
  const shown = new Set(filterKeys.filter((key) => !fixed.includes(key)));
  return (
    <form className="pw-filters__form" method="get" action={path} role="search" aria-label="Filter events">
      {Object.entries(keep).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <Apply />
      <WordsFilter words={filters.q} />
      <DateFilter {...{ path, filters, keep }} />
      {shown.has('pillar') && (
        <OptionList
          name="pillar"
          legend="Pillar"
          options={termOptions(pillarTerms, facets.pillar)}
          chosen={filters.pillar}
        />
      )}
      {shown.has('region') && <PlaceFilter chosen={filters.region} facets={facets} />}
      <OptionList
        name="type"
        legend="Type"
        options={termOptions(typeTerms, facets.type)}
        chosen={filters.type}
      />
      <OptionList
        name="dated"
        legend="Date known"
        options={termOptions(datingTerms, facets.dated)}
        chosen={filters.dated}
      />
      <OptionList
        name="confidence"
        legend="Confidence"
        options={termOptions(confidenceTerms, facets.confidence)}
        chosen={filters.confidence}
      />
      {(facets.set.length > 1 || filters.set.length > 0) && (
        <OptionList name="set" legend={filterLabels.set} options={facets.set} chosen={filters.set} />
      )}
      <NamedFilters {...{ path, filters, facets, keep }} />
      <KnowledgeFilter asOf={filters.asOf} />
      <Apply />
      {(isFiltered(filters) || filters.asOf !== null) && (
        <p className="pw-filters__clear">
          <a href={path} className="govuk-link">
            Clear all filters
          </a>
        </p>
      )}
    </form>
  );
}
