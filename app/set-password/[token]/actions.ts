'use server';

import { redirect } from 'next/navigation';
import { setPasswordWith } from '@/app/_auth/set-password';
import type { FieldError } from '@/app/_ui/form/error-summary';
import { textOf } from '@/lib/form-data';

/** Sets the password of whoever's link this is and goes to sign in; else says what is wrong with it. */
export async function setPasswordAction(_errors: FieldError[], form: FormData): Promise<FieldError[]> {
  const result = await setPasswordWith(textOf(form, 'token'), textOf(form, 'password'));
  if (result === 'used') redirect('/set-password/used');
  if (result !== 'done') return [{ field: 'password', message: result.problem }];
  redirect('/sign-in?done=password');
}
