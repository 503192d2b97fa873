import { isDeepStrictEqual } from 'node:util';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { observationSchema, seriesSchema } from '@/lib/series/series';
import type { Database } from '../client';
import { readSeries, writeSeries } from '../series';
import { series } from '../schema-series';
import { readSeedJson } from './seed-files';

const seedSchema = z.array(seriesSchema.extend({ observations: z.array(observationSchema) }));

/** The series that come with the product. Throws where one does not fit its schema. */
export const readSeedSeries = (file: unknown = readSeedJson('series.json')): z.output<typeof seedSchema> =>
  seedSchema.parse(file);

/** Any number of its own, as in seed.ts. */
const LOCK = 7_206_003;

/**
 * Brings the series that come with the product into the database: those that are new, and those that have changed here and
 * that nobody has touched there. Returns the keys of what it wrote; a second run writes nothing.
 */
export async function seedSeries(db: Database, list = readSeedSeries()): Promise<string[]> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
    const touched = new Map(
      (await tx.select({ key: series.key, by: series.updatedBy }).from(series)).map(({ key, by }) => [
        key,
        by,
      ]),
    );
    const written: string[] = [];
    for (const { observations, ...given } of list) {
      if (touched.get(given.key)) continue;
      const stored = await readSeries(tx, given.key);
      const { updatedAt: _at, ...held } = stored ?? { updatedAt: '' };
      const byTime = [...observations].sort((a, b) =>
        a.endsOn === b.endsOn ? (a.startsOn < b.startsOn ? -1 : 1) : a.endsOn < b.endsOn ? -1 : 1,
      );
      if (stored && isDeepStrictEqual(held, { ...given, observations: byTime })) continue;
      await writeSeries(tx, given, byTime, null);
      written.push(given.key);
    }
    return written;
  });
}
