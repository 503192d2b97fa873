import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireUser } from '@/app/_auth/session';
import { ErrorSummary } from '@/app/_ui/form/error-summary';
import { database } from '@/db/client';
import { lastChange, readFormChoices, wroteUnpublished } from '@/db/event-form';
import { readEvent } from '@/db/event-record';
import { noteOpen, whoElseHasOpen } from '@/db/open-forms';
import { commentsOn, proposalsOn } from '@/db/review';
import { readVersion } from '@/db/revisions';
import { env } from '@/lib/env';
import { draftFromEvent } from '@/lib/event-draft';
import type { EventRecord } from '@/lib/event';
import { draftOfVersion, versionOf } from '@/lib/event-versions';
import { may } from '@/lib/permissions';
import { placeWords } from '@/lib/place-words';
import { places } from '@/lib/places';
import { moveRefusal, mustPropose, statusesFor } from '@/lib/workflow';
import { AboutEvent } from '../../_form/about-event';
import { EventForm } from '../../_form/event-form';
import { formState } from '../../_form/form-state';
import { HoldsNotice } from '../../_form/holds-notice';
import { OpenNotice } from '../../_form/open-notice';
import { ReviewPanel } from '../../_review/review-panel';
import { whyMissing } from '../../_review/why-field';

/** The form names the page: FormTitle. */
export const metadata: Metadata = { title: null };

type Proposals = Awaited<ReturnType<typeof proposalsOn>>;
type Query = Record<string, string | string[] | undefined>;
const one = (query: Query, key: string): string | undefined => [query[key]].flat()[0];

/** Everything about an event at the desk, for one person. */
async function readDesk(slug: string, userId: string) {
  const db = database();
  const [event, change, choices, comments, wrote, open, proposals] = await Promise.all([
    readEvent(db, slug),
    lastChange(db, slug),
    readFormChoices(db),
    commentsOn(db, slug),
    wroteUnpublished(db, slug, userId),
    whoElseHasOpen(db, [slug], userId),
    proposalsOn(db, slug, userId),
    noteOpen(db, slug, userId),
  ]);
  return event && { event, change, choices, comments, wrote, others: open.get(slug) ?? [], proposals };
}

/** The person's own change and whether the form opens with it: what waits does, unless they ask for the event as it is. */
function ownProposal(proposals: Proposals, userId: string, mine: string | undefined) {
  const own = proposals.find(({ proposedBy }) => proposedBy === userId) ?? null;
  return { own, held: own !== null && (mine === String(own.id) || (own.state === 'open' && mine !== 'no')) };
}

/** What stands in the form: an earlier version, the person's own change over the version that it was made over, or the event. */
async function startingState(event: EventRecord, version: number | null, held: Proposals[number] | null) {
  const earlier = version === null ? null : await readVersion(database(), event.id, version);
  if (earlier) return formState(draftOfVersion(earlier, event), event);
  if (!held) return formState(draftFromEvent(event), event);
  const draft = { ...draftFromEvent(held.proposed), status: event.status };
  return formState(draft, { slug: event.slug, version: held.baseVersion });
}

/** The form of a stored event, whatever its status; `version` puts an earlier version into it, `mine` one's own change. */
export default async function EditEventPage({ params, searchParams }: PageProps<'/admin/events/[slug]'>) {
  const { slug } = await params;
  const user = await requireUser('events.edit', `/admin/events/${encodeURIComponent(slug)}`);
  const [desk, query] = await Promise.all([readDesk(slug, user.id), searchParams]);
  if (!desk) notFound();
  const { event, change, choices, comments, wrote, others, proposals } = desk;
  const mover = { role: user.role, own: wrote, fourEyes: env().FOUR_EYES === 'on' };
  const proposes = mustPropose(event.status, mover);
  const offered = { statuses: proposes ? [event.status] : statusesFor(event.status, mover), proposes };
  const version = versionOf(one(query, 'version'));
  const { own, held } = ownProposal(proposes ? proposals : [], user.id, one(query, 'mine'));
  const missing = one(query, 'why') === 'missing';
  return (
    <>
      {missing && <ErrorSummary errors={[whyMissing]} />}
      <h1 className="pw-heading">Change an event: {event.title}</h1>
      <AboutEvent {...{ event, change }} />
      <ReviewPanel
        {...{ event, comments }}
        refusal={moveRefusal(event.status, 'published', mover)}
        proposals={proposals.filter(({ state, id }) => state === 'open' && id !== own?.id)}
        decides={may(user.role, 'events.publish')}
        answer={missing ? 'why' : one(query, 'commented') ? 'commented' : null}
      />
      <EventForm
        page={`Change an event: ${event.title}`}
        key={`${version} ${held}`}
        initial={await startingState(event, version, held ? own : null)}
        choices={{ ...choices, ...offered, places: places.map(placeWords) }}
        about={
          <>
            <OpenNotice slug={slug} initial={others} />
            <HoldsNotice {...{ event, version, own, held }} />
          </>
        }
        user={user.id}
      />
    </>
  );
}
