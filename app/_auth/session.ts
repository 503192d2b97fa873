import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { Origin } from '@/lib/author';
import { may, userRoles, type Permission, type UserRole } from '@/lib/permissions';
import { auth } from './auth';
import { requestOrigin } from './request-origin';

export interface User {
  id: string;
  name: string;
  email: string;
  role: UserRole;
  /** From where the request came: a user is the author of what they write. */
  from: Origin;
}

/** Who is signed in; null for a visitor. Read once a request. */
export const currentUser = cache(async (): Promise<User | null> => {
  const session = await auth().api.getSession({ headers: await headers() });
  if (!session) return null;
  const { id, name, email, role } = session.user;
  return {
    id,
    name,
    email,
    role: userRoles.find((one) => one === role) ?? 'reader',
    from: await requestOrigin(),
  };
});

export type Refusal = 'signed-out' | 'not-allowed';

/** The user where they may, else why not: for actions that answer in their own form, so that nothing typed is lost. */
export async function checkUser(permission: Permission): Promise<User | Refusal> {
  const user = await currentUser();
  if (!user) return 'signed-out';
  return may(user.role, permission) ? user : 'not-allowed';
}

/** The user where they may; a visitor goes to sign in and comes back to `here`; others are told that they may not. */
export async function requireUser(permission: Permission, here: string): Promise<User> {
  const user = await checkUser(permission);
  if (user === 'signed-out') redirect(`/sign-in?next=${encodeURIComponent(here)}`);
  if (user === 'not-allowed') redirect('/no-permission');
  return user;
}
