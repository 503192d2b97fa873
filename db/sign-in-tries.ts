import { createHash, randomUUID } from 'node:crypto';
import { eq, lt, or, sql } from 'drizzle-orm';
import type { Database } from './client';
import { rateLimits } from './schema-auth';

/** So many tries in so many seconds. */
export interface TryLimit {
  window: number;
  max: number;
}

/** Which account is tried is nobody's business: the table holds a hash. */
const keyOf = (email: string): string =>
  `account|${createHash('sha256').update(email.trim().toLowerCase()).digest('hex')}`;

/**
 * Counts a try to sign in to the account, whether there is one or not, in one atomic statement. Returns the seconds to
 * wait where there were too many, else 0. It stands beside better-auth's limit by address, which a caller with many
 * addresses, or a made-up X-Forwarded-For, gets round.
 */
export async function countTry(db: Database, email: string, { window, max }: TryLimit): Promise<number> {
  const now = Date.now();
  const over = sql`${rateLimits.lastRequest} <= ${now - window * 1000}::bigint`;
  const [row] = await db
    .insert(rateLimits)
    .values({ id: randomUUID(), key: keyOf(email), count: 1, lastRequest: now })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: {
        count: sql`case when ${over} then 1 else ${rateLimits.count} + 1 end`,
        lastRequest: sql`case when ${over} then ${now}::bigint else ${rateLimits.lastRequest} end`,
      },
    })
    .returning({ count: rateLimits.count, since: rateLimits.lastRequest });
  return row!.count <= max ? 0 : Math.max(1, Math.ceil((row!.since + window * 1000 - now) / 1000));
}

/** True for the first who asks for this within so many seconds: what may be used once. */
export async function claimOnce(db: Database, what: string, seconds: number): Promise<boolean> {
  return (await countTry(db, what, { window: seconds, max: 1 })) === 0;
}

const DAY_MS = 86_400_000;

/** Forgets the tries after a sign-in, so that only failures add up, and all that is long over. */
export async function forgetTries(db: Database, email: string): Promise<void> {
  await db
    .delete(rateLimits)
    .where(or(eq(rateLimits.key, keyOf(email)), lt(rateLimits.lastRequest, Date.now() - DAY_MS)));
}
