import { sql } from 'drizzle-orm';
import type { Transaction } from './client';
import { dataset } from './schema';

/** Where each write tells those who listen, once it is committed. */
export const CHANGES_CHANNEL = 'pillarwatch_changes';

/**
 * Raises the dataset's revision. It is the first statement of every write to the record: its row lock puts writers in line,
 * so that revisions become visible in their order and a reader that has seen revision n has seen all before it.
 */
export async function nextRevision(tx: Transaction): Promise<number> {
  const rows = await tx
    .insert(dataset)
    .values({ revision: 1 })
    .onConflictDoUpdate({ target: dataset.only, set: { revision: sql`${dataset.revision} + 1` } })
    .returning({
      revision: dataset.revision,
      told: sql`pg_notify(${CHANGES_CHANNEL}, ${dataset.revision}::text)`,
    });
  return rows[0]!.revision;
}

/**
 * The dataset's revision as it stands until this transaction ends: writers wait in line behind it. For a write that may
 * turn out to have nothing to write; 0 where nothing was ever written.
 */
export async function lockedRevision(tx: Transaction): Promise<number> {
  await tx.insert(dataset).values({ revision: 0 }).onConflictDoNothing();
  const [found] = await tx.select({ revision: dataset.revision }).from(dataset).for('update');
  return found!.revision;
}
