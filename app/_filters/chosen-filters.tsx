import { Link } from '@/app/_ui/link';
import type { Facets } from '@/lib/facets';
import { filterLabels, valueLabel } from '@/lib/filter-words';
import { filterKeys, hrefWith, noFilters, withoutValue, type Filters } from '@/lib/filters';

interface Props {
  path: string;
  filters: Filters;
  facets: Facets;
  keep?: Record<string, string | undefined>;
}

function wordsFor(key: keyof Filters, value: string, facets: Facets): string {
  if (key === 'article' || key === 'set')
    return facets[key].find((option) => option.value === value)?.label ?? value;
  return key === 'q' ? `“${value}”` : valueLabel(key, value);
}

/** The filters in use, each a link that takes it away, above the list (MOJ filter pattern). */
export function ChosenFilters({ path, filters, facets, keep = {} }: Props) {
  const chosen = filterKeys.flatMap((key) => [filters[key] ?? []].flat().map((value) => ({ key, value })));
  if (chosen.length === 0) return null;
  return (
    <div className="pw-chosen">
      <h2 className="govuk-visually-hidden">Filters in use</h2>
      <ul className="pw-chosen__list">
        {chosen.map(({ key, value }) => (
          <li key={`${key}=${value}`}>
            <Link className="pw-chip" href={hrefWith(path, withoutValue(filters, key, value), keep)}>
              <span className="govuk-visually-hidden">Remove filter </span>
              <span className="pw-chip__name">{filterLabels[key]}:</span> {wordsFor(key, value, facets)}
              <span aria-hidden="true"> ✕</span>
            </Link>
          </li>
        ))}
        <li>
          <Link className="govuk-link pw-chosen__clear" href={hrefWith(path, noFilters, keep)}>
            Clear all
          </Link>
        </li>
      </ul>
    </div>
  );
}
