'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { checkUser } from '@/app/_auth/session';
import { database } from '@/db/client';
import { recordEvidence } from '@/db/evidence';
import { evidenceSchema } from '@/lib/evidence/evidence';
import { textOf } from '@/lib/form-data';
import { evidenceDraft, standingOf, type EvidenceState } from '../_evidence/evidence-state';

const missingWords = {
  indicator: 'Select a question that is there',
  event: 'There is no event of this address: copy it from the address of the event’s page',
  bearing: 'There is no link to withdraw: select how the event bears on the question',
};

/** Records how an event bears on a question, or answers with the form: every reason why it cannot, or what holds already. */
export async function saveEvidenceAction(before: EvidenceState, form: FormData): Promise<EvidenceState> {
  const state: EvidenceState = {
    draft: evidenceDraft(form),
    standing: before.standing,
    errors: [],
    refused: null,
    turn: before.turn + 1,
  };
  const user = await checkUser('evidence.link');
  if (typeof user === 'string') return { ...state, refused: user };
  const read = evidenceSchema.safeParse(state.draft);
  if (!read.success) {
    const errors = read.error.issues.map(({ path, message }) => ({ field: String(path[0]), message }));
    return { ...state, errors };
  }
  const seen = Number(textOf(form, 'standing')) || 0;
  const done = await recordEvidence(database(), read.data, user, seen);
  if (done !== 'recorded' && 'missing' in done)
    return { ...state, errors: [{ field: done.missing, message: missingWords[done.missing] }] };
  if (done !== 'recorded') {
    const message = 'This event is linked to this question already: read it above, then save again';
    return { ...state, standing: standingOf(done.standing), errors: [{ field: 'bearing', message }] };
  }
  revalidatePath('/', 'layout');
  const { indicator, event } = read.data;
  redirect(`/admin/evidence?${new URLSearchParams({ indicator, saved: event })}`);
}
