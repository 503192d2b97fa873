import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireUser } from '@/app/_auth/session';
import { readFormChoices } from '@/db/admin-events';
import { database } from '@/db/client';
import { readEvent } from '@/db/event-record';
import { draftFromEvent } from '@/lib/event-draft';
import { places } from '@/lib/places';
import { EventForm } from '../../_form/event-form';

export const metadata: Metadata = { title: 'Change an event' };

/** The form of a stored event, whatever its status. */
export default async function EditEventPage({ params }: PageProps<'/admin/events/[slug]'>) {
  const { slug } = await params;
  await requireUser('events.edit', `/admin/events/${slug}`);
  const [event, choices] = await Promise.all([readEvent(database(), slug), readFormChoices(database())]);
  if (!event) notFound();
  const initial = {
    draft: draftFromEvent(event),
    slug,
    version: event.version,
    errors: [],
    duplicates: [],
    stale: null,
    turn: 0,
    focus: null,
  };
  return (
    <EventForm
      heading="Change an event"
      initial={initial}
      choices={{ ...choices, places: places.map((place) => place.name) }}
    />
  );
}
