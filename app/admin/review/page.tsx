import type { Metadata } from 'next';
import Link from 'next/link';
import { requireUser } from '@/app/_auth/session';
import { database } from '@/db/client';
import { listReview } from '@/db/review';
import { londonTimeInFull } from '@/lib/london-time';
import { countOf } from '@/lib/numbers';

export const metadata: Metadata = { title: 'Review' };

/** What waits for a reviewer, the longest waiting first. */
export default async function ReviewPage() {
  await requireUser('events.publish', '/admin/review');
  const items = await listReview(database());
  return (
    <>
      <h1 className="pw-heading">Review</h1>
      {items.length === 0 ? (
        <p className="govuk-body">Nothing waits for review.</p>
      ) : (
        <div className="pw-scroll" role="region" aria-label="Waiting for review" tabIndex={0}>
          <table className="pw-table">
            <caption className="pw-table__caption">
              {countOf(items.length, 'item')}, the longest waiting first
            </caption>
            <thead>
              <tr>
                <th scope="col">Event</th>
                <th scope="col">What</th>
                <th scope="col">By</th>
                <th scope="col">Since</th>
              </tr>
            </thead>
            <tbody>
              {items.map(({ kind, id, slug, title, by, at }) => (
                <tr key={`${kind} ${id ?? slug}`}>
                  <th scope="row">
                    <Link href={kind === 'event' ? `/admin/events/${slug}` : `/admin/review/${id}`}>
                      {title}
                    </Link>
                  </th>
                  <td>{kind === 'event' ? 'New event' : 'Change to a published event'}</td>
                  <td>{by ?? 'Somebody who is gone'}</td>
                  <td>{londonTimeInFull(at)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
