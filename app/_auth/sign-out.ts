'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { writeAudit } from '@/db/audit';
import { database } from '@/db/client';
import { auth } from './auth';
import { keepCookies } from './keep-cookies';
import { currentUser } from './session';

/** Ends the session on the server and its cookie in the browser. */
export async function signOutAction(): Promise<void> {
  const user = await currentUser();
  if (user) await writeAudit(database(), { action: 'sign-out', by: user, subject: `user:${user.id}` });
  await keepCookies(await auth().api.signOut({ headers: await headers(), asResponse: true }));
  redirect('/');
}
