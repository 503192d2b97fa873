import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { Origin } from '@/lib/author';
import { log } from '@/lib/log';
import { may, userRoles, type Permission, type UserRole } from '@/lib/permissions';
import { needsSecondStep } from './needs-second-step';
import { readSession } from './read-session';
import { requestOrigin } from './request-origin';

export interface User {
  id: string;
  name: string;
  email: string;
  role: UserRole;
  /** Of the session, for the list of sessions. */
  sessionId: string;
  secondStep: boolean;
  /** True where a setting asks for a second step that they do not have yet. */
  needsSecondStep: boolean;
  /** From where the request came: a user is the author of what they write. */
  from: Origin;
}

/** Who is signed in; null for a visitor. Read once a request. */
export const currentUser = cache(async (): Promise<User | null> => {
  const found = await readSession(await headers());
  if (!found) return null;
  const { id, name, email, twoFactorEnabled } = found.user;
  const role = userRoles.find((one) => one === found.user.role) ?? 'reader';
  const secondStep = twoFactorEnabled === true;
  return {
    id,
    name,
    email,
    role,
    sessionId: found.session.id,
    secondStep,
    needsSecondStep: !secondStep && (await needsSecondStep(id, role)),
    from: await requestOrigin(),
  };
});

/** Somebody who is signed in and asks for what their role does not allow is worth a line in the log. */
function noteRefusal({ id, role }: User, permission: Permission): void {
  log.warn({ part: 'permissions', user: id, role, permission }, 'not allowed');
}

export type Refusal = 'signed-out' | 'not-allowed';

/** The user where they may, else why not: for actions that answer in their own form, so that nothing typed is lost. */
export async function checkUser(permission: Permission): Promise<User | Refusal> {
  const user = await currentUser();
  if (!user) return 'signed-out';
  if (may(user.role, permission) && !user.needsSecondStep) return user;
  noteRefusal(user, permission);
  return 'not-allowed';
}

/** Whoever is signed in, whatever their role; a visitor goes to sign in and comes back to `here`. */
export async function requireSignedIn(here: string): Promise<User> {
  return (await currentUser()) ?? redirect(`/sign-in?next=${encodeURIComponent(here)}`);
}

/** The user where they may; a visitor goes to sign in and comes back to `here`; others are told that they may not. */
export async function requireUser(permission: Permission, here: string): Promise<User> {
  const user = await requireSignedIn(here);
  if (user.needsSecondStep) redirect('/account/second-step');
  if (!may(user.role, permission)) {
    noteRefusal(user, permission);
    redirect('/no-permission');
  }
  return user;
}
