import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { requireUser } from '@/app/_auth/session';
import { database } from '@/db/client';
import { lastChange, readFormChoices, wroteUnpublished } from '@/db/event-form';
import { readEvent } from '@/db/event-record';
import { noteOpen, whoElseHasOpen } from '@/db/open-forms';
import { commentsOn } from '@/db/review';
import { readVersion } from '@/db/revisions';
import { londonTimeInFull } from '@/lib/london-time';
import { env } from '@/lib/env';
import { draftFromEvent } from '@/lib/event-draft';
import type { EventRecord } from '@/lib/event';
import { draftOfVersion, versionOf } from '@/lib/event-versions';
import { placeWords } from '@/lib/place-words';
import { places } from '@/lib/places';
import { moveRefusal, mustPropose, statusesFor } from '@/lib/workflow';
import { EventForm } from '../../_form/event-form';
import { formState } from '../../_form/form-state';
import { OpenNotice } from '../../_form/open-notice';
import { ReviewPanel } from '../../_review/review-panel';

/** The form names the page: FormTitle. */
export const metadata: Metadata = { title: null };

/** Says that an earlier version stands in the form. */
function Restoring({ event, version }: { event: EventRecord; version: number }) {
  return (
    <p className="pw-banner" role="status">
      The form holds version {version} as it was. Saving writes it as a new version
      {event.status === 'published' && ', by the same rules as any change'}; the status stays as it is.{' '}
      <Link className="govuk-link" href={`/admin/events/${event.slug}`}>
        Go back to version {event.version}
      </Link>
    </p>
  );
}

/** The form of a stored event, whatever its status; `version` puts an earlier version into it. */
export default async function EditEventPage({ params, searchParams }: PageProps<'/admin/events/[slug]'>) {
  const { slug } = await params;
  const user = await requireUser('events.edit', `/admin/events/${encodeURIComponent(slug)}`);
  const db = database();
  const [event, change, choices, comments, own, open] = await Promise.all([
    readEvent(db, slug),
    lastChange(db, slug),
    readFormChoices(db),
    commentsOn(db, slug),
    wroteUnpublished(db, slug, user.id),
    whoElseHasOpen(db, [slug], user.id),
    noteOpen(db, slug, user.id),
  ]);
  if (!event) notFound();
  const version = versionOf([(await searchParams).version].flat()[0]);
  const earlier = version === null ? null : await readVersion(db, event.id, version);
  const about = (
    <p className="govuk-body pw-quiet">
      Version {event.version}
      {change &&
        `, saved on ${londonTimeInFull(change.at)}${change.by ? ` by ${change.by}` : ', from the coded corpus'}`}
      .{' '}
      <Link className="govuk-link" href={`/events/${slug}`}>
        See the event’s page
      </Link>{' '}
      <Link className="govuk-link" href={`/admin/events/${slug}/history`}>
        Compare its versions
      </Link>{' '}
      <Link className="govuk-link" href={`/admin/evidence/link?event=${slug}`}>
        Link it to a question
      </Link>
    </p>
  );
  const mover = { role: user.role, own, fourEyes: env().FOUR_EYES === 'on' };
  const proposes = mustPropose(event.status, mover);
  const offered = { statuses: proposes ? [event.status] : statusesFor(event.status, mover), proposes };
  return (
    <>
      <ReviewPanel
        event={event}
        refusal={moveRefusal(event.status, 'published', mover)}
        comments={comments}
      />
      <EventForm
        heading="Change an event"
        key={version}
        initial={formState(earlier ? draftOfVersion(earlier, event) : draftFromEvent(event), event)}
        choices={{ ...choices, ...offered, places: places.map(placeWords) }}
        about={
          <>
            {about}
            <OpenNotice slug={slug} initial={open.get(slug) ?? []} />
            {earlier && version !== event.version && <Restoring event={event} version={version!} />}
          </>
        }
        user={user.id}
      />
    </>
  );
}
