'use client';

import { useActionState, type ReactNode } from 'react';
import { Banner } from '@/app/_ui/banner';
import { Link } from '@/app/_ui/link';
import type { BulkResult } from '@/db/bulk';
import type { BulkChange } from '@/lib/bulk-change';
import { countOf } from '@/lib/numbers';
import { bulkAction } from '../events/bulk/actions';

interface Props {
  /** The change as the action reads it again. */
  change: BulkChange | null;
  /** Where the events were selected. */
  back: string;
  /** Slug and version of each event, a line each. */
  seen: string;
  /** How many would change. */
  count: number;
  /** The preview; it gives way to what became of it. */
  children: ReactNode;
}

/** What became of it: how many changed, and which did not and why. */
function Result({ result: { changed, proposed, left }, back }: { result: BulkResult; back: string }) {
  return (
    <>
      <Banner>
        {countOf(changed, 'event')} changed
        {proposed > 0 && `, ${countOf(proposed, 'change')} sent to review`}.
      </Banner>
      {left.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{countOf(left.length, 'event')} left as they were</h2>
          <ul className="govuk-list govuk-list--bullet">
            {left.map(({ slug, title, why }) => (
              <li key={slug}>
                <Link className="govuk-link" href={`/admin/events/${slug}`}>
                  {title}
                </Link>
                : {why}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="govuk-body">
        <Link className="govuk-link" href={back}>
          Back to the list
        </Link>
      </p>
    </>
  );
}

/** The button that does what the preview shows, and the answer in the preview's place. */
export function BulkApply({ change, back, seen, count, children }: Props) {
  const [result, action, pending] = useActionState(bulkAction, null);
  if (result) return <Result {...{ result, back }} />;
  return (
    <>
      {children}
      {change && count > 0 && (
        <form action={action} className="pw-bulk-do">
          <input type="hidden" name="do" value={change.code} />
          <input type="hidden" name="tag" value={change.tag} />
          <input type="hidden" name="to" value={change.to} />
          <input type="hidden" name="seen" value={seen} />
          <button type="submit" className="govuk-button" disabled={pending}>
            {pending ? 'Changing…' : `Change ${countOf(count, 'event')}`}
          </button>
        </form>
      )}
    </>
  );
}
