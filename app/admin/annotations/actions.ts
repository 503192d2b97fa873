'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { checkUser, requireUser } from '@/app/_auth/session';
import { addAnnotation, removeAnnotation } from '@/db/annotations';
import { database } from '@/db/client';
import { annotationSchema } from '@/lib/annotations/annotation';
import { textOf } from '@/lib/form-data';
import type { AnnotationState } from '../_annotations/annotation-form';

const HERE = '/admin/annotations';

/** Puts a note on the charts, or answers with the form and every reason why it cannot. */
export async function addAnnotationAction(before: AnnotationState, form: FormData): Promise<AnnotationState> {
  const of = (name: keyof AnnotationState['draft']): string => textOf(form, name);
  const draft = {
    days: of('days'),
    last: of('last'),
    text: of('text'),
    place: of('place'),
    pillar: of('pillar'),
  };
  const state: AnnotationState = { draft, errors: [], refused: null, turn: before.turn + 1 };
  const user = await checkUser('annotations.write');
  if (typeof user === 'string') return { ...state, refused: user };
  const read = annotationSchema.safeParse(draft);
  if (!read.success) {
    const errors = read.error.issues.map(({ path, message }) => ({ field: String(path[0]), message }));
    return { ...state, errors };
  }
  await addAnnotation(database(), read.data, user);
  revalidatePath('/', 'layout');
  redirect(`${HERE}?saved=1`);
}

/** Takes a note off the charts. */
export async function removeAnnotationAction(form: FormData): Promise<void> {
  const user = await requireUser('annotations.write', HERE);
  const id = Number(textOf(form, 'id'));
  const gone = Number.isSafeInteger(id) && id < 2 ** 31 && (await removeAnnotation(database(), id, user));
  revalidatePath('/', 'layout');
  redirect(gone ? `${HERE}?removed=1` : HERE);
}
