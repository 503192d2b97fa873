import { createHash, randomBytes } from 'node:crypto';
import { and, count, eq, gt, sql } from 'drizzle-orm';
import type { Origin } from '@/lib/author';
import { writeAudit } from './audit';
import type { Connection, Database } from './client';
import { storePassword } from './password-links';
import { users, verifications } from './schema-auth';

const PURPOSE = 'first-admin';
const HOURS = 24;
const hash = (token: string): string => createHash('sha256').update(token).digest('hex');

async function noUsers(db: Connection): Promise<boolean> {
  const [row] = await db.select({ n: count() }).from(users);
  return row!.n === 0;
}

/** A fresh one-time token for the first admin's set-up page, in place of any earlier one; null once there is a user. */
export async function firstAdminToken(db: Database): Promise<string | null> {
  return db.transaction(async (tx) => {
    if (!(await noUsers(tx))) return null;
    const token = randomBytes(24).toString('base64url');
    await tx.delete(verifications).where(eq(verifications.identifier, PURPOSE));
    await tx.insert(verifications).values({
      id: randomBytes(12).toString('hex'),
      identifier: PURPOSE,
      // Only a hash is kept: whoever reads the table cannot use it.
      value: hash(token),
      expiresAt: new Date(Date.now() + HOURS * 3_600_000),
    });
    return token;
  });
}

/** True where the token still opens the set-up page: made by firstAdminToken, not used, not a day old, no user yet. */
export async function isFirstAdminToken(db: Connection, token: string): Promise<boolean> {
  const rows = await db
    .select({ id: verifications.id })
    .from(verifications)
    .where(
      and(
        eq(verifications.identifier, PURPOSE),
        eq(verifications.value, hash(token)),
        gt(verifications.expiresAt, sql`now()`),
      ),
    );
  return rows.length > 0 && (await noUsers(db));
}

/** Uses the token up: true for the one caller that got it. */
async function takeFirstAdminToken(db: Connection, token: string): Promise<boolean> {
  if (!(await isFirstAdminToken(db, token))) return false;
  const taken = await db
    .delete(verifications)
    .where(and(eq(verifications.identifier, PURPOSE), eq(verifications.value, hash(token))))
    .returning({ id: verifications.id });
  return taken.length > 0;
}

/** Makes the first admin; false where the token does not open the page any more. */
export async function createFirstAdmin(
  db: Database,
  token: string,
  { name, email, hash: password }: { name: string; email: string; hash: string },
  from: Origin,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    if (!(await takeFirstAdminToken(tx, token))) return false;
    const id = randomBytes(16).toString('base64url');
    await tx.insert(users).values({ id, name, email, emailVerified: true, role: 'admin' });
    await storePassword(tx, id, password);
    const after = { name, email, role: 'admin' };
    await writeAudit(tx, { action: 'user.first-admin', by: { id, from }, subject: `user:${id}`, after });
    return true;
  });
}
