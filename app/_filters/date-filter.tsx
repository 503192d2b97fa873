import { Link } from '@/app/_ui/link';
import { datePresets } from '@/lib/date-presets';
import { formatDay, today } from '@/lib/days';
import { hrefWith, withFilters, type Filters } from '@/lib/filters';

interface Props {
  path: string;
  filters: Filters;
  keep: Record<string, string | undefined>;
}

/** From and to as people write dates, and the ranges asked for by name. */
export function DateFilter({ path, filters, keep }: Props) {
  return (
    <fieldset className="pw-filter" aria-describedby="filter-dates-hint">
      <legend className="pw-filter__legend">Dates</legend>
      <p className="pw-filter__hint" id="filter-dates-hint">
        Like 23 March 2020, or March 2020
      </p>
      <div className="pw-filter__pair">
        {(['from', 'to'] as const).map((key) => (
          <label key={key}>
            <span>{key === 'from' ? 'From' : 'To'}</span>
            <input
              className="pw-filter__text"
              name={key}
              type="text"
              autoComplete="off"
              defaultValue={filters[key] ? formatDay(filters[key]) : ''}
              key={filters[key]}
            />
          </label>
        ))}
      </div>
      <ul className="pw-presets">
        {datePresets(today()).map(({ label, from, to }) => (
          <li key={label}>
            <Link
              href={hrefWith(path, withFilters(filters, { from, to }), keep)}
              aria-current={filters.from === from && filters.to === to ? 'true' : undefined}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
