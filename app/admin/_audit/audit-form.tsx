import Link from 'next/link';
import { auditActions } from '@/lib/audit-actions';
import { auditHref, type AuditQuery } from '@/lib/audit-query';
import { formatDay } from '@/lib/days';

const nothing: AuditQuery = { who: null, action: null, from: null, to: null, event: null, words: null };
const boxes = [
  { name: 'words', label: 'Words', type: 'search' },
  { name: 'who', label: 'Who', type: 'text' },
  { name: 'event', label: 'Event, as in its address', type: 'text' },
  { name: 'from', label: 'From', type: 'text' },
  { name: 'to', label: 'To', type: 'text' },
] as const;

/** Finds entries: a plain GET form. Dates as people write them. */
export function AuditForm({ query }: { query: AuditQuery }) {
  const shown = (name: (typeof boxes)[number]['name']): string => {
    const value = query[name];
    return value === null ? '' : name === 'from' || name === 'to' ? formatDay(value) : value;
  };
  return (
    <form
      method="get"
      action="/admin/audit"
      className="pw-admin-search pw-audit-search"
      role="search"
      aria-label="Find entries"
    >
      {boxes.map(({ name, label, type }) => (
        <div key={name}>
          <label className="govuk-label" htmlFor={`audit-${name}`}>
            {label}
          </label>
          <input
            className="govuk-input"
            id={`audit-${name}`}
            name={name}
            type={type}
            autoComplete="off"
            maxLength={200}
            defaultValue={shown(name)}
            key={shown(name)}
          />
        </div>
      ))}
      <div>
        <label className="govuk-label" htmlFor="audit-action">
          What
        </label>
        <select
          className="govuk-select"
          id="audit-action"
          name="action"
          defaultValue={query.action ?? ''}
          key={query.action}
        >
          <option value="">Anything</option>
          {Object.entries(auditActions).map(([code, label]) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="govuk-button govuk-button--secondary pw-last">
        Search
      </button>
      {Object.values(query).some((value) => value !== null) && (
        <Link className="govuk-link" href={auditHref(nothing)}>
          Clear
        </Link>
      )}
    </form>
  );
}
