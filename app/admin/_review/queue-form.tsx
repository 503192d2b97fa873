import { Link } from '@/app/_ui/link';
import { formatCount } from '@/lib/numbers';
import { queueFields, queueOptions, type QueueGroup, type QueueQuery } from '@/lib/review-queue';

interface Props {
  groups: readonly QueueGroup[];
  query: QueueQuery;
  /** Who asks, by id. */
  me: string;
}

/** Asks for a part of the queue: a plain GET form, every choice with how many it would show. */
export function QueueForm({ groups, query, me }: Props) {
  return (
    <form
      method="get"
      action="/admin/review"
      className="pw-admin-search"
      role="search"
      aria-label="Filter what waits for review"
    >
      {queueFields.map(({ field, label }) => (
        <div key={field}>
          <label className="govuk-label" htmlFor={`queue-${field}`}>
            {label}
          </label>
          <select
            className="govuk-select"
            id={`queue-${field}`}
            name={field}
            defaultValue={query[field]}
            key={query[field]}
          >
            <option value="">Any</option>
            {queueOptions(field, groups, query, me).map(({ code, label: name, count }) => (
              <option key={code} value={code}>
                {name} ({formatCount(count)})
              </option>
            ))}
          </select>
        </div>
      ))}
      <button type="submit" className="govuk-button govuk-button--secondary pw-last">
        Apply
      </button>
      {queueFields.some(({ field }) => query[field] !== '') && (
        <Link className="govuk-link" href="/admin/review">
          Clear
        </Link>
      )}
    </form>
  );
}
