import Link from 'next/link';
import { formatDateSpan } from '@/lib/date-words';
import type { Difference } from '@/lib/draft-difference';
import type { Precision } from '@/lib/vocabulary';

interface Duplicate {
  slug: string;
  title: string;
  startsOn: string;
  endsOn: string;
  precision: Precision;
}

/** Events that may be this one already; nothing was saved, and the person decides. */
export function DuplicateNotice({ duplicates }: { duplicates: readonly Duplicate[] }) {
  if (duplicates.length === 0) return null;
  return (
    <section
      className="govuk-notification-banner"
      role="alert"
      aria-labelledby="duplicates-title"
      id="duplicates"
    >
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id="duplicates-title">
          Is it one of these?
        </h2>
      </div>
      <div className="govuk-notification-banner__content">
        <p className="govuk-body">
          Nothing has been saved yet. Events like this one are in the record already:
        </p>
        <ul className="govuk-list govuk-list--bullet">
          {duplicates.map((event) => (
            <li key={event.slug}>
              <Link className="govuk-link" href={`/admin/events/${event.slug}`} target="_blank">
                {event.title}
              </Link>
              , {formatDateSpan(event)}
            </li>
          ))}
        </ul>
        <p className="govuk-body">
          If it is another event, save it anyway. If it is the same, add your source to that one.
        </p>
        <button type="submit" name="intent" value="save-anyway" className="govuk-button pw-last">
          Save anyway, it is another event
        </button>
      </div>
    </section>
  );
}

/** Someone else saved since the form was opened: nothing was written, and both versions are shown. */
export function StaleNotice({
  stale,
}: {
  stale: { by: string | null; at: string; differences: readonly Difference[] } | null;
}) {
  if (!stale) return null;
  const at = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/London',
  }).format(new Date(stale.at));
  return (
    <section className="govuk-notification-banner" role="alert" aria-labelledby="stale-title" id="stale">
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id="stale-title">
          Not saved: someone has saved this event since you opened it
        </h2>
      </div>
      <div className="govuk-notification-banner__content">
        <p className="govuk-body">
          {stale.by ?? 'Someone'} saved it on {at}. Below is what differs. Your words are still in the form:
          take over what you want to keep of theirs, then save again.
        </p>
        <table className="govuk-table pw-table">
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Yours</th>
              <th scope="col">Saved since</th>
            </tr>
          </thead>
          <tbody>
            {stale.differences.map(({ field, mine, theirs }) => (
              <tr key={field}>
                <th scope="row">{field}</th>
                <td className="pw-pre">{mine || 'Empty'}</td>
                <td className="pw-pre">{theirs || 'Empty'}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {stale.differences.length === 0 && (
          <p className="govuk-body">Nothing differs: they saved the same.</p>
        )}
      </div>
    </section>
  );
}
