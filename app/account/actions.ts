'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { requireSignedIn } from '@/app/_auth/session';
import type { FieldError } from '@/app/_ui/form/error-summary';
import { database } from '@/db/client';
import { endSessions } from '@/db/sessions';
import { renameUser } from '@/db/users';
import { textOf } from '@/lib/form-data';
import { personName } from '@/lib/user-form';

export interface NameState {
  name: string;
  errors: FieldError[];
  done?: boolean;
}

/** Changes one's own name. */
export async function nameAction(_state: NameState, form: FormData): Promise<NameState> {
  const user = await requireSignedIn('/account');
  const typed = textOf(form, 'name');
  const name = personName.safeParse(typed);
  if (!name.success)
    return { name: typed, errors: [{ field: 'name', message: name.error.issues[0]!.message }] };
  await renameUser(database(), user.id, name.data, user);
  revalidatePath('/', 'layout');
  return { name: name.data, errors: [], done: true };
}

/** Ends one of one's own sessions, all others, or all of them. */
export async function endSessionAction(form: FormData): Promise<void> {
  const user = await requireSignedIn('/account');
  const which = textOf(form, 'session');
  const chosen =
    which === 'others' ? { keep: user.sessionId } : which === 'all' ? { keep: null } : { only: which };
  await endSessions(database(), user.id, chosen, user);
  revalidatePath('/account');
  redirect(
    which === 'all' || which === user.sessionId ? '/sign-in?done=everywhere' : '/account?done=sessions',
  );
}
