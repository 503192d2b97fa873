import { and, eq, gt, sql } from 'drizzle-orm';
import type { Database } from './client';
import { users, verifications } from './schema-auth';

/** Who is half signed in by the challenge of this name (better-auth's two-factor plugin); null where it is over. */
export async function challengedUser(
  db: Database,
  identifier: string,
): Promise<{ id: string; email: string } | null> {
  // Other one-time secrets stand in the same table.
  if (!identifier.startsWith('2fa-')) return null;
  const [user] = await db
    .select({ id: users.id, email: users.email })
    .from(verifications)
    .innerJoin(users, eq(users.id, verifications.value))
    .where(and(eq(verifications.identifier, identifier), gt(verifications.expiresAt, sql`now()`)));
  return user ?? null;
}
