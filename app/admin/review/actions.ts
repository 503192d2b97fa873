'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { requireUser, type User } from '@/app/_auth/session';
import { database } from '@/db/client';
import { wroteUnpublished } from '@/db/event-form';
import { comment, decideEvent, decideProposal, readProposal } from '@/db/review';
import { env } from '@/lib/env';
import { textOf } from '@/lib/form-data';
import { moveRefusal } from '@/lib/workflow';
import type { Done } from '../_list/done-banner';

const QUEUE = '/admin/review';
const MOST = 2000;

const isOwn = (user: User, by: string | null): boolean => env().FOUR_EYES === 'on' && user.id === by;

/** Back in the queue, which says what was done and what is left. */
const doneHref = (done: Done, slug: string): string => `${QUEUE}?${done}=${encodeURIComponent(slug)}`;

function readForm(form: FormData) {
  return {
    slug: textOf(form, 'slug'),
    version: Number(textOf(form, 'version')) || 0,
    why: textOf(form, 'why').trim().slice(0, MOST),
  };
}

/** Publishes an event in review; not one's own where the setting says so. */
export async function publishAction(form: FormData): Promise<void> {
  const user = await requireUser('events.publish', QUEUE);
  const { slug, version } = readForm(form);
  const own = await wroteUnpublished(database(), slug, user.id);
  const mover = { role: user.role, own, fourEyes: env().FOUR_EYES === 'on' };
  if (moveRefusal('in_review', 'published', mover) !== null) redirect('/no-permission');
  const result = await decideEvent(database(), { slug, version }, { publish: true }, user);
  revalidatePath('/', 'layout');
  redirect(doneHref(result.kind === 'saved' ? 'published' : 'refused', slug));
}

/** Returns an event to its writer with a comment. */
export async function returnAction(form: FormData): Promise<void> {
  const user = await requireUser('events.publish', QUEUE);
  const { slug, version, why } = readForm(form);
  if (why === '') redirect(`/admin/events/${encodeURIComponent(slug)}?why=missing`);
  const result = await decideEvent(database(), { slug, version }, { publish: false, why }, user);
  revalidatePath('/', 'layout');
  redirect(doneHref(result.kind === 'saved' ? 'returned' : 'refused', slug));
}

/** Says something of an event at the desk. */
export async function commentAction(form: FormData): Promise<void> {
  const user = await requireUser('events.edit', '/admin/events');
  const { slug } = readForm(form);
  const text = textOf(form, 'text').trim().slice(0, MOST);
  if (text !== '') await comment(database(), slug, text, user);
  revalidatePath('/admin', 'layout');
  redirect(`/admin/events/${encodeURIComponent(slug)}${text === '' ? '' : '?commented=yes'}`);
}

/** Accepts a proposed change, or returns it with a comment. */
export async function decideProposalAction(form: FormData): Promise<void> {
  const user = await requireUser('events.publish', QUEUE);
  const id = Number(textOf(form, 'id')) || 0;
  const accept = textOf(form, 'decision') === 'accept';
  const { why } = readForm(form);
  const proposal = await readProposal(database(), id);
  if (accept && proposal && isOwn(user, proposal.proposedBy)) redirect('/no-permission');
  if (!accept && why === '') redirect(`${QUEUE}/${id}?why=missing`);
  const seen = textOf(form, 'seen');
  const result = await decideProposal(database(), { id, seen }, accept ? { accept } : { accept, why }, user);
  revalidatePath('/', 'layout');
  if (result.kind === 'stale') redirect(`${QUEUE}/${id}?stale=1`);
  const done = result.kind === 'missing' ? 'refused' : accept ? 'published' : 'returned';
  redirect(proposal ? doneHref(done, proposal.slug) : QUEUE);
}
