import { asc, eq, sql } from 'drizzle-orm';
import type { SourceSet } from '@/lib/source-sets';
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

/** Makes a set where there is none with its key yet. Throws where the numbers have run out. */
export async function ensureSourceSet(
  db: Connection,
  set: Omit<SourceSet, 'number' | 'reference'>,
): Promise<void> {
  const number = sql<number>`(select greatest(max(${sourceSets.number}) + 1, ${FIRST_OWN}) from ${sourceSets})`;
  await db
    .insert(sourceSets)
    .values({ ...set, number, reference: false })
    .onConflictDoNothing({ target: sourceSets.key });
}
