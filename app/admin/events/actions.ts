'use server';

import { randomUUID } from 'node:crypto';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { checkUser, requireUser, type User } from '@/app/_auth/session';
import { database } from '@/db/client';
import { constraintProblem } from '@/db/constraint-problem';
import { likelyDuplicates, type Likeness } from '@/db/duplicates';
import { lastChange, wroteUnpublished, slugByExternalId, unknownSlugs } from '@/db/event-form';
import { readEvent } from '@/db/event-record';
import { createEvent, setArchived, updateEvent } from '@/db/event-writes';
import { noteLeft } from '@/db/open-forms';
import { propose } from '@/db/review';
import { draftDifferences } from '@/lib/draft-difference';
import { draftFromEvent, OWN_SCHEME, withoutBlankRows } from '@/lib/event-draft';
import { controlOf, eventFromDraft, type DraftError } from '@/lib/event-from-draft';
import type { EventInput, EventRecord } from '@/lib/event';
import { env } from '@/lib/env';
import { textOf } from '@/lib/form-data';
import type { Status } from '@/lib/vocabulary';
import { archiveRefusal, moveRefusal, mustPropose } from '@/lib/workflow';
import { answeredIntent, stateFromForm } from '../_form/form-intents';
import type { FormState } from '../_form/form-state';
import { doneKeys } from '../_list/done-banner';

/** The external identifier by which a form that is sent twice finds the event that it has made. */
const FORM_SCHEME = 'pillarwatch-form';

type Saved = { saved: string; status: Status | 'proposed' };
const withErrors = (state: FormState, ...errors: DraftError[]): FormState => ({ ...state, errors });

/** The event as it was saved when this very form was sent before; null where it was not, or says something else now. */
async function sentBefore(state: FormState, event: EventInput): Promise<EventRecord | null> {
  const slug = state.slug === null ? await slugByExternalId(database(), FORM_SCHEME, state.key) : null;
  const record = slug && (await readEvent(database(), slug));
  if (!record) return null;
  return draftDifferences(draftFromEvent(event), draftFromEvent(record)).length === 0 ? record : null;
}

const sameFacts = (a: EventInput, b: EventInput): boolean =>
  a.title === b.title && a.region === b.region && a.startsOn === b.startsOn && a.endsOn === b.endsOn;

/** Likely duplicates of a new event, or of one whose title, place or date is changed now. */
async function duplicatesOf(event: EventInput, current: EventRecord | null): Promise<Likeness[]> {
  return current && sameFacts(event, current)
    ? []
    : likelyDuplicates(database(), event, current?.slug ?? null);
}

/** Makes the event once, however many at once this form comes: its key is unique, so that one wins and the others find that. */
async function create(state: FormState, event: EventInput, by: User): Promise<string> {
  const named = (value: string): EventInput => ({
    ...event,
    externalIds: [...event.externalIds, { scheme: FORM_SCHEME, value }],
  });
  try {
    return await createEvent(database(), named(state.key), by);
  } catch (error) {
    const made = constraintProblem(error) && (await slugByExternalId(database(), FORM_SCHEME, state.key));
    if (!made) throw error;
    const same = await sentBefore(state, event);
    // A form that comes back from the browser's history to make another event is a new form.
    return same ? same.slug : createEvent(database(), named(randomUUID()), by);
  }
}

/** The form over what somebody has saved since: the next save is over what the person has now seen. */
async function staleState(state: FormState, event: EventInput, now: EventRecord): Promise<FormState> {
  const last = (await lastChange(database(), now.slug)) ?? { by: null, at: now.updatedAt };
  const differences = draftDifferences(draftFromEvent(event), draftFromEvent(now));
  return { ...state, version: now.version, stale: { ...last, differences } };
}

async function update(
  state: FormState,
  event: EventInput,
  current: EventRecord,
  by: User,
): Promise<FormState | string> {
  const kept = current.externalIds.filter(({ scheme }) => OWN_SCHEME.test(scheme));
  const whole = { ...event, externalIds: [...event.externalIds, ...kept] };
  const result = await updateEvent(database(), current.slug, state.version, whole, by);
  if (result.kind === 'saved') return result.slug;
  return staleState(state, event, result.kind === 'stale' ? result.current : current);
}

const fourEyes = (): boolean => env().FOUR_EYES === 'on';

/** Why the person may not give the event the status that they chose. */
async function refusedMove(
  state: FormState,
  event: EventInput,
  current: EventRecord | null,
  by: User,
): Promise<string | null> {
  const own =
    current === null ||
    (await wroteUnpublished(database(), current.slug, by.id)) ||
    !sameContent(event, current);
  return moveRefusal(current?.status ?? null, event.status, { role: by.role, own, fourEyes: fourEyes() });
}

