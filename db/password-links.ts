import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, isNull, ne, sql } from 'drizzle-orm';
import type { Connection } from './client';
import { accounts, sessions, users, verifications } from './schema-auth';

const purposeOf = (userId: string): string => `password-link:${userId}`;
const hash = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Whom a link is for. */
export interface LinkHolder {
  id: string;
  name: string;
  email: string;
  /** True where they have never had a way in: the link is an invitation. */
  invited: boolean;
}

/** A fresh one-time token with which the user sets a password, in place of any earlier one. Only a hash is kept. */
export async function makePasswordLink(tx: Connection, userId: string, hours: number): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await dropPasswordLink(tx, userId);
  await tx.insert(verifications).values({
    id: randomBytes(12).toString('hex'),
    identifier: purposeOf(userId),
    value: hash(token),
    expiresAt: new Date(Date.now() + hours * 3_600_000),
  });
  return token;
}

/** Ends what link there is: the user has signed in, or may not any more. */
export async function dropPasswordLink(tx: Connection, userId: string): Promise<void> {
  await tx.delete(verifications).where(eq(verifications.identifier, purposeOf(userId)));
}

/** Whose token this is; null where it was used, is too old, or its user may not sign in. */
export async function passwordLinkHolder(db: Connection, token: string): Promise<LinkHolder | null> {
  const [found] = await db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      invited: sql<boolean>`not exists (select from ${accounts} where ${accounts.userId} = ${users.id})`,
    })
    .from(verifications)
    .innerJoin(users, eq(verifications.identifier, sql`'password-link:' || ${users.id}`))
    .where(
      and(
        eq(verifications.value, hash(token)),
        gt(verifications.expiresAt, sql`now()`),
        isNull(users.deactivatedAt),
      ),
    );
  return found ?? null;
}

/** Uses the token up: true for the one caller that got it. */
export async function takePasswordLink(tx: Connection, userId: string, token: string): Promise<boolean> {
  const taken = await tx
    .delete(verifications)
    .where(and(eq(verifications.identifier, purposeOf(userId)), eq(verifications.value, hash(token))))
    .returning({ id: verifications.id });
  return taken.length > 0;
}

/** Gives the user this password (a hash), and ends every session that was begun with another, but for `keep`. */
export async function storePassword(
  tx: Connection,
  userId: string,
  password: string,
  keep = '',
): Promise<void> {
  const changed = await tx
    .update(accounts)
    .set({ password, updatedAt: new Date() })
    .where(and(eq(accounts.userId, userId), eq(accounts.providerId, 'credential')))
    .returning({ id: accounts.id });
  if (changed.length === 0)
    await tx.insert(accounts).values({
      id: randomBytes(12).toString('hex'),
      accountId: userId,
      providerId: 'credential',
      userId,
      password,
    });
  await tx.delete(sessions).where(and(eq(sessions.userId, userId), ne(sessions.id, keep)));
}
