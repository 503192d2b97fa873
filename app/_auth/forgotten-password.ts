import { database } from '@/db/client';
import { countTry } from '@/db/sign-in-tries';
import { askForLink } from '@/db/users';
import type { Origin } from '@/lib/author';
import { sendPasswordLink } from './password-mail';

/** Mails that one account gets in an hour, and that one caller can cause. */
const HOUR = 3600;
const TO_ACCOUNT = { window: HOUR, max: 3 };
const FROM_ADDRESS = { window: HOUR, max: 20 };

/** Mails a one-time link to the account of this address, where there is one and not too many were asked for. */
export async function mailNewPassword(email: string, from: Origin): Promise<void> {
  if ((await countTry(database(), `mail from ${from.ip}`, FROM_ADDRESS)) > 0) return;
  if ((await countTry(database(), `mail to ${email}`, TO_ACCOUNT)) > 0) return;
  const made = await askForLink(database(), email, from);
  if (made)
    await sendPasswordLink(made.user, made.token, made.user.state === 'invited' ? 'invitation' : 'reset');
}
