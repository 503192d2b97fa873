import { database } from '@/db/client';
import { passwordHash } from '@/db/passwords';
import { countTry, forgetTries } from '@/db/sign-in-tries';
import { normalPassword } from '@/lib/password';
import { auth, TRIES_TO_ACCOUNT } from './auth';
import type { User } from './session';

/** Asks who is signed in for their password again; why it can't be taken, or null where it is right. */
export async function passwordRefusal(user: User, password: string): Promise<string | null> {
  if (!password) return 'Enter your current password';
  const counted = `${user.email} signed in`;
  if ((await countTry(database(), counted, TRIES_TO_ACCOUNT)) > 0)
    return 'Too many attempts. Try again in 15 minutes';
  const hash = await passwordHash(database(), user.id);
  const { password: passwords } = await auth().$context;
  if (!hash || !(await passwords.verify({ hash, password: normalPassword(password) })))
    return 'Enter your current password correctly';
  await forgetTries(database(), counted);
  return null;
}
