import { Link } from '@/app/_ui/link';
import type { AdminRow } from '@/db/admin-events';
import { formatDateSpan } from '@/lib/date-words';
import { labelOf, statusTerms } from '@/lib/vocabulary';

interface Props {
  questions: readonly { code: string; label: string }[];
  indicator: string;
  q: string;
  /** What the words found; null where nothing was asked. */
  found: readonly AdminRow[] | null;
}

/** What the words found, each to be linked. */
function Found({ indicator, found }: { indicator: string; found: readonly AdminRow[] }) {
  if (found.length === 0) return <p className="govuk-body">No event was found. Try fewer words.</p>;
  return (
    <ul className="govuk-list" aria-label="Events found">
      {found.map((event) => (
        <li key={event.slug}>
          <Link
            className="govuk-link"
            href={`/admin/evidence/link?${new URLSearchParams({ indicator, event: event.slug })}`}
          >
            Link “{event.title}”
          </Link>{' '}
          <span className="pw-quiet">
            {formatDateSpan(event)}
            {event.status !== 'published' && `, ${labelOf(statusTerms, event.status).toLowerCase()}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Which question: all of them, or one. */
function QuestionChoice({ questions, indicator }: Pick<Props, 'questions' | 'indicator'>) {
  return (
    <div>
      <label className="govuk-label" htmlFor="indicator">
        Question
      </label>
      <select
        className="govuk-select"
        id="indicator"
        name="indicator"
        defaultValue={indicator}
        key={indicator}
      >
        <option value="">All questions</option>
        {questions.map(({ code, label }) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Finds events by words, to link one to a question: a plain GET form, and what it found. */
export function FindEvent({ questions, indicator, q, found }: Props) {
  return (
    <>
      <form
        method="get"
        action="/admin/evidence"
        className="pw-admin-search"
        role="search"
        aria-label="Find events"
      >
        <QuestionChoice {...{ questions, indicator }} />
        <div>
          <label className="govuk-label" htmlFor="evidence-q">
            Words of an event to link
          </label>
          <input
            className="govuk-input"
            id="evidence-q"
            name="q"
            type="search"
            defaultValue={q}
            maxLength={200}
            key={q}
          />
        </div>
        <button type="submit" className="govuk-button govuk-button--secondary pw-last">
          Find
        </button>
      </form>
      {found && <Found {...{ indicator, found }} />}
    </>
  );
}
