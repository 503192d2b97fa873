'use server';

import { redirect } from 'next/navigation';
import { passwordRefusal } from '@/app/_auth/check-password';
import { hashPassword } from '@/app/_auth/password-hash';
import { requireSignedIn } from '@/app/_auth/session';
import type { FieldError } from '@/app/_ui/form/error-summary';
import { database } from '@/db/client';
import { changePassword } from '@/db/passwords';
import { textOf } from '@/lib/form-data';
import { passwordProblem } from '@/lib/password';

/** Changes one's own password, and signs out every other browser. */
export async function passwordAction(_errors: FieldError[], form: FormData): Promise<FieldError[]> {
  const user = await requireSignedIn('/account/password');
  const next = textOf(form, 'next');
  const problem = passwordProblem(next, [user.name, user.email]);
  const refusal = await passwordRefusal(user, textOf(form, 'current'));
  const errors = [
    ...(refusal ? [{ field: 'current', message: refusal }] : []),
    ...(problem ? [{ field: 'next', message: problem }] : []),
  ];
  if (errors.length > 0) return errors;
  await changePassword(database(), await hashPassword(next), user.sessionId, user);
  redirect('/account?done=password');
}
