import { and, desc, eq, gt, lt, ne, sql } from 'drizzle-orm';
import type { Author } from '@/lib/author';
import { writeAudit } from './audit';
import type { Database } from './client';
import { sessions } from './schema-auth';

/** A sign-in that still holds, as its owner sees it. */
export interface SessionRow {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  ipAddress: string | null;
  userAgent: string | null;
}

/** The user's sessions that hold, last used first. */
export async function listSessions(db: Database, userId: string): Promise<SessionRow[]> {
  return db
    .select({
      id: sessions.id,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      ipAddress: sessions.ipAddress,
      userAgent: sessions.userAgent,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, sql`now()`)))
    .orderBy(desc(sessions.lastSeenAt));
}

/**
 * Ends one session of the user, or all of them but `keep`; returns how many were ended. Another's session is not found:
 * the user's id is part of the question.
 */
export async function endSessions(
  db: Database,
  userId: string,
  which: { only: string } | { keep: string | null },
  by: Author,
): Promise<number> {
  return db.transaction(async (tx) => {
    const chosen =
      'only' in which
        ? eq(sessions.id, which.only)
        : which.keep === null
          ? undefined
          : ne(sessions.id, which.keep);
    const ended = await tx
      .delete(sessions)
      .where(and(eq(sessions.userId, userId), chosen))
      .returning({ id: sessions.id });
    if (ended.length > 0) {
      const detail = { sessions: ended.length };
      await writeAudit(tx, { action: 'session.revoke', by, subject: `user:${userId}`, detail });
    }
    return ended.length;
  });
}

/** Notes that the session is in use. */
export async function touchSession(db: Database, id: string, before: Date): Promise<void> {
  await db
    .update(sessions)
    .set({ lastSeenAt: new Date() })
    .where(and(eq(sessions.id, id), lt(sessions.lastSeenAt, before)));
}

export async function dropSession(db: Database, id: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.id, id));
}

/** Whose session has this token. */
export async function userBySession(db: Database, token: string): Promise<{ id: string } | null> {
  const [found] = await db.select({ id: sessions.userId }).from(sessions).where(eq(sessions.token, token));
  return found ?? null;
}
