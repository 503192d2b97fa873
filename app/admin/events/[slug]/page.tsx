import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { requireUser } from '@/app/_auth/session';
import { database } from '@/db/client';
import { lastChange, readFormChoices } from '@/db/event-form';
import { readEvent } from '@/db/event-record';
import { draftFromEvent } from '@/lib/event-draft';
import { placeWords } from '@/lib/place-words';
import { places } from '@/lib/places';
import { EventForm } from '../../_form/event-form';
import { formState } from '../../_form/form-state';

/** The form names the page: FormTitle. */
export const metadata: Metadata = { title: null };

const stamp = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/London',
});

/** The form of a stored event, whatever its status. */
export default async function EditEventPage({ params }: PageProps<'/admin/events/[slug]'>) {
  const { slug } = await params;
  await requireUser('events.edit', `/admin/events/${encodeURIComponent(slug)}`);
  const db = database();
  const [event, change, choices] = await Promise.all([
    readEvent(db, slug),
    lastChange(db, slug),
    readFormChoices(db),
  ]);
  if (!event) notFound();
  const about = (
    <p className="govuk-body pw-quiet">
      Version {event.version}
      {change &&
        `, saved on ${stamp.format(new Date(change.at))}${change.by ? ` by ${change.by}` : ', from the coded corpus'}`}
      .{' '}
      <Link className="govuk-link" href={`/events/${slug}`}>
        See the event’s page
      </Link>
    </p>
  );
  return (
    <EventForm
      heading="Change an event"
      initial={formState(draftFromEvent(event), event)}
      choices={{ ...choices, places: places.map(placeWords) }}
      about={about}
    />
  );
}
