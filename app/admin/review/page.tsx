import type { Metadata } from 'next';
import { requireUser } from '@/app/_auth/session';
import { doneTo } from '@/app/_http/done-to';
import { Link } from '@/app/_ui/link';
import { database } from '@/db/client';
import { whoElseHasOpen } from '@/db/open-forms';
import { groupReview, listReview } from '@/db/review-queue';
import { countOf } from '@/lib/numbers';
import { countQueue, parseQueueQuery, queueHref, wholeQueue } from '@/lib/review-queue';
import { DoneBanner, doneKeys } from '../_list/done-banner';
import { QueueForm } from '../_review/queue-form';
import { QueueTable } from '../_review/queue-table';

export const metadata: Metadata = { title: 'Review' };

const PAGE = 50;

/** What waits for a reviewer, the longest waiting first. */
export default async function ReviewPage({ searchParams }: PageProps<'/admin/review'>) {
  const params = await searchParams;
  const { after, ...query } = parseQueueQuery(params);
  const { id: me } = await requireUser('events.publish', queueHref(query, after));
  const [found, groups, done] = await Promise.all([
    listReview(database(), { query, me, after, limit: PAGE }),
    groupReview(database()),
    doneTo(params, doneKeys),
  ]);
  const rows = found.slice(0, PAGE);
  const next = found.length > PAGE ? rows.at(-1) : undefined;
  const slugs = rows.map(({ slug }) => slug);
  const open = await whoElseHasOpen(database(), slugs, me);
  const count = countOf(countQueue(groups, query, me), 'item');
  const waiting = countQueue(groups, wholeQueue, me);
  return (
    <>
      {done && <DoneBanner {...done} />}
      <h1 className="pw-heading">Review</h1>
      {waiting > 0 && <QueueForm {...{ groups, query, me }} />}
      {rows.length > 0 ? (
        <QueueTable
          {...{ rows, open }}
          caption={`${count} for review, the longest waiting first. Times are UK time.`}
        />
      ) : (
        <p className="govuk-body">
          {waiting > 0 ? 'Nothing that waits is like this.' : 'Nothing waits for review.'}
        </p>
      )}
      <nav className="pw-admin-pages" aria-label="Pages of the queue">
        {after && (
          <Link className="govuk-link" href={queueHref(query)}>
            First {PAGE} items
          </Link>
        )}
        {next && (
          <Link className="govuk-link" href={queueHref(query, next.cursor)} rel="next">
            Next {PAGE} items
          </Link>
        )}
      </nav>
    </>
  );
}
