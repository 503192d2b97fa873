import { cookies, headers } from 'next/headers';
import { auditSignIn } from '@/db/audit-sign-in';
import { database } from '@/db/client';
import { challengedUser } from '@/db/second-steps';
import { claimOnce } from '@/db/sign-in-tries';
import { auth } from './auth';
import { keepCookies } from './keep-cookies';
import { knownDevice } from './known-device';
import { replacing } from './read-session';
import { requestOrigin } from './request-origin';
import { signInDone } from './sign-in';

/** Longer than a code is taken for, with the one before and the one after. */
const CODE_SECONDS = 120;

/** True where the code is one of an app (not a recovery code). */
const isAppCode = (code: string): boolean => /^\d{6}$/.test(code);

/** True where nobody has used this code of this user before: whoever looked over a shoulder can't use it again. */
export async function isFreshCode(userId: string, code: string): Promise<boolean> {
  return !isAppCode(code) || claimOnce(database(), `totp ${userId} ${code}`, CODE_SECONDS);
}

/** Whose second step this browser has to take; null where the first was not taken, or too long ago. */
export async function awaitedUser(): Promise<{ id: string; email: string } | null> {
  const { createAuthCookie } = await auth().$context;
  const value = (await cookies()).get(createAuthCookie('two_factor').name)?.value;
  // The library's signature stands behind the last full stop; it checks that itself.
  return value ? challengedUser(database(), value.slice(0, value.lastIndexOf('.'))) : null;
}

export type SecondStepResult = 'done' | 'wrong' | 'too-many' | 'start-again';

/** Takes the second step with a code of the app, or a recovery code, and sets the session's cookie. */
export async function takeSecondStep(typed: string): Promise<SecondStepResult> {
  const user = await awaitedUser();
  if (!user) return 'start-again';
  const code = typed.replaceAll(/\s/g, '');
  const [from, device] = [await requestOrigin(), await knownDevice(user.email)];
  const request = { body: { code }, headers: await headers(), asResponse: true } as const;
  const [fresh, endHeld] = [await isFreshCode(user.id, code), await replacing(await headers())];
  const response = !fresh
    ? new Response(null, { status: 401 })
    : await (isAppCode(code) ? auth().api.verifyTOTP(request) : auth().api.verifyBackupCode(request));
  if (response.status >= 500) throw new Error(`The second step failed with status ${response.status}`);
  if (response.ok) {
    await keepCookies(response);
    await endHeld();
    await signInDone(user.email, device === null ? user.email : `${user.email} ${device}`);
    return 'done';
  }
  await auditSignIn(database(), 'sign-in.failed', user.email, from, { step: 2 });
  if (response.status === 429) return 'too-many';
  return response.status === 400 ? 'start-again' : 'wrong';
}
