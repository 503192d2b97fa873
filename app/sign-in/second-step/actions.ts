'use server';

import { redirect } from 'next/navigation';
import { firstPage } from '@/app/_auth/first-page';
import { takeSecondStep } from '@/app/_auth/second-step';
import type { FieldError } from '@/app/_ui/form/error-summary';
import { textOf } from '@/lib/form-data';
import { localPath } from '@/lib/local-path';

const problems = {
  wrong: 'Enter the code that your app shows now, or a recovery code that you have not used',
  'too-many': 'Too many attempts. Try again in 15 minutes',
};

/** Completes the sign-in with a code, or says what is wrong with it. */
export async function secondStepAction(_errors: FieldError[], form: FormData): Promise<FieldError[]> {
  const next = localPath(textOf(form, 'next'), firstPage());
  const code = textOf(form, 'code').trim().slice(0, 40);
  if (!code) return [{ field: 'code', message: 'Enter a code' }];
  const result = await takeSecondStep(code);
  if (result === 'done') redirect(next);
  if (result === 'start-again') redirect(`/sign-in?${new URLSearchParams({ next, done: 'expired' })}`);
  return [{ field: 'code', message: problems[result] }];
}
