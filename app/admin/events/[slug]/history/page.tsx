import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireUser } from '@/app/_auth/session';
import { Link } from '@/app/_ui/link';
import { database } from '@/db/client';
import { readEvent } from '@/db/event-record';
import { historyOf } from '@/db/related';
import { readVersion } from '@/db/revisions';
import { draftDifferences } from '@/lib/draft-difference';
import { draftFromEvent } from '@/lib/event-draft';
import type { EventRecord } from '@/lib/event';
import { comparedVersions } from '@/lib/event-versions';
import { DifferenceTable } from '../../../_history/difference-table';
import { VersionTable } from '../../../_history/version-table';

export const metadata: Metadata = { title: 'Versions of an event' };

type Pair = NonNullable<ReturnType<typeof comparedVersions>>;

async function readDifferences(event: EventRecord, { from, to }: Pair) {
  const [before, after] = await Promise.all(
    [from, to].map((version) => readVersion(database(), event.id, version)),
  );
  return before && after ? draftDifferences(draftFromEvent(after), draftFromEvent(before)) : null;
}

/** What differs between the two versions, and the way to restore each. */
async function Compared({ event, pair }: { event: EventRecord; pair: Pair }) {
  const { from, to } = pair;
  const differences = await readDifferences(event, pair);
  if (!differences) return <p className="govuk-body">One of these versions is not kept.</p>;
  const earlier = [...new Set([from, to])].filter((version) => version !== event.version);
  return (
    <>
      {differences.length === 0 ? (
        <p className="govuk-body">
          Nothing differs between version {from} and version {to}.
        </p>
      ) : (
        <DifferenceTable
          caption={`Version ${from} beside version ${to}: only what differs`}
          differences={differences}
          before={`Version ${from}`}
          after={`Version ${to}`}
        />
      )}
      {earlier.map((version) => (
        <p key={version} className="govuk-body pw-restore">
          <Link className="govuk-link" href={`/admin/events/${event.slug}?version=${version}`}>
            Restore version {version}
          </Link>
          <span className="pw-quiet"> opens the form with what it said; nothing changes until you save</span>
        </p>
      ))}
    </>
  );
}

/** The versions of an event: any two side by side, and the way back to an earlier one. For the desk alone. */
export default async function VersionsPage({
  params,
  searchParams,
}: PageProps<'/admin/events/[slug]/history'>) {
  const { slug } = await params;
  await requireUser('events.edit', `/admin/events/${encodeURIComponent(slug)}/history`);
  const event = await readEvent(database(), slug);
  if (!event) notFound();
  const [versions, { from, to }] = await Promise.all([historyOf(database(), event.id), searchParams]);
  const pair = comparedVersions([from].flat()[0], [to].flat()[0], event.version);
  return (
    <>
      <h1 className="pw-heading">Versions of “{event.title}”</h1>
      <p className="govuk-body">
        <Link className="govuk-link" href={`/admin/events/${slug}`}>
          Change this event
        </Link>
      </p>
      <form method="get" action={`/admin/events/${slug}/history`} className="pw-versions">
        <VersionTable
          key={`${pair?.from} ${pair?.to}`}
          versions={versions}
          from={pair?.from ?? null}
          to={pair?.to ?? null}
        />
        {pair && (
          <button type="submit" className="govuk-button govuk-button--secondary">
            Compare
          </button>
        )}
      </form>
      {pair ? (
        <Compared event={event} pair={pair} />
      ) : (
        <p className="govuk-body">There is one version only: nothing to compare it with yet.</p>
      )}
    </>
  );
}
