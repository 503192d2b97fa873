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
