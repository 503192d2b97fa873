import type { Metadata } from 'next';
import Link from 'next/link';
import { requireUser } from '@/app/_auth/session';
import { signOutAction } from '@/app/_auth/sign-out';
import { listForAdmin } from '@/db/admin-events';
import { database } from '@/db/client';
import { formatDateSpan } from '@/lib/date-words';
import { placeName } from '@/lib/places';
import { labelOf, statuses, statusTerms, typeTerms } from '@/lib/vocabulary';
import { archiveAction } from './actions';

export const metadata: Metadata = { title: 'Manage events' };

const PAGE = 50;
const stamp = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'Europe/London',
});

type Query = Record<string, string | string[] | undefined>;
const one = (query: Query, key: string): string => [query[key]].flat()[0]?.trim() ?? '';

function cursorOf(text: string): { updatedAt: string; id: number } | null {
  const [updatedAt = '', id = ''] = text.split('~');
  return Number.isFinite(Date.parse(updatedAt)) && /^\d{1,9}$/.test(id)
    ? { updatedAt, id: Number(id) }
    : null;
}

const banners: Record<string, (slug: string) => string> = {
  saved: (slug) => `Saved: ${slug}`,
  archived: (slug) => `Archived, and off the dashboard: ${slug}`,
  restored: (slug) => `Back on the dashboard: ${slug}`,
  refused: (slug) => `Not changed, because someone saved it since this list was made: ${slug}`,
};

function Banner({ query }: { query: Query }) {
  const key = Object.keys(banners).find((name) => one(query, name));
  if (!key) return null;
  return (
    <p className="pw-banner" role="status">
      {banners[key]!(one(query, key).slice(0, 90))}
    </p>
  );
}

function SearchForm({ q, status }: { q: string; status: string }) {
  return (
    <form method="get" className="pw-admin-search" role="search" aria-label="Find events">
      <label className="govuk-label" htmlFor="admin-q">
        Words
      </label>
      <input className="govuk-input" id="admin-q" name="q" type="search" defaultValue={q} maxLength={200} />
      <label className="govuk-label" htmlFor="admin-status">
        Status
      </label>
      <select className="govuk-select" id="admin-status" name="status" defaultValue={status}>
        <option value="">Any</option>
        {statusTerms.map(({ code, label }) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
      </select>
      <button type="submit" className="govuk-button govuk-button--secondary pw-last">
        Search
      </button>
    </form>
  );
}

type Row = Awaited<ReturnType<typeof listForAdmin>>[number];

function EventRow({ event }: { event: Row }) {
  const archived = event.status === 'archived';
  return (
    <tr>
      <td>
        <Link className="govuk-link" href={`/admin/events/${event.slug}`}>
          {event.title}
        </Link>
      </td>
      <td>{formatDateSpan(event)}</td>
      <td>{placeName(event.region)}</td>
      <td>{labelOf(typeTerms, event.type)}</td>
      <td>{labelOf(statusTerms, event.status)}</td>
      <td>
        {stamp.format(new Date(event.updatedAt))}
        {event.updatedBy && `, ${event.updatedBy}`}
      </td>
      <td>
        <form action={archiveAction}>
          <input type="hidden" name="slug" value={event.slug} />
          <input type="hidden" name="version" value={event.version} />
          <input type="hidden" name="to" value={archived ? 'published' : 'archived'} />
          <button type="submit" className="pw-link-button">
            {archived ? 'Restore' : 'Archive'}
            <span className="govuk-visually-hidden"> {event.title}</span>
          </button>
        </form>
      </td>
    </tr>
  );
}

/** The desk: every event whatever its status, last changed first. */
export default async function AdminEventsPage({ searchParams }: PageProps<'/admin/events'>) {
  const user = await requireUser('events.edit', '/admin/events');
  const query = await searchParams;
  const q = one(query, 'q').slice(0, 200).replaceAll('\0', '');
  const status = statuses.find((code) => code === one(query, 'status')) ?? null;
  const found = await listForAdmin(database(), { q, status, after: cursorOf(one(query, 'after')) }, PAGE);
  const rows = found.slice(0, PAGE);
  const last = rows.at(-1);
  const next =
    found.length > PAGE && last
      ? new URLSearchParams({ q, status: status ?? '', after: `${last.updatedAt}~${last.id}` })
      : null;
  return (
    <>
      <Banner query={query} />
      <div className="pw-admin-head">
        <h1 className="pw-heading">Manage events</h1>
        <Link href="/admin/events/new" className="govuk-button pw-last">
          Add an event
        </Link>
        <form action={signOutAction} className="pw-admin-out">
          <span>Signed in as {user.email}</span>
          <button type="submit" className="pw-link-button">
            Sign out
          </button>
        </form>
      </div>
      <SearchForm q={q} status={status ?? ''} />
      <div className="pw-wide" role="region" aria-label="Events" tabIndex={0}>
        <table className="govuk-table pw-table">
          <caption className="pw-table__caption">Last changed first</caption>
          <thead>
            <tr>
              {['Event', 'Date', 'Place', 'Type', 'Status', 'Last change', 'Action'].map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((event) => (
              <EventRow key={event.id} event={event} />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length === 0 && <p className="govuk-body">No event is like that.</p>}
      {next && (
        <p className="govuk-body">
          <Link className="govuk-link" href={`/admin/events?${next}`}>
            Next {PAGE} events
          </Link>
        </p>
      )}
    </>
  );
}
