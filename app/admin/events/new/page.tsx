import type { Metadata } from 'next';
import { requireUser } from '@/app/_auth/session';
import { readFormChoices } from '@/db/admin-events';
import { database } from '@/db/client';
import { emptyDraft } from '@/lib/event-draft';
import { places } from '@/lib/places';
import { EventForm } from '../../_form/event-form';

export const metadata: Metadata = { title: 'Add an event' };

/** The form for a new event. */
export default async function NewEventPage() {
  await requireUser('events.edit', '/admin/events/new');
  const choices = { ...(await readFormChoices(database())), places: places.map((place) => place.name) };
  const initial = {
    draft: emptyDraft(),
    slug: null,
    version: 0,
    errors: [],
    duplicates: [],
    stale: null,
    turn: 0,
    focus: null,
  };
  return <EventForm heading="Add an event" initial={initial} choices={choices} />;
}
