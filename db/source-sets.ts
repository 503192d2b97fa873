import { asc, eq } from 'drizzle-orm';
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
