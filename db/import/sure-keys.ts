import { sql } from 'drizzle-orm';
import type { Transaction } from '../client';

/**
 * Runs inserts whose foreign keys hold by how they are made: each names a row that this transaction has written or holds
 * locked, which the caller has seen to. PostgreSQL would look up each key of each row, a fifth of what an import takes. Only
 * its administrator may spare it that, which on the embedded server we are; for anybody else the keys are looked up.
 */
export async function withSureKeys(tx: Transaction, work: () => Promise<void>): Promise<void> {
  const [role] = await tx.execute<{ mighty: boolean; before: string }>(sql`
    select rolsuper as mighty, current_setting('session_replication_role') as before
    from pg_roles where rolname = current_user`);
  if (!role?.mighty) return work();
  await tx.execute(sql`set local session_replication_role = replica`);
  await work();
  await tx.execute(sql`select set_config('session_replication_role', ${role.before}, true)`);
}
