'use server';

import { after } from 'next/server';
import { hasMail } from '@/app/_auth/mail';
import { requestOrigin } from '@/app/_auth/request-origin';
import { mailNewPassword } from '@/app/_auth/forgotten-password';
import type { FieldError } from '@/app/_ui/form/error-summary';
import { textOf } from '@/lib/form-data';
import { personEmail } from '@/lib/user-form';

export interface ForgotState {
  email: string;
  errors: FieldError[];
  asked: boolean;
}

/**
 * Takes the request for a link. The answer is the same, and as fast, whether there is such an account or not: what
 * depends on that happens after it.
 */
export async function forgotAction(_state: ForgotState, form: FormData): Promise<ForgotState> {
  const typed = textOf(form, 'email').slice(0, 250);
  const email = personEmail.safeParse(typed);
  if (!email.success)
    return {
      email: typed,
      errors: [{ field: 'email', message: email.error.issues[0]!.message }],
      asked: false,
    };
  const from = await requestOrigin();
  if (hasMail()) after(() => mailNewPassword(email.data, from));
  return { email: email.data, errors: [], asked: true };
}
