import type { ReactNode } from 'react';
import { Link } from '@/app/_ui/link';
import { londonTimeInFull } from '@/lib/london-time';
import { formatDateSpan } from '@/lib/date-words';
import { labelOf, statusTerms } from '@/lib/vocabulary';
import type { FormState } from './form-state';

interface NoticeProps {
  id: string;
  title: string;
  children: ReactNode;
}

/** A notice above the form: nothing was saved, and why. It takes the focus (GOV.UK notification banner). */
function Notice({ id, title, children }: NoticeProps) {
  return (
    <section
      className="govuk-notification-banner pw-notice"
      role="alert"
      aria-labelledby={`${id}-title`}
      id={id}
      tabIndex={-1}
    >
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id={`${id}-title`}>
          {title}
        </h2>
      </div>
      <div className="govuk-notification-banner__content">{children}</div>
    </section>
  );
}

/** The account can't save: what was typed stays in the form, so that it can be sent again after signing in. */
export function RefusedNotice({ refused }: Pick<FormState, 'refused'>) {
  if (!refused) return null;
  const out = refused === 'signed-out';
  return (
    <Notice
      id="refused"
      title={out ? 'Not saved: you have been signed out' : 'Not saved: your account may not change events'}
    >
      <p className="govuk-body">
        What you typed is still below.{' '}
        <a className="govuk-link" href="/sign-in?next=/admin/events" target="_blank">
          {out ? 'Sign in again (opens in a new tab)' : 'Sign in with another account (opens in a new tab)'}
        </a>
        , come back to this page and save.
      </p>
    </Notice>
  );
}

/** Events that may be this one already; nothing was saved, and the person decides. */
export function DuplicateNotice({ duplicates, another }: Pick<FormState, 'duplicates' | 'another'>) {
  if (duplicates.length === 0) return null;
  return (
    <Notice id="duplicates" title="Not saved yet: is it one of these?">
      <p className="govuk-body">
        {duplicates.length === 1 ? 'An event like this one is' : 'Events like this one are'} in the record
        already:
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {duplicates.map((event) => (
          <li key={event.slug}>
            {formatDateSpan(event)}:{' '}
            <Link className="govuk-link" href={`/admin/events/${event.slug}`} target="_blank">
              {event.title}
            </Link>
            {event.status !== 'published' && ` (${labelOf(statusTerms, event.status).toLowerCase()})`}
          </li>
        ))}
      </ul>
      <p className="govuk-body">
        If it is the same event, add your source to that one. If it is another, save it.
      </p>
      <input type="hidden" name="seen" value={duplicates.map((event) => event.slug).join(' ')} />
      {another && <input type="hidden" name="another" value="yes" />}
      <button type="submit" name="intent" value="save-anyway" className="govuk-button pw-last">
        Save anyway, it is another event
      </button>
    </Notice>
  );
}

/** Someone else saved since the form was opened: nothing was written, and both versions are shown. */
export function StaleNotice({ stale }: Pick<FormState, 'stale'>) {
  if (!stale) return null;
  const who = stale.by ?? 'Someone';
  return (
    <Notice id="stale" title="Not saved: someone has saved this event since you opened it">
      <p className="govuk-body">
        {who} saved it on {londonTimeInFull(stale.at)}. What you typed is still below: take over what you want
        to keep of theirs, then save. Saving puts yours in place of theirs.
      </p>
      {stale.differences.length === 0 ? (
        <p className="govuk-body">Nothing differs: they saved the same as you.</p>
      ) : (
        <table className="govuk-table pw-table pw-stale">
          <caption className="govuk-visually-hidden">
            What differs between yours and what was saved since
          </caption>
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Yours</th>
              <th scope="col">Saved since by {who}</th>
            </tr>
          </thead>
          <tbody>
            {stale.differences.map(({ field, name, mine, theirs }) => (
              <tr key={field}>
                <th scope="row">
                  <a className="govuk-link" href={`#${field}`}>
                    {name}
                  </a>
                </th>
                <td>{mine || 'Empty'}</td>
                <td>{theirs || 'Empty'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Notice>
  );
}
