'use server';

import { redirect } from 'next/navigation';
import { firstAdminSchema, makeFirstAdmin } from '@/app/_auth/first-admin';
import { signIn } from '@/app/_auth/sign-in';
import type { FieldError } from '@/app/_ui/form/error-summary';
import { textOf } from '@/lib/form-data';

export interface SetupState {
  name: string;
  email: string;
  errors: FieldError[];
}

/** Makes the first admin, signs in and goes to the desk; else the form comes back with all but the password. */
export async function setupAction(_state: SetupState, form: FormData): Promise<SetupState> {
  const [name, email, password] = [textOf(form, 'name'), textOf(form, 'email'), textOf(form, 'password')];
  const parsed = firstAdminSchema.safeParse({ name, email, password });
  if (!parsed.success) {
    return {
      name,
      email,
      errors: parsed.error.issues.map(({ path, message }) => ({ field: String(path[0]), message })),
    };
  }
  if (!(await makeFirstAdmin(textOf(form, 'token'), parsed.data))) redirect('/setup/used');
  await signIn(parsed.data.email, parsed.data.password);
  redirect('/admin/events');
}
