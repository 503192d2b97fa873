import type { Metadata } from 'next';
import { BlockTable } from '@/app/_ui/block-table';
import { FilterProblems } from '@/app/_filters/filter-problems';
import { Link } from '@/app/_ui/link';
import { database } from '@/db/client';
import { changedSince, MOST_CHANGED, readKnownOn, type ChangedSince } from '@/db/known-changes';
import { formatDay, shiftDay, today, type Day } from '@/lib/days';
import { eventHref } from '@/lib/event-href';
import { filterLabels } from '@/lib/filter-words';
import { parseFilters } from '@/lib/filters';
import { fieldsChanged, sinceWords } from '@/lib/known-since';
import { londonTime } from '@/lib/london-time';
import { formatCount } from '@/lib/numbers';

export const metadata: Metadata = {
  title: 'Changes to the record',
  description: 'Which events were added, changed or withdrawn since a day, and how each stood then.',
};

const columns = ['What', 'Event', 'As known then', 'Changed', 'Last change'] as const;
const kinds = { added: 'Added', changed: 'Changed', withdrawn: 'Withdrawn' };

function ChangeTable({ changes, since }: { changes: readonly ChangedSince[]; since: Day }) {
  return (
    <BlockTable
      caption={`Changes since ${formatDay(since)}, newest first. Times are those of the UK.`}
      columns={columns}
      rows={changes}
      keyOf={({ id }) => id}
      cellsOf={({ kind, before, after, at }) => ({
        What: kinds[kind],
        Event:
          kind === 'withdrawn' ? (
            <span className="pw-quiet">Not public any more</span>
          ) : (
            <Link href={eventHref(after.slug)}>{after.title}</Link>
          ),
        'As known then':
          kind === 'added' ? (
            <span className="pw-quiet">Not there yet</span>
          ) : (
            <Link href={eventHref(after.slug, since)}>{before!.title}</Link>
          ),
        Changed:
          kind === 'changed' ? fieldsChanged(before!, after).join(', ') : <span className="pw-quiet">–</span>,
        'Last change': londonTime(at),
      })}
    />
  );
}

function SinceForm({ since }: { since: Day }) {
  return (
    <form method="get" action="/changes" className="pw-since">
      <label className="govuk-label" htmlFor="since">
        Since the end of
      </label>
      <input
        className="govuk-input govuk-input--width-20"
        id="since"
        name="since"
        defaultValue={formatDay(since)}
      />
      <button type="submit" className="govuk-button">
        Show changes
      </button>
    </form>
  );
}

/** What became of the record since a day of knowledge: for who cited it then, or was away. */
export default async function ChangesPage({ searchParams }: PageProps<'/changes'>) {
  const { since } = await searchParams;
  // The day is read as the filter for a day of knowledge is, with its limits and its words for what cannot be read.
  const { filters, problems } = parseFilters({ asOf: since });
  const day = filters.asOf ?? shiftDay(today(), -7);
  const [changes, known] = await Promise.all([changedSince(database(), day), readKnownOn(database(), day)]);
  const begun = known.began !== null && known.began <= day;
  return (
    <>
      <FilterProblems problems={problems} />
      <h1 className="pw-heading">What changed since {formatDay(day)}</h1>
      <p className="pw-sentence">
        {sinceWords(known)}.{' '}
        {!begun && known.began && `The record itself began on ${formatDay(known.began)}. `}
        {begun && (
          <Link className="govuk-link" href={`/?asOf=${day}`}>
            The record {filterLabels.asOf.toLowerCase()} that day
          </Link>
        )}
      </p>
      <SinceForm since={day} />
      {changes === null && (
        <p className="govuk-inset-text">
          More than {formatCount(MOST_CHANGED)} events have changed since: choose a later day to see them one
          by one.
        </p>
      )}
      {changes && changes.length > 0 && (
        <>
          <ChangeTable changes={changes} since={day} />
          <p className="pw-figure__foot">
            <a href={`/changes/changes.csv?since=${day}`} download>
              Download as CSV
            </a>
          </p>
        </>
      )}
    </>
  );
}