/** True where a save changes the status alone. */
const sameContent = (event: EventInput, current: EventRecord): boolean =>
  draftDifferences(draftFromEvent({ ...event, status: current.status }), draftFromEvent(current)).length ===
  0;

/** A change to what is published goes to review; readers go on seeing the event as it is. */
async function proposeChange(
  state: FormState,
  event: EventInput,
  current: EventRecord,
  by: User,
): Promise<FormState | Saved> {
  const kept = current.externalIds.filter(({ scheme }) => OWN_SCHEME.test(scheme));
  const whole = { ...event, externalIds: [...event.externalIds, ...kept] };
  const result = await propose(database(), current.slug, state.version, whole, by);
  if (result.kind === 'proposed') return { saved: current.slug, status: 'proposed' };
  return staleState(state, event, result.kind === 'stale' ? result.current : current);
}

/**
 * Saves what was typed, or answers with the form and what stands in the way: errors, likely duplicates that are not
 * among `otherEvents`, or a version that someone has saved since.
 */
async function saveDraft(
  typed: FormState,
  otherEvents: readonly string[],
  by: User,
): Promise<FormState | Saved> {
  const state = { ...typed, draft: withoutBlankRows(typed.draft) };
  const current = state.slug === null ? null : await readEvent(database(), state.slug);
  if (state.slug !== null && !current)
    return withErrors(state, { field: 'title', message: 'This event is not there any more' });
  const read = eventFromDraft(state.draft, state.slug ?? undefined);
  if ('errors' in read) return withErrors(state, ...read.errors);
  const { event } = read;
  const refusal = await refusedMove(state, event, current, by);
  const proposes = current !== null && mustPropose(current.status, { role: by.role, fourEyes: fourEyes() });
  if (refusal && !(proposes && event.status === 'published'))
    return withErrors(state, { field: 'status', message: refusal });
  const [unknown] = await unknownSlugs(database(), event.links);
  if (unknown)
    return withErrors(state, { field: 'links', message: `There is no event “${unknown}” to link to` });
  const before = await sentBefore(state, event);
  if (before) return { saved: before.slug, status: before.status };
  const duplicates = (await duplicatesOf(event, current)).filter(({ slug }) => !otherEvents.includes(slug));
  if (duplicates.length > 0) {
    // The same form sent twice at once: what the other has made meanwhile is no likely duplicate but this event.
    const same = await sentBefore(state, event);
    return same ? { saved: same.slug, status: same.status } : { ...state, duplicates };
  }
  if (proposes) return proposeChange(state, event, current, by);
  try {
    const saved = current ? await update(state, event, current, by) : await create(state, event, by);
    return typeof saved === 'string' ? { saved, status: event.status } : saved;
  } catch (error) {
    const problem = constraintProblem(error);
    if (!problem) throw error;
    return withErrors(state, { ...problem, field: controlOf(problem.field) });
  }
}

/** Saves a new or changed event, or does what a button of the form asks; the form comes back with all that was typed. */
export async function saveEventAction(before: FormState, form: FormData): Promise<FormState> {
  const state = stateFromForm(before, form);
  const user = await checkUser('events.edit');
  if (typeof user === 'string') return { ...state, refused: user };
  const intent = textOf(form, 'intent');
  const answered = answeredIntent(intent, state);
  if (answered) return answered;
  // "Save anyway" speaks of the events that were shown, not of others that turn up since.
  const otherEvents = intent === 'save-anyway' ? textOf(form, 'seen').split(' ') : [];
  const answer = await saveDraft(state, otherEvents, user);
  if (!('saved' in answer)) return answer;
  await noteLeft(database(), answer.saved, user.id);
  revalidatePath('/', 'layout');
  if (state.another) redirect(`/admin/events/new?after=${answer.saved}`);
  if (answer.status === 'proposed') redirect(`/admin/events?proposed=${answer.saved}`);
  redirect(
    answer.status === 'published' ? `/events/${answer.saved}?saved=1` : `/admin/events?saved=${answer.saved}`,
  );
}

/** Takes an event off the dashboard, or puts it back, and returns to the list as it was. */
export async function archiveAction(form: FormData): Promise<void> {
  const user = await requireUser('events.edit', '/admin/events');
  const slug = textOf(form, 'slug');
  const archived = textOf(form, 'to') === 'archived';
  const current = await readEvent(database(), slug);
  if (current && archiveRefusal(current.status, user.role) !== null) redirect('/no-permission');
  const result = await setArchived(database(), slug, Number(textOf(form, 'version')) || 0, archived, user);
  const list = new URLSearchParams(textOf(form, 'list'));
  for (const name of doneKeys) list.delete(name);
  list.set(result.kind === 'saved' ? (archived ? 'archived' : 'restored') : 'refused', slug);
  revalidatePath('/', 'layout');
  redirect(`/admin/events?${list}`);
}
