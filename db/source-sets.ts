import { asc, eq, sql } from 'drizzle-orm';
import type { Writer } from '@/lib/author';
import type { SourceSet } from '@/lib/source-sets';
import { writeAudit } from './audit';
import type { Connection } from './client';
import { sourceSets } from './schema';

/** Every source set, in order of its number. */
export async function readSourceSets(db: Connection): Promise<SourceSet[]> {
  return db.select().from(sourceSets).orderBy(asc(sourceSets.number));
}

/** The set with this key; there is one for every event. */
export async function readSourceSet(db: Connection, key: string): Promise<SourceSet> {
  const [row] = await db.select().from(sourceSets).where(eq(sourceSets.key, key));
  return row!;
}

/** Numbers below are for sets that come with the product, of this version or of one to come. */
const FIRST_OWN = 64;

type NewSet = Omit<SourceSet, 'number' | 'reference'>;

/** Makes a set where there is none with its key yet: true where it did. Throws where the numbers have run out. */
export async function ensureSourceSet(db: Connection, set: NewSet): Promise<boolean> {
  const number = sql<number>`(select greatest(max(${sourceSets.number}) + 1, ${FIRST_OWN}) from ${sourceSets})`;
  const made = await db
    .insert(sourceSets)
    .values({ ...set, number, reference: false })
    .onConflictDoNothing({ target: sourceSets.key })
    .returning({ key: sourceSets.key });
  return made.length > 0;
}

/** As ensureSourceSet, on behalf of somebody: with an entry of the audit trail where a set was made. */
export async function makeSourceSet(db: Connection, set: NewSet, by: Writer): Promise<void> {
  await db.transaction(async (tx) => {
    if (await ensureSourceSet(tx, set))
      await writeAudit(tx, { action: 'set.create', by, subject: `set:${set.key}`, after: set });
  });
}
