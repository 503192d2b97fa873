import { database } from '@/db/client';
import { passwordLinkHolder } from '@/db/password-links';
import { setPasswordByLink } from '@/db/passwords';
import { normalPassword, passwordProblem } from '@/lib/password';
import { auth } from './auth';
import { rememberDevice } from './known-device';
import { requestOrigin } from './request-origin';

/** A salted hash of the password, as the library makes and checks it. */
export async function hashPassword(password: string): Promise<string> {
  return (await auth().$context).password.hash(normalPassword(password));
}

/** Sets the password of whoever's token this is; says what is wrong with it, or that the link does not work any more. */
export async function setPasswordWith(
  token: string,
  password: string,
): Promise<'done' | 'used' | { problem: string }> {
  const holder = await passwordLinkHolder(database(), token);
  if (!holder) return 'used';
  const problem = passwordProblem(password, [holder.name, holder.email]);
  if (problem) return { problem };
  const from = await requestOrigin();
  const set = await setPasswordByLink(database(), holder.id, token, await hashPassword(password), from);
  if (!set) return 'used';
  // Whoever holds the link has the mailbox: others' guessing must not keep them out.
  await rememberDevice(holder.email);
  return 'done';
}
