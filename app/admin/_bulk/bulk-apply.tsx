'use client';

import Link from 'next/link';
import { useActionState, useEffect, useRef, type ReactNode } from 'react';
import type { BulkResult } from '@/db/bulk';
import { countOf } from '@/lib/numbers';
import { bulkAction } from '../events/bulk/actions';

interface Props {
  code: string;
  tag: string;
  /** Slug and version of each event, a line each. */
  seen: string;
  /** How many would change. */
  count: number;
  /** The preview; it gives way to what became of it. */
  children: ReactNode;
}

/** What became of it: how many changed, and which did not and why. */
function Result({ changed, proposed, left }: BulkResult) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1}>
      <p className="pw-banner" role="status">
        {countOf(changed, 'event')} changed
        {proposed > 0 && `, ${countOf(proposed, 'change')} sent to review`}.
      </p>
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
        <Link className="govuk-link" href="/admin/events">
          Back to all events
        </Link>
      </p>
    </div>
  );
}

/** The button that does what the preview shows, and the answer in the preview's place. */
export function BulkApply({ code, tag, seen, count, children }: Props) {
  const [result, action, pending] = useActionState(bulkAction, null);
  if (result) return <Result {...result} />;
  return (
    <>
      {children}
      {count > 0 && (
        <form action={action} className="pw-bulk-do">
          <input type="hidden" name="do" value={code} />
          <input type="hidden" name="tag" value={tag} />
          <input type="hidden" name="seen" value={seen} />
          <button type="submit" className="govuk-button" disabled={pending}>
            {pending ? 'Changing…' : `Change ${countOf(count, 'event')}`}
          </button>
        </form>
      )}
    </>
  );
}
