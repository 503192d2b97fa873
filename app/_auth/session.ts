import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { may, userRoles, type Permission, type UserRole } from '@/lib/permissions';
import { auth } from './auth';

export interface User {
  id: string;
  name: string;
  email: string;
  role: UserRole;
}

/** Who is signed in; null for a visitor. Read once a request. */
export const currentUser = cache(async (): Promise<User | null> => {
  const session = await auth().api.getSession({ headers: await headers() });
  if (!session) return null;
  const { id, name, email, role } = session.user;
  return { id, name, email, role: userRoles.find((one) => one === role) ?? 'reader' };
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
