import { database } from '@/db/client';
import { passwordLinkHolder } from '@/db/password-links';
import { setPasswordByLink } from '@/db/passwords';
import { passwordProblem } from '@/lib/password';
import { rememberDevice } from './known-device';
import { hashPassword } from './password-hash';
import { requestOrigin } from './request-origin';

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
