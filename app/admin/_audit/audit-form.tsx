import type { FieldError } from '@/app/_ui/form/error-summary';
import { Link } from '@/app/_ui/link';
import { auditActions } from '@/lib/audit-actions';
import { auditHref, type AuditQuery } from '@/lib/audit-query';
import { formatDay } from '@/lib/days';

const nothing: AuditQuery = { who: null, action: null, from: null, to: null, event: null, words: null };
const boxes = [
  { name: 'words', label: 'Words', type: 'search' },
  { name: 'who', label: 'Who', type: 'text' },
  { name: 'event', label: 'Event: its address', type: 'text' },
  { name: 'from', label: 'From', type: 'text' },
  { name: 'to', label: 'To', type: 'text' },
] as const;

export interface AuditProblem {
  field: 'from' | 'to';
  /** What was typed there. */
  value: string;
}

/** The errors of a search, each leading to its box. */
export const auditErrors = (problems: readonly AuditProblem[]): FieldError[] =>
  problems.map(({ field, value }) => ({
    field: `audit-${field}`,
    message: `“${value}” is not a date. Write it like 23 March 2020.`,
  }));

interface Props {
  query: AuditQuery;
  problems: readonly AuditProblem[];
}

function ActionChoice({ action }: Pick<AuditQuery, 'action'>) {
  return (
    <div>
      <label className="govuk-label" htmlFor="audit-action">
        What
      </label>
      <select
        className="govuk-select"
        id="audit-action"
        name="action"
        defaultValue={action ?? ''}
        key={action}
      >
        <option value="">Anything</option>
        {Object.entries(auditActions).map(([code, label]) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Finds entries: a plain GET form. Dates as people write them; what could not be read stays in its box. */
export function AuditForm({ query, problems }: Props) {
  const wrong = (name: string): string | undefined => problems.find(({ field }) => field === name)?.value;
  const shown = (name: (typeof boxes)[number]['name']): string => {
    const value = query[name];
    if (value === null) return wrong(name) ?? '';
    return name === 'from' || name === 'to' ? formatDay(value) : value;
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
            className={wrong(name) === undefined ? 'govuk-input' : 'govuk-input govuk-input--error'}
            aria-invalid={wrong(name) === undefined ? undefined : true}
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
      <ActionChoice action={query.action} />
      <button type="submit" className="govuk-button govuk-button--secondary pw-last">
        Search
      </button>
      {(problems.length > 0 || Object.values(query).some((value) => value !== null)) && (
        <Link className="govuk-link" href={auditHref(nothing)}>
          Clear
        </Link>
      )}
    </form>
  );
}
