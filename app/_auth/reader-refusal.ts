import { env } from '@/lib/env';
import { userRoles } from '@/lib/permissions';
import { needsSecondStep } from './needs-second-step';
import { readSession } from './read-session';

/** Why who asks may not read the record; null where they may: everybody, or, by setting, whoever is signed in. */
export async function readerRefusal(headers: Headers): Promise<'signed-out' | 'second-step' | null> {
  if (env().READERS === 'public') return null;
  const found = await readSession(headers);
  if (!found) return 'signed-out';
  const { id, role, twoFactorEnabled } = found.user;
  const needs =
    twoFactorEnabled !== true &&
    (await needsSecondStep(id, userRoles.find((one) => one === role) ?? 'reader'));
  return needs ? 'second-step' : null;
}
