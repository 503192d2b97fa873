import type { Metadata } from 'next';
import { currentUser } from '@/app/_auth/session';
import { EventTable } from '@/app/_events/event-table';
import { ExploreFrame } from '@/app/_filters/explore-frame';
import { readRecord } from '@/app/_http/known-record';
import { CopyLink } from '@/app/_ui/copy-link';
import { Link } from '@/app/_ui/link';
import { listEvents, type EventPage } from '@/db/events';
import { readFacets } from '@/db/facets';
import { formatCount } from '@/lib/numbers';
import { decodeCursor, encodeCursor, parseSort } from '@/lib/event-sort';
import { shownIn } from '@/lib/facets';
import { hrefWith, noFilters, parseFilters, type Filters } from '@/lib/filters';
import { may } from '@/lib/permissions';

export const metadata: Metadata = {
  title: 'Events',
  description:
    'The record as a table: each event with its date, place, pillars and sources, to search and download.',
};

const PATH = '/events';
const PAGE = 50;

function Pages({
  page,
  filters,
  keep,
}: {
  page: EventPage;
  filters: Filters;
  keep: Record<string, string | undefined>;
}) {
  const { rows, hasBefore, hasAfter } = page;
  if (rows.length === 0 || (!hasBefore && !hasAfter)) return null;
  const to = (key: 'after' | 'before', row: (typeof rows)[number]) =>
    hrefWith(PATH, filters, { ...keep, [key]: encodeCursor(row.cursor) });
  return (
    <nav className="govuk-pagination" aria-label="Pages of events">
      {hasBefore && (
        <div className="govuk-pagination__prev">
          <Link className="govuk-link govuk-pagination__link" href={to('before', rows[0]!)} rel="prev">
            <span className="govuk-pagination__link-title">← Previous page</span>
          </Link>
        </div>
      )}
      {hasAfter && (
        <div className="govuk-pagination__next">
          <Link className="govuk-link govuk-pagination__link" href={to('after', rows.at(-1)!)} rel="next">
            <span className="govuk-pagination__link-title">Next page →</span>
          </Link>
        </div>
      )}
    </nav>
  );
}

function Empty() {
  return (
    <div className="govuk-inset-text">
      <p>No event passes all of these filters. Take one away above, widen the dates, or start again.</p>
      <Link className="govuk-link" href={hrefWith(PATH, noFilters)}>
        Clear all filters
      </Link>
    </div>
  );
}

/** The record as a table. */
export default async function EventsPage({ searchParams }: PageProps<'/events'>) {
  const query = await searchParams;
  const one = (key: string): string | undefined => [query[key]].flat()[0];
  const { filters, problems } = parseFilters(query);
  const sort = parseSort(one('sort'), one('order'));
  const compact = one('density') === 'compact';
  const { db, known } = await readRecord(filters);
  const [user, facets, page] = await Promise.all([
    currentUser(),
    readFacets(db, filters, shownIn(query)),
    listEvents(db, filters, {
      sort,
      after: decodeCursor(one('after')),
      before: decodeCursor(one('before')),
      limit: PAGE,
    }),
  ]);
  const watches = user !== null && may(user.role, 'indicators.manage');
  const keep = { sort: one('sort'), order: one('order'), density: compact ? 'compact' : undefined };
  const densityHref = hrefWith(PATH, filters, { ...keep, density: compact ? undefined : 'compact' });
  return (
    <ExploreFrame
      path={PATH}
      {...{ filters, problems, facets, known, keep }}
      actions={
        <>
          <Link className="pw-button" href={densityHref}>
            {compact ? 'Show summaries' : 'Compact'}
          </Link>
          <a className="pw-button" href="#download">
            Download
          </a>
          <CopyLink />
          {watches && (
            <Link className="pw-button" href={hrefWith('/admin/indicators/new', filters)}>
              Watch as an indicator
            </Link>
          )}
        </>
      }
    >
      {page.rows.length === 0 ? (
        <Empty />
      ) : (
        <EventTable
          rows={page.rows}
          sort={sort}
          compact={compact}
          asOf={filters.asOf}
          caption={`${page.hasBefore || page.hasAfter ? `${page.rows.length} of ${formatCount(facets.total)} events` : `All ${formatCount(facets.total)} events`}, by ${sort.by}`}
          sortHref={(by) => {
            const descending = sort.by === by ? !sort.descending : by === 'date';
            return hrefWith(PATH, filters, { ...keep, sort: by, order: descending ? 'desc' : 'asc' });
          }}
        />
      )}
      <Pages page={page} filters={filters} keep={keep} />
    </ExploreFrame>
  );
}
