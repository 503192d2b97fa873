'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { auth } from './auth';
import { keepCookies } from './keep-cookies';

/** Ends the session on the server and its cookie in the browser. */
export async function signOutAction(): Promise<void> {
  await keepCookies(await auth().api.signOut({ headers: await headers(), asResponse: true }));
  redirect('/');
}
