'use server';

import { redirect } from 'next/navigation';
import { firstPage } from '@/app/_auth/first-page';
import { signIn } from '@/app/_auth/sign-in';
import type { FieldError } from '@/app/_ui/form/error-summary';
import { textOf } from '@/lib/form-data';
import { localPath } from '@/lib/local-path';

export interface SignInState {
  email: string;
  errors: FieldError[];
}

const LONGEST = 200;
/** Longer than any password that is taken, in UTF-16 units. */
const LONGEST_PASSWORD = 300;

/** Signs in and goes on; else the form comes back with the address, never with the password. */
export async function signInAction(_state: SignInState, form: FormData): Promise<SignInState> {
  const email = textOf(form, 'email').trim().slice(0, LONGEST);
  // Spaces around a password are part of it.
  const password = textOf(form, 'password').slice(0, LONGEST_PASSWORD);
  const errors: FieldError[] = [];
  if (!email) errors.push({ field: 'email', message: 'Enter your email address' });
  if (!password) errors.push({ field: 'password', message: 'Enter your password' });
  if (errors.length > 0) return { email, errors };
  const result = await signIn(email, password);
  if (!result.ok) return { email, errors: [{ field: 'email', message: result.message }] };
  const next = localPath(textOf(form, 'next'), firstPage());
  redirect(result.secondStep ? `/sign-in/second-step?${new URLSearchParams({ next })}` : next);
}
