import { headers } from 'next/headers';
import { auditSignIn } from '@/db/audit-sign-in';
import { database } from '@/db/client';
import { countTry, forgetTries } from '@/db/sign-in-tries';
import { env } from '@/lib/env';
import { auth, TRIES_TO_ACCOUNT } from './auth';
import { keepCookies } from './keep-cookies';
import { requestOrigin } from './request-origin';

export type SignInResult = { ok: true } | { ok: false; message: string };

/** The library's own sign-in request: only its handler counts tries by address, its API does not. */
async function signInRequest(email: string, password: string): Promise<Request> {
  const given = await headers();
  const { PUBLIC_URL } = env();
  return new Request(`${PUBLIC_URL}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      // Next has compared the browser's own Origin with the host before it ran the action.
      Origin: PUBLIC_URL,
      'X-Forwarded-For': given.get('x-forwarded-for') ?? '127.0.0.1',
      'User-Agent': given.get('user-agent') ?? '',
    },
    body: JSON.stringify({ email, password }),
  });
}

function tooMany(seconds: number): SignInResult {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  return {
    ok: false,
    message: `Too many attempts. Try again in ${minutes} minute${minutes === 1 ? '' : 's'}`,
  };
}

/**
 * Signs in and sets the session's cookie. One answer for an unknown address and a wrong password, so that nobody learns
 * who has an account; tries are counted by address and by account. Throws where the library or the database fails.
 */
export async function signIn(email: string, password: string): Promise<SignInResult> {
  const from = await requestOrigin();
  const wait = await countTry(database(), email, TRIES_TO_ACCOUNT);
  if (wait > 0) {
    await auditSignIn(database(), 'sign-in.blocked', email, from);
    return tooMany(wait);
  }
  const response = await auth().handler(await signInRequest(email, password));
  if (response.status === 429) return tooMany(Number(response.headers.get('X-Retry-After')));
  if (response.status >= 500) throw new Error(`Sign-in failed with status ${response.status}`);
  if (!response.ok) {
    await auditSignIn(database(), 'sign-in.failed', email, from);
    return { ok: false, message: 'Enter a correct email address and password' };
  }
  await forgetTries(database(), email);
  await auditSignIn(database(), 'sign-in', email, from);
  await keepCookies(response);
  return { ok: true };
}
