import type { Metadata } from 'next';
import { requireUser } from '@/app/_auth/session';
import { database } from '@/db/client';
import { readFormChoices } from '@/db/event-form';
import { emptyDraft } from '@/lib/event-draft';
import { placeWords } from '@/lib/place-words';
import { places } from '@/lib/places';
import { EventForm } from '../../_form/event-form';
import { formState } from '../../_form/form-state';

/** The form names the page: FormTitle. */
export const metadata: Metadata = { title: null };

/** The form for a new event. */
export default async function NewEventPage() {
  await requireUser('events.edit', '/admin/events/new');
  const choices = { ...(await readFormChoices(database())), places: places.map(placeWords) };
  return <EventForm heading="Add an event" initial={formState(emptyDraft(), null)} choices={choices} />;
}
