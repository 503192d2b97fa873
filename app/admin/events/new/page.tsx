import type { Metadata } from 'next';
import { requireUser } from '@/app/_auth/session';
import { database } from '@/db/client';
import { readFormChoices } from '@/db/event-form';
import { env } from '@/lib/env';
import { emptyDraft } from '@/lib/event-draft';
import { placeWords } from '@/lib/place-words';
import { places } from '@/lib/places';
import { statusesFor } from '@/lib/workflow';
import { EventForm } from '../../_form/event-form';
import { formState } from '../../_form/form-state';

/** The form names the page: FormTitle. */
export const metadata: Metadata = { title: null };

/** The form for a new event. */
export default async function NewEventPage() {
  const user = await requireUser('events.edit', '/admin/events/new');
  const statuses = statusesFor(null, { role: user.role, own: true, fourEyes: env().FOUR_EYES === 'on' });
  const status = statuses.includes('published') ? ('published' as const) : ('in_review' as const);
  const choices = {
    ...(await readFormChoices(database())),
    places: places.map(placeWords),
    statuses,
    proposes: false,
  };
  const initial = formState({ ...emptyDraft(), status }, null);
  return <EventForm heading="Add an event" initial={initial} choices={choices} />;
}
