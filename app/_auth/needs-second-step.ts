import { database } from '@/db/client';
import { passwordHash } from '@/db/passwords';
import { env } from '@/lib/env';
import type { UserRole } from '@/lib/permissions';

/** True where somebody without a second step must have one: by setting, and where a password is the first. */
export async function needsSecondStep(id: string, role: UserRole): Promise<boolean> {
  const { REQUIRE_SECOND_STEP: who } = env();
  const asked = who === 'everyone' || (who === 'admins' && role === 'admin');
  return asked && (await passwordHash(database(), id)) !== null;
}
