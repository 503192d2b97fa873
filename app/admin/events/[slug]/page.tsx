import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { requireUser } from '@/app/_auth/session';
import { database } from '@/db/client';
import { lastChange, readFormChoices, wroteUnpublished } from '@/db/event-form';
import { readEvent } from '@/db/event-record';
import { commentsOn } from '@/db/review';
import { londonTimeInFull } from '@/lib/london-time';
import { env } from '@/lib/env';
import { draftFromEvent } from '@/lib/event-draft';
import { placeWords } from '@/lib/place-words';
import { places } from '@/lib/places';
import { moveRefusal, mustPropose, statusesFor } from '@/lib/workflow';
import { EventForm } from '../../_form/event-form';
import { formState } from '../../_form/form-state';
import { ReviewPanel } from '../../_review/review-panel';

/** The form names the page: FormTitle. */
export const metadata: Metadata = { title: null };

/** The form of a stored event, whatever its status. */
export default async function EditEventPage({ params }: PageProps<'/admin/events/[slug]'>) {
  const { slug } = await params;
  const user = await requireUser('events.edit', `/admin/events/${encodeURIComponent(slug)}`);
  const db = database();
  const [event, change, choices, comments, own] = await Promise.all([
    readEvent(db, slug),
    lastChange(db, slug),
    readFormChoices(db),
    commentsOn(db, slug),
    wroteUnpublished(db, slug, user.id),
  ]);
  if (!event) notFound();
  const about = (
    <p className="govuk-body pw-quiet">
      Version {event.version}
      {change &&
        `, saved on ${londonTimeInFull(change.at)}${change.by ? ` by ${change.by}` : ', from the coded corpus'}`}
      .{' '}
      <Link className="govuk-link" href={`/events/${slug}`}>
        See the event’s page
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
        initial={formState(draftFromEvent(event), event)}
        choices={{ ...choices, ...offered, places: places.map(placeWords) }}
        about={about}
        user={user.id}
      />
    </>
  );
}
