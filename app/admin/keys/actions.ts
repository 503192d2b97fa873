'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { refusalWords } from '@/app/_auth/refusal-words';
import { checkUser, requireUser } from '@/app/_auth/session';
import type { FieldError } from '@/app/_ui/form/error-summary';
import { createKey, keyOwners, revokeKey } from '@/db/api-keys';
import { database } from '@/db/client';
import { keySchema } from '@/lib/api/key-form';
import { textOf, textsOf } from '@/lib/form-data';
import { fieldErrors } from '@/lib/user-form';

export interface KeyState {
  name: string;
  ownerId: string;
  scopes: string[];
  days: string;
  errors: FieldError[];
  /** The secret of the key that was made, to be shown this once. */
  made?: { name: string; secret: string };
}

/** Makes a key; the form comes back with what was typed, or empty with the secret. */
export async function createKeyAction(_state: KeyState, form: FormData): Promise<KeyState> {
  const typed = {
    name: textOf(form, 'name'),
    ownerId: textOf(form, 'ownerId'),
    scopes: textsOf(form, 'scopes'),
    days: textOf(form, 'days'),
  };
  const by = await checkUser('keys.manage');
  if (typeof by === 'string') return { ...typed, errors: [{ field: 'name', message: refusalWords[by] }] };
  const parsed = keySchema.safeParse(typed);
  if (!parsed.success) return { ...typed, errors: fieldErrors(parsed.error) };
  const owners = await keyOwners(database());
  if (!owners.some(({ id }) => id === parsed.data.ownerId))
    return { ...typed, errors: [{ field: 'ownerId', message: 'Select who answers for the key' }] };
  const secret = await createKey(database(), parsed.data, by);
  revalidatePath('/admin/keys');
  return {
    name: '',
    ownerId: '',
    scopes: [],
    days: '',
    errors: [],
    made: { name: parsed.data.name, secret },
  };
}

/** Revokes a key, after the page that asks for confirmation. */
export async function revokeKeyAction(form: FormData): Promise<void> {
  const user = await requireUser('keys.manage', '/admin/keys');
  const done = await revokeKey(database(), textOf(form, 'id'), user);
  revalidatePath('/admin/keys');
  redirect(done ? '/admin/keys?revoked=1' : '/admin/keys');
}
