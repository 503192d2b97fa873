'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { checkUser } from '@/app/_auth/session';
import { recordAssessment, type StandingAssessment } from '@/db/assessments';
import { database } from '@/db/client';
import { assessmentSchema, assessmentTitle } from '@/lib/assessments/assessment';
import { textOf } from '@/lib/form-data';
import { assessmentDraft, type AssessmentState, type Standing } from '../_assessments/assessment-state';

const standingOf = (entry: StandingAssessment): Standing => ({
  id: entry.id,
  trend: entry.trend,
  reason: entry.reason,
  by: entry.by,
  at: entry.writtenAt,
});

/** Records an assessment, or answers with the form: every reason why it cannot, or what holds already. */
export async function saveAssessmentAction(
  before: AssessmentState,
  form: FormData,
): Promise<AssessmentState> {
  const state: AssessmentState = {
    draft: assessmentDraft(form),
    standing: before.standing,
    errors: [],
    refused: null,
    turn: before.turn + 1,
  };
  const user = await checkUser('assessments.write');
  if (typeof user === 'string') return { ...state, refused: user };
  const read = assessmentSchema.safeParse(state.draft);
  if (!read.success) {
    const errors = read.error.issues.map(({ path, message }) => ({ field: String(path[0]), message }));
    return { ...state, errors };
  }
  const seen = Number(textOf(form, 'standing')) || 0;
  const holds = await recordAssessment(database(), read.data, user, seen);
  if (holds !== null) {
    const message =
      'There is an assessment of this month, place and pillar already: read it above, then save again';
    return { ...state, standing: standingOf(holds), errors: [{ field: 'reason', message }] };
  }
  revalidatePath('/', 'layout');
  redirect(`/admin/assessments?saved=${encodeURIComponent(assessmentTitle(read.data))}`);
}
