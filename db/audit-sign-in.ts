import { eq } from 'drizzle-orm';
import type { Origin } from '@/lib/author';
import { writeAudit } from './audit';
import type { Database } from './client';
import { users } from './schema-auth';

/**
 * Audits a sign-in, or a try that failed, to the account of this address. Where there is none the address is not kept:
 * people type passwords into the wrong field.
 */
export async function auditSignIn(
  db: Database,
  action: 'sign-in' | 'sign-in.failed' | 'sign-in.blocked',
  email: string,
  from: Origin,
  detail: object = {},
): Promise<void> {
  const [user] = await db
    .select({ id: users.id })
    .from(users)
    .where(eq(users.email, email.trim().toLowerCase()));
  const subject = user && `user:${user.id}`;
  // A try that failed was not made by the account's owner, as far as anybody knows.
  if (action === 'sign-in' && user) await writeAudit(db, { action, by: { id: user.id, from }, subject });
  else
    await writeAudit(db, {
      action,
      by: null,
      from,
      subject,
      detail: { account: user ? 'known' : 'unknown', ...detail },
    });
}
