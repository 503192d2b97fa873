import { and, eq } from 'drizzle-orm';
import type { Author, Origin } from '@/lib/author';
import { writeAudit } from './audit';
import type { Database } from './client';
import { storePassword, takePasswordLink } from './password-links';
import { accounts } from './schema-auth';

/** Sets the password (a hash) with a one-time token, which is used up; false where it was already. */
export async function setPasswordByLink(
  db: Database,
  userId: string,
  token: string,
  hash: string,
  from: Origin,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    if (!(await takePasswordLink(tx, userId, token))) return false;
    await storePassword(tx, userId, hash);
    const by = { id: userId, from };
    await writeAudit(tx, { action: 'user.password-by-link', by, subject: `user:${userId}` });
    return true;
  });
}

/** Sets the password (a hash) of who is signed in; every session but this one ends. */
export async function changePassword(
  db: Database,
  hash: string,
  sessionId: string,
  by: Author,
): Promise<void> {
  await db.transaction(async (tx) => {
    await storePassword(tx, by.id, hash, sessionId);
    await writeAudit(tx, { action: 'user.password', by, subject: `user:${by.id}` });
  });
}

/** Puts another hash of the same password in place of an old one, where that still stands. */
export async function replaceHash(
  db: Database,
  userId: string,
  { old, hash }: { old: string; hash: string },
): Promise<void> {
  await db
    .update(accounts)
    .set({ password: hash })
    .where(and(eq(accounts.userId, userId), eq(accounts.password, old)));
}

/** The hash of the user's password; null where they have none. */
export async function passwordHash(db: Database, userId: string): Promise<string | null> {
  const [found] = await db
    .select({ password: accounts.password })
    .from(accounts)
    .where(and(eq(accounts.userId, userId), eq(accounts.providerId, 'credential')));
  return found?.password ?? null;
}
