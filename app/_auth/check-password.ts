import { auditSignIn } from '@/db/audit-sign-in';
import { database } from '@/db/client';
import { passwordHash } from '@/db/passwords';
import { countTry, forgetTries } from '@/db/sign-in-tries';
import { TRIES_TO_ACCOUNT } from './auth';
import { isPassword } from './password-hash';
import type { User } from './session';

/** Asks who is signed in for their password again; why it can't be taken, or null where it is right. */
export async function passwordRefusal(user: User, password: string): Promise<string | null> {
  if (!password) return 'Enter your current password';
  const counted = `${user.email} signed in`;
  const failed = (action: 'sign-in.failed' | 'sign-in.blocked') =>
    auditSignIn(database(), action, user.email, user.from, { step: 'own password, asked again' });
  if ((await countTry(database(), counted, TRIES_TO_ACCOUNT)) > 0) {
    await failed('sign-in.blocked');
    return 'Too many attempts. Try again in 15 minutes';
  }
  const hash = await passwordHash(database(), user.id);
  if (!hash || !(await isPassword({ hash, password }))) {
    await failed('sign-in.failed');
    return 'Enter your current password correctly';
  }
  await forgetTries(database(), counted);
  return null;
}
