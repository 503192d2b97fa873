'use server';

import { revalidatePath } from 'next/cache';
import { passwordLink, sendPasswordLink } from '@/app/_auth/password-mail';
import { refusalWords } from '@/app/_auth/refusal-words';
import { checkUser, type User } from '@/app/_auth/session';
import type { FieldError } from '@/app/_ui/form/error-summary';
import { database } from '@/db/client';
import { endSessions } from '@/db/sessions';
import {
  changeRole,
  inviteUser,
  makeUserLink,
  readUser,
  removeSecondStep,
  setActive,
  type UserChange,
  type UserRow,
} from '@/db/users';
import { textOf } from '@/lib/form-data';
import { fieldErrors, invitationSchema, personRole } from '@/lib/user-form';
import type { Passed } from '../_users/passed-link';

export interface InviteState {
  name: string;
  email: string;
  role: string;
  errors: FieldError[];
  passed?: Passed;
}

/** Invites a person; the form comes back with what was typed, or empty with the link. */
export async function inviteAction(_state: InviteState, form: FormData): Promise<InviteState> {
  const typed = { name: textOf(form, 'name'), email: textOf(form, 'email'), role: textOf(form, 'role') };
  const by = await checkUser('users.manage');
  if (typeof by === 'string') return { ...typed, errors: [{ field: 'name', message: refusalWords[by] }] };
  const parsed = invitationSchema.safeParse(typed);
  if (!parsed.success) return { ...typed, errors: fieldErrors(parsed.error) };
  const person = parsed.data;
  const made = await inviteUser(database(), person, by);
  if (!made)
    return { ...typed, errors: [{ field: 'email', message: 'Somebody has an account with this address' }] };
  const mailed = await sendPasswordLink(person, made.token, 'invitation');
  revalidatePath('/admin/users');
  const passed = { to: person.name, link: passwordLink(made.token), mailed };
  return { name: '', email: '', role: '', errors: [], passed };
}

export interface UserState {
  errors: FieldError[];
  /** What was done, in words. */
  done?: string;
  passed?: Passed;
}

const LAST_ADMIN =
  'This is the last admin who can sign in: make somebody else an admin first, so that nobody is locked out';

function stateOf(change: UserChange, done: string, field: string): UserState {
  if (change === 'done') return { errors: [], done };
  const message = change === 'missing' ? 'This person is not there any more' : LAST_ADMIN;
  return { errors: [{ field, message }] };
}

async function newLink(user: UserRow, by: User): Promise<UserState> {
  const token = await makeUserLink(database(), user.id, by);
  if (!token) return { errors: [{ field: 'link', message: 'Reactivate this person first' }] };
  const mailed = await sendPasswordLink(user, token, user.state === 'invited' ? 'invitation' : 'reset');
  return { errors: [], passed: { to: user.name, link: passwordLink(token), mailed } };
}

/** What each button of a person's page does. */
const intents: Record<string, (user: UserRow, by: User, form: FormData) => Promise<UserState>> = {
  role: async (user, by, form) => {
    const role = personRole.safeParse(textOf(form, 'role'));
    if (!role.success) return { errors: [{ field: 'role', message: role.error.issues[0]!.message }] };
    return stateOf(await changeRole(database(), user.id, role.data, by), 'Role changed', 'role');
  },
  deactivate: async (user, by) =>
    stateOf(
      await setActive(database(), user.id, false, by),
      'Deactivated, and signed out everywhere',
      'deactivate',
    ),
  reactivate: async (user, by) =>
    stateOf(await setActive(database(), user.id, true, by), 'Reactivated', 'reactivate'),
  link: newLink,
  'second-step': async (user, by) =>
    stateOf(await removeSecondStep(database(), user.id, by), 'Second step turned off', 'second-step'),
  sessions: async (user, by) => {
    const ended = await endSessions(database(), user.id, { keep: null }, by);
    return { errors: [], done: ended > 0 ? 'Signed out everywhere' : 'They were not signed in' };
  },
};

/** Does what a button of a person's page asks. */
export async function userAction(_state: UserState, form: FormData): Promise<UserState> {
  const by = await checkUser('users.manage');
  if (typeof by === 'string') return { errors: [{ field: 'role', message: refusalWords[by] }] };
  const intent = textOf(form, 'intent');
  const user = await readUser(database(), textOf(form, 'id'));
  if (!user || !Object.hasOwn(intents, intent))
    return { errors: [{ field: 'role', message: 'This person is not there any more' }] };
  const state = await intents[intent]!(user, by, form);
  revalidatePath('/admin/users', 'layout');
  return state;
}
