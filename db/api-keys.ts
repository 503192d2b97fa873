import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { keyScopes, type KeyScope } from '@/lib/api/key-scopes';
import type { Author } from '@/lib/author';
import { may, userRoles, type UserRole } from '@/lib/permissions';
import { writeAudit } from './audit';
import type { Database } from './client';
import { apiKeys } from './schema-api';
import { users } from './schema-auth';

/** What every secret begins with, so that scanners for leaked secrets know one. */
export const KEY_PREFIX = 'pw_';
const SECRET = /^pw_[\w-]{43}$/;

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** A key that may be used now. */
export interface ApiKey {
  id: string;
  name: string;
  /** The user who answers for it. */
  ownerId: string;
  /** Of that user, now. */
  role: UserRole;
  /** What it was given, as far as its owner may do that now. */
  scopes: ReadonlySet<KeyScope>;
}

/** How often the time of the last use is written, in minutes: a write for each request would be felt. */
const USE_MINUTES = 1;

/** The key of this secret; null where there is none that may be used now. Notes that it was used. */
export async function findKey(db: Database, secret: string): Promise<ApiKey | null> {
  if (!SECRET.test(secret)) return null;
  const [row] = await db
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      ownerId: apiKeys.ownerId,
      scopes: apiKeys.scopes,
      role: users.role,
      noted: sql<boolean>`coalesce(${apiKeys.lastUsedAt} > now() - make_interval(mins => ${USE_MINUTES}), false)`,
    })
    .from(apiKeys)
    .innerJoin(users, eq(users.id, apiKeys.ownerId))
    .where(
      and(
        eq(apiKeys.hash, hashOf(secret)),
        isNull(apiKeys.revokedAt),
        isNull(users.deactivatedAt),
        sql`${apiKeys.expiresAt} > now()`,
      ),
    );
  if (!row) return null;
  if (!row.noted)
    await db
      .update(apiKeys)
      .set({ lastUsedAt: sql`now()` })
      .where(eq(apiKeys.id, row.id));
  const usable = keyScopes.filter(
    ({ code, permission }) => row.scopes.includes(code) && may(row.role, permission),
  );
  return {
    id: row.id,
    name: row.name,
    ownerId: row.ownerId,
    role: row.role,
    scopes: new Set(usable.map(({ code }) => code)),
  };
}

export interface NewKey {
  name: string;
  scopes: readonly KeyScope[];
  ownerId: string;
  days: number;
}

/** Makes a key and returns its secret, which is kept nowhere. */
export async function createKey(
  db: Database,
  { name, scopes, ownerId, days }: NewKey,
  by: Author,
): Promise<string> {
  const secret = `${KEY_PREFIX}${randomBytes(32).toString('base64url')}`;
  const id = randomUUID();
  await db.transaction(async (tx) => {
    await tx.insert(apiKeys).values({
      id,
      name,
      start: secret.slice(0, KEY_PREFIX.length + 6),
      hash: hashOf(secret),
      scopes: [...scopes],
      ownerId,
      createdBy: by.id,
      expiresAt: sql`now() + make_interval(days => ${days})`,
    });
    await writeAudit(tx, {
      action: 'key.create',
      by,
      subject: `key:${id}`,
      after: { name, scopes, ownerId, days },
    });
  });
  return secret;
}

/** Revokes a key for good; false where there is none, or it was revoked before. */
export async function revokeKey(db: Database, id: string, by: Author): Promise<boolean> {
  return db.transaction(async (tx) => {
    const revoked = await tx
      .update(apiKeys)
      .set({ revokedAt: sql`now()` })
      .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
      .returning({ name: apiKeys.name });
    if (revoked.length === 0) return false;
    await writeAudit(tx, { action: 'key.revoke', by, subject: `key:${id}`, before: revoked[0]! });
    return true;
  });
}

/** Every key, the newest first, as admins see it. */
export async function listKeys(db: Database) {
  return db
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      start: apiKeys.start,
      scopes: apiKeys.scopes,
      expiresAt: apiKeys.expiresAt,
      lastUsedAt: apiKeys.lastUsedAt,
      owner: users.name,
      state: sql<'active' | 'expired' | 'revoked'>`case when ${apiKeys.revokedAt} is not null then 'revoked'
        when ${apiKeys.expiresAt} <= now() then 'expired' else 'active' end`,
    })
    .from(apiKeys)
    .innerJoin(users, eq(users.id, apiKeys.ownerId))
    .orderBy(desc(apiKeys.createdAt));
}
export type KeyRow = Awaited<ReturnType<typeof listKeys>>[number];

/** People who can answer for a key: they can sign in and may write. */
export async function keyOwners(db: Database): Promise<{ id: string; name: string; email: string }[]> {
  const roles = userRoles.filter((role) => may(role, 'events.edit'));
  return db
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(and(isNull(users.deactivatedAt), inArray(users.role, roles)))
    .orderBy(asc(users.name));
}
