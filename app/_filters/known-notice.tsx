import { Link } from '@/app/_ui/link';
import { formatDay } from '@/lib/days';
import { sinceWords, type KnownOn } from '@/lib/known-since';

/** Above whatever is shown as known on a past day: that it is, and what has changed since. */
export function KnownNotice({ known, nowHref }: { known: KnownOn | null; nowHref: string }) {
  if (known === null) return null;
  const { day, began } = known;
  const empty = began === null || began > day;
  return (
    <div className="pw-known" role="note">
      <p>
        <strong>As known on {formatDay(day)}.</strong>{' '}
        {empty
          ? `On that day nothing was in the record${began ? `, which began on ${formatDay(began)}` : ''}.`
          : `${sinceWords(known)}.`}
      </p>
      <p>
        {!empty && (
          <>
            <Link className="govuk-link" href={`/changes?since=${day}`}>
              What changed since
            </Link>{' '}
            <span aria-hidden="true">·</span>{' '}
          </>
        )}
        <Link className="govuk-link" href={nowHref}>
          See it as it stands today
        </Link>
      </p>
    </div>
  );
}
