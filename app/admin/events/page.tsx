import type { Metadata } from 'next';
import { requireUser } from '@/app/_auth/session';
import { doneTo } from '@/app/_http/done-to';
import { Link } from '@/app/_ui/link';
import { countForAdmin, listForAdmin } from '@/db/admin-events';
import { database } from '@/db/client';
import { whoElseHasOpen } from '@/db/open-forms';
import { labelOf, statuses, statusTerms, type Status } from '@/lib/vocabulary';
import { AdminTable } from '../_list/admin-table';
import { BulkStart } from '../_list/bulk-start';
import { DoneBanner, doneKeys } from '../_list/done-banner';
import { SearchForm } from '../_list/search-form';

export const metadata: Metadata = { title: 'Manage events' };

const PAGE = 50;

type Query = Record<string, string | string[] | undefined>;
/** Postgres refuses NUL in text; no person types one. */
const one = (query: Query, key: string): string =>
  ([query[key]].flat()[0] ?? '').replaceAll('\0', '').trim().slice(0, 200);

function queryOf(q: string, status: Status | null, after: string): string {
  const given = Object.entries({ q, status: status ?? '', after }).filter(([, value]) => value !== '');
  return new URLSearchParams(given).toString();
}

function captionOf(q: string, status: Status | null): string {
  const which = status ? `, status ${labelOf(statusTerms, status).toLowerCase()}` : '';
  return `${q ? `Events found for “${q}”` : 'Events'}${which}; last changed first. Times are UK time.`;
}

/** The desk: every event whatever its status, last changed first. */
export default async function AdminEventsPage({ searchParams }: PageProps<'/admin/events'>) {
  const query = await searchParams;
  const [q, after] = [one(query, 'q'), one(query, 'after')];
  const status = statuses.find((code) => code === one(query, 'status')) ?? null;
  const list = queryOf(q, status, after);
  const user = await requireUser('events.edit', list ? `/admin/events?${list}` : '/admin/events');
  const [found, counts, done] = await Promise.all([
    listForAdmin(database(), { q, status, after: after || null }, PAGE),
    countForAdmin(database(), q),
    doneTo(query, doneKeys),
  ]);
  const rows = found.slice(0, PAGE);
  const next = found.length > PAGE ? rows.at(-1) : undefined;
  const slugs = rows.map(({ slug }) => slug);
  const open = await whoElseHasOpen(database(), slugs, user.id);
  return (
    <>
      {done && <DoneBanner {...done} />}
      <div className="pw-admin-head">
        <h1 className="pw-heading">Manage events</h1>
        <Link href="/admin/events/new" className="govuk-button pw-last">
          Add an event
        </Link>
      </div>
      <SearchForm {...{ q, status, counts }} />
      {rows.length > 0 ? (
        <>
          <AdminTable {...{ rows, open, list }} role={user.role} caption={captionOf(q, status)} />
          <BulkStart {...{ q, status, counts }} />
        </>
      ) : (
        <p className="govuk-body">No event was found. Try fewer words, or another status.</p>
      )}
      <nav className="pw-admin-pages" aria-label="Pages of the list">
        {after && (
          <Link className="govuk-link" href={`/admin/events?${queryOf(q, status, '')}`}>
            First {PAGE} events
          </Link>
        )}
        {next && (
          <Link className="govuk-link" href={`/admin/events?${queryOf(q, status, next.cursor)}`} rel="next">
            Next {PAGE} events
          </Link>
        )}
      </nav>
    </>
  );
}
