import type { Metadata } from 'next';
import { requireUser } from '@/app/_auth/session';
import { Banner } from '@/app/_ui/banner';
import { ForgetSaved } from '@/app/_ui/forget-saved';
import { Link } from '@/app/_ui/link';
import { database } from '@/db/client';
import { readFormChoices } from '@/db/event-form';
import { readEvent } from '@/db/event-record';
import { draftAfter } from '@/lib/draft-after';
import { env } from '@/lib/env';
import { isSlug, type EventRecord } from '@/lib/event';
import { emptyDraft } from '@/lib/event-draft';
import { placeWords } from '@/lib/place-words';
import { places } from '@/lib/places';
import { labelOf, statusTerms, type Status } from '@/lib/vocabulary';
import { statusesFor } from '@/lib/workflow';
import { EventForm } from '../../_form/event-form';
import { formState } from '../../_form/form-state';

/** The form names the page: FormTitle. */
export const metadata: Metadata = { title: null };

/** Says that the event before this one is saved, and what of it stands in this form. */
function After({ event }: { event: EventRecord }) {
  return (
    <Banner>
      <ForgetSaved />
      Saved as {labelOf(statusTerms, event.status).toLowerCase()}:{' '}
      <Link className="govuk-link" href={`/admin/events/${event.slug}`}>
        {event.title}
      </Link>
      . Its source and its status are kept for the next event.{' '}
      <Link className="govuk-link" href="/admin/events/new">
        Start with an empty form
      </Link>
    </Banner>
  );
}

/** What stands in the form at first: the source of the event that was saved before, or nothing. */
function startingDraft(before: EventRecord | null, offered: readonly Status[]) {
  const usual = offered.includes('published') ? ('published' as const) : ('in_review' as const);
  const draft = before ? draftAfter(before) : emptyDraft();
  const status = offered.find((one) => one === before?.status) ?? usual;
  return { ...draft, status };
}

/** The form for a new event; `after` names the one that was saved just before. */
export default async function NewEventPage({ searchParams }: PageProps<'/admin/events/new'>) {
  const user = await requireUser('events.edit', '/admin/events/new');
  const after = [(await searchParams).after].flat()[0] ?? '';
  const before = isSlug(after) ? await readEvent(database(), after) : null;
  const statuses = statusesFor(null, { role: user.role, own: true, fourEyes: env().FOUR_EYES === 'on' });
  const choices = {
    ...(await readFormChoices(database())),
    places: places.map(placeWords),
    statuses,
    proposes: false,
  };
  return (
    <EventForm
      // Saving leads from this page to itself: what was typed must not stand in the next form.
      key={after}
      page="Add an event"
      heading="Add an event"
      initial={formState(startingDraft(before, statuses), null)}
      choices={choices}
      user={user.id}
      about={before && <After event={before} />}
    />
  );
}
