'use server';

import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { auth } from './auth';

/** Ends the session on the server and forgets its cookie. */
export async function signOutAction(): Promise<void> {
  await auth().api.signOut({ headers: await headers() });
  const jar = await cookies();
  for (const { name } of jar.getAll()) if (name.includes('better-auth')) jar.delete(name);
  redirect('/');
}
