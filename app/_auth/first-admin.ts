import { z } from 'zod';
import { database } from '@/db/client';
import { takeFirstAdminToken } from '@/db/first-admin';
import { auth, PASSWORD_LENGTH } from './auth';

export const firstAdminSchema = z.object({
  name: z.string().trim().min(1, 'Enter your name').max(100, 'Name must be 100 characters or fewer'),
  email: z
    .string()
    .trim()
    .toLowerCase()
    .max(200, 'Email address must be 200 characters or fewer')
    .pipe(z.email('Enter an email address in the correct format, like name@example.com')),
  password: z
    .string()
    .min(PASSWORD_LENGTH.min, `Password must be ${PASSWORD_LENGTH.min} characters or more`)
    .max(PASSWORD_LENGTH.max, `Password must be ${PASSWORD_LENGTH.max} characters or fewer`),
});

/** Makes the first admin for the one who holds the token; false where it was used, is old, or there is a user already. */
export async function makeFirstAdmin(
  token: string,
  { name, email, password }: z.output<typeof firstAdminSchema>,
): Promise<boolean> {
  const { internalAdapter, password: passwords } = await auth().$context;
  const hash = await passwords.hash(password);
  if (!(await takeFirstAdminToken(database(), token))) return false;
  const user = await internalAdapter.createUser(
    { name, email, emailVerified: true, role: 'admin' },
    { method: 'email-password' },
  );
  await internalAdapter.linkAccount({
    userId: user.id,
    accountId: user.id,
    providerId: 'credential',
    password: hash,
  });
  return true;
}
