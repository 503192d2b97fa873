import { z } from 'zod';
import { database } from '@/db/client';
import { createFirstAdmin } from '@/db/first-admin';
import { passwordProblem } from '@/lib/password';
import { personEmail, personName } from '@/lib/user-form';
import { hashPassword } from './password-hash';
import { requestOrigin } from './request-origin';

export const firstAdminSchema = z
  .object({ name: personName, email: personEmail, password: z.string() })
  .superRefine(({ name, email, password }, context) => {
    const message = passwordProblem(password, [name, email]);
    if (message) context.addIssue({ code: 'custom', path: ['password'], message });
  });

/** Makes the first admin for the one who holds the token; false where it was used, is old, or there is a user already. */
export async function makeFirstAdmin(
  token: string,
  { password, ...person }: z.output<typeof firstAdminSchema>,
): Promise<boolean> {
  const hash = await hashPassword(password);
  return createFirstAdmin(database(), token, { ...person, hash }, await requestOrigin());
}
