import { Link } from '@/app/_ui/link';
import { countUpTo } from '@/lib/numbers';
import { statusTerms, type Status } from '@/lib/vocabulary';

interface Props {
  q: string;
  status: Status | null;
  /** How many events the words find of each status. */
  counts: Record<Status, number>;
}

/** Finds events by words and status: a plain GET form. */
export function SearchForm({ q, status, counts }: Props) {
  return (
    <form
      method="get"
      action="/admin/events"
      className="pw-admin-search"
      role="search"
      aria-label="Find events"
    >
      <div>
        <label className="govuk-label" htmlFor="admin-q">
          Words
        </label>
        <input
          className="govuk-input"
          id="admin-q"
          name="q"
          type="search"
          defaultValue={q}
          maxLength={200}
          key={q}
        />
      </div>
      <div>
        <label className="govuk-label" htmlFor="admin-status">
          Status
        </label>
        <select
          className="govuk-select"
          id="admin-status"
          name="status"
          defaultValue={status ?? ''}
          key={status}
        >
          <option value="">Any</option>
          {statusTerms.map(({ code, label }) => (
            <option key={code} value={code}>
              {label} ({countUpTo(counts[code])})
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="govuk-button govuk-button--secondary pw-last">
        Search
      </button>
      {(q || status) && (
        <Link className="govuk-link" href="/admin/events">
          Clear
        </Link>
      )}
    </form>
  );
}
