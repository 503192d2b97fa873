import { isDeepStrictEqual } from 'node:util';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { indicatorSchema, type Indicator } from '@/lib/indicators/indicator';
import type { Database } from '../client';
import { listIndicators, touchedIndicators, writeIndicator } from '../indicators';
import { readSeedJson } from './seed-files';

/** The indicators that come with the product, in their order. Throws where one does not fit its schema. */
export const readSeedIndicators = (): Indicator[] =>
  z.array(indicatorSchema).parse(readSeedJson('indicators.json'));

/** Any number of its own, as in seed.ts. */
const LOCK = 7_206_004;

/**
 * Brings the indicators that come with the product into the database: those that are new, and those that have changed here
 * and that nobody has touched there. Returns the slugs of what it wrote; a second run writes nothing.
 */
export async function seedIndicators(db: Database, list = readSeedIndicators()): Promise<string[]> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
    const touched = await touchedIndicators(tx);
    const stored = new Map(
      (await listIndicators(tx, true)).map(({ updatedAt: _at, ...one }) => [one.slug, one]),
    );
    const written: string[] = [];
    for (const [position, given] of list.entries()) {
      const row = { ...given, position, retired: false };
      if (touched.has(given.slug) || isDeepStrictEqual(stored.get(given.slug), row)) continue;
      await writeIndicator(tx, row, null);
      written.push(given.slug);
    }
    return written;
  });
}
