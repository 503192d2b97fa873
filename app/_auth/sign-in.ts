import { headers } from 'next/headers';
import { auditSignIn } from '@/db/audit-sign-in';
import { database } from '@/db/client';
import { passwordHash, replaceHash } from '@/db/passwords';
import { countTry, forgetTries } from '@/db/sign-in-tries';
import { dropPasswordLinkOf, userByEmail } from '@/db/users';
import { env } from '@/lib/env';
import { normalPassword } from '@/lib/password';
import { auth, TRIES_TO_ACCOUNT } from './auth';
import { keepCookies } from './keep-cookies';
import { knownDevice, rememberDevice } from './known-device';
import { hashPassword, isOldHash } from './password-hash';
import { replacing } from './read-session';
import { requestOrigin } from './request-origin';

export type SignInResult = { ok: true; secondStep: boolean } | { ok: false; message: string };

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
      'X-Forwarded-For': (await requestOrigin()).ip ?? '127.0.0.1',
      'User-Agent': given.get('user-agent') ?? '',
    },
    body: JSON.stringify({ email, password: normalPassword(password) }),
  });
}

function tooMany(seconds: number): SignInResult {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  return {
    ok: false,
    message: `Too many attempts. Try again in ${minutes} minute${minutes === 1 ? '' : 's'}, or from a browser in which you have signed in before`,
  };
}

/** What a sign-in that is complete leaves behind: no tries, no open link, a browser that is known, an entry in the trail. */
export async function signInDone(email: string, counted: string): Promise<void> {
  await forgetTries(database(), counted);
  await dropPasswordLinkOf(database(), email);
  await rememberDevice(email);
  await auditSignIn(database(), 'sign-in', email, await requestOrigin());
}

/** Makes a hash anew that was made by other means, now that its password is here: the sessions of its owner stay. */
async function renewHash(email: string, password: string): Promise<void> {
  const user = await userByEmail(database(), email);
  const hash = user && (await passwordHash(database(), user.id));
  if (hash && isOldHash(hash))
    await replaceHash(database(), user.id, { old: hash, hash: await hashPassword(password) });
}

/**
 * Signs in and sets the session's cookie, or, where the account has a second step, the cookie with which that is taken.
 * One answer for an unknown address and a wrong password, so that nobody learns who has an account; tries are counted by
 * address, and by account apart for browsers that it knows. Throws where the library or the database fails.
 */
export async function signIn(email: string, password: string): Promise<SignInResult> {
  const from = await requestOrigin();
  const device = await knownDevice(email);
  const counted = device === null ? email : `${email} ${device}`;
  const wait = await countTry(database(), counted, TRIES_TO_ACCOUNT);
  if (wait > 0) {
    await auditSignIn(database(), 'sign-in.blocked', email, from);
    return tooMany(wait);
  }
  const endHeld = await replacing(await headers());
  const response = await auth().handler(await signInRequest(email, password));
  if (response.status === 429) {
    await auditSignIn(database(), 'sign-in.blocked', email, from);
    return tooMany(Number(response.headers.get('X-Retry-After')));
  }
  if (response.status >= 500) throw new Error(`Sign-in failed with status ${response.status}`);
  if (!response.ok) {
    await auditSignIn(database(), 'sign-in.failed', email, from);
    return { ok: false, message: 'Enter a correct email address and password' };
  }
  await renewHash(email, password);
  const { twoFactorRedirect } = (await response.clone().json()) as { twoFactorRedirect?: boolean };
  await keepCookies(response);
  if (!twoFactorRedirect) {
    await endHeld();
    await signInDone(email, counted);
  }
  return { ok: true, secondStep: twoFactorRedirect === true };
}
