'use server';

import { redirect } from 'next/navigation';
import { requireUser } from '@/app/_auth/session';
import { database } from '@/db/client';
import { lastEditor } from '@/db/admin-events';
import { constraintProblem } from '@/db/constraint-problem';
import { likelyDuplicates, type Likeness } from '@/db/duplicates';
import { createEvent, setArchived, updateEvent } from '@/db/event-writes';
import { draftDifferences, type Difference } from '@/lib/draft-difference';
import {
  draftFromEvent,
  draftFromForm,
  eventFromDraft,
  groupKeys,
  withGroupChange,
  type DraftError,
  type EventDraft,
  type Group,
} from '@/lib/event-draft';
import type { EventInput } from '@/lib/event';
import { textOf } from '@/lib/form-data';

export interface FormState {
  draft: EventDraft;
  /** Of the event that is changed; null for a new one. */
  slug: string | null;
  version: number;
  errors: DraftError[];
  duplicates: Likeness[];
  /** Somebody saved since the form was opened. */
  stale: { by: string | null; at: string; differences: Difference[] } | null;
  /** Raised with every answer, so that the form shows what the answer holds. */
  turn: number;
  /** The control to go to, after a row was added or taken away. */
  focus: string | null;
}

/** add:sources, or remove:sources:2. */
function groupChange(intent: string, draft: EventDraft): { draft: EventDraft; focus: string } | null {
  const [, verb, group, row] = /^(add|remove):([a-zA-Z]+)(?::(\d{1,2}))?$/.exec(intent) ?? [];
  if (!verb || !group || !Object.hasOwn(groupKeys, group)) return null;
  const changed = withGroupChange(draft, group as Group, verb === 'add' ? 'add' : Number(row));
  const last = changed[group as Group].length - 1;
  const first = groupKeys[group as Group][0];
  return { draft: changed, focus: verb === 'add' ? `${group}.${last}.${first}` : `add-${group}` };
}

async function write(state: FormState, event: EventInput, userId: string): Promise<FormState | string> {
  const db = database();
  try {
    if (state.slug === null) return await createEvent(db, event, userId);
    const result = await updateEvent(db, state.slug, state.version, event, userId);
    if (result.kind === 'saved') return result.slug;
    if (result.kind === 'missing')
      return { ...state, errors: [{ field: 'title', message: 'This event is not there any more' }] };
    const differences = draftDifferences(state.draft, draftFromEvent(result.current));
    const stale = { by: await lastEditor(db, state.slug), at: result.current.updatedAt, differences };
    // The next save is over what the person has now seen.
    return { ...state, version: result.current.version, stale };
  } catch (error) {
    const problem = constraintProblem(error);
    if (!problem) throw error;
    return {
      ...state,
      errors: [{ ...problem, field: problem.field === 'startsOn' ? 'when' : problem.field }],
    };
  }
}

/** Saves a new or changed event, or does what a button of the form asks; the form comes back with all that was typed. */
export async function saveEventAction(before: FormState, form: FormData): Promise<FormState> {
  const slug = textOf(form, 'slug') || null;
  const user = await requireUser('events.edit', slug ? `/admin/events/${slug}` : '/admin/events/new');
  const typed = draftFromForm(form);
  const state: FormState = {
    draft: typed,
    slug,
    version: Number(textOf(form, 'version')) || 0,
    errors: [],
    duplicates: [],
    stale: null,
    turn: (before.turn || 0) + 1,
    focus: null,
  };
  const intent = textOf(form, 'intent');
  const change = groupChange(intent, typed);
  if (change) return { ...state, ...change };
  const read = eventFromDraft(typed, slug ?? undefined);
  if ('errors' in read) return { ...state, errors: read.errors };
  const duplicates =
    slug === null && intent !== 'save-anyway' ? await likelyDuplicates(database(), read.event) : [];
  if (duplicates.length > 0) return { ...state, duplicates };
  const saved = await write(state, read.event, user.id);
  if (typeof saved !== 'string') return saved;
  redirect(read.event.status === 'published' ? `/events/${saved}?saved=1` : `/admin/events?saved=${saved}`);
}

/** Takes an event off the dashboard, or puts it back, from the list. */
export async function archiveAction(form: FormData): Promise<void> {
  const user = await requireUser('events.edit', '/admin/events');
  const slug = textOf(form, 'slug');
  const archived = textOf(form, 'to') === 'archived';
  const result = await setArchived(database(), slug, Number(textOf(form, 'version')) || 0, archived, user.id);
  redirect(
    `/admin/events?${new URLSearchParams({ [result.kind === 'saved' ? (archived ? 'archived' : 'restored') : 'refused']: slug })}`,
  );
}
