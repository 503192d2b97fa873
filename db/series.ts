import { asc, eq, getTableColumns, sql } from 'drizzle-orm';
import { writerId, type Writer } from '@/lib/author';
import { changedFields } from '@/lib/changed-fields';
import type { Observation, Series } from '@/lib/series/series';
import { writeAudit } from './audit';
import type { Connection, Database } from './client';
import { nextRevision } from './revision';
import { observations, series, seriesChanges, type SeriesSnapshot } from './schema-series';

const { series: _series, ...observationColumns } = getTableColumns(observations);
const { updatedAt, updatedBy: _by, ...seriesColumns } = getTableColumns(series);

/** A series as stored, with its numbers in order of time. */
export interface StoredSeries extends Series {
  updatedAt: string;
  observations: Observation[];
}

/** Every series with how many numbers it has and the days they span, by title. */
export async function listSeries(db: Database) {
  // Apart, since a view of a past day has no key to group by.
  const spans = db
    .select({
      series: observations.series,
      count: sql<number>`count(*)::int`.as('count'),
      from: sql<string | null>`min(${observations.startsOn})`.as('from'),
      to: sql<string | null>`max(${observations.endsOn})`.as('to'),
    })
    .from(observations)
    .groupBy(observations.series)
    .as('spans');
  return db
    .select({
      ...seriesColumns,
      count: sql<number>`coalesce(${spans.count}, 0)`,
      from: spans.from,
      to: spans.to,
    })
    .from(series)
    .leftJoin(spans, eq(spans.series, series.key))
    .orderBy(asc(series.title), asc(series.key));
}

/** The series with this key and all its numbers; null where there is none. */
export async function readSeries(db: Connection, key: string): Promise<StoredSeries | null> {
  const [row] = await db
    .select({ ...seriesColumns, updatedAt })
    .from(series)
    .where(eq(series.key, key));
  if (!row) return null;
  const rows = await db
    .select(observationColumns)
    .from(observations)
    .where(eq(observations.series, key))
    .orderBy(asc(observations.endsOn), asc(observations.startsOn));
  return { ...row, observations: rows as Observation[] };
}

/** Keeps how a series stands from this revision on; null where it is gone. */
async function keepSeries(
  tx: Connection,
  given: { key: string; revision: number; by: Writer },
  snapshot: SeriesSnapshot | null,
): Promise<void> {
  const { key, revision, by } = given;
  await tx.insert(seriesChanges).values({ revision, series: key, snapshot, changedBy: writerId(by) });
}

async function auditSeries(
  tx: Connection,
  by: Writer,
  revision: number,
  before: StoredSeries | null,
  after: Series & { observations: Observation[] },
): Promise<void> {
  const subject = `series:${after.key}`;
  if (!before) return writeAudit(tx, { action: 'series.create', by, subject, revision, after });
  const { updatedAt: _at, ...old } = before;
  await writeAudit(tx, { action: 'series.update', by, subject, revision, ...changedFields(old, after) });
}

/** Over what a series is written: over anything, only where there is none yet, or only over the state that was seen. */
type Over = 'any' | 'new' | { seen: string };

/**
 * Writes a series and all its numbers, in place of those that were there, as one revision. `by` is null for what comes with
 * the product. False, with nothing written, where `over` does not hold: the key is taken, or someone has saved since.
 */
export async function writeSeries(
  db: Connection,
  given: Series,
  numbers: readonly Observation[],
  by: Writer,
  over: Over = 'any',
): Promise<boolean> {
  return db.transaction(async (tx) => {
    // Pages show series: their state has another name from now on.
    const revision = await nextRevision(tx);
    const before = await readSeries(tx, given.key);
    const row = { ...given, updatedBy: writerId(by), updatedAt: sql`now()` };
    const written =
      over === 'new'
        ? await tx.insert(series).values(row).onConflictDoNothing().returning({ key: series.key })
        : await tx
            .insert(series)
            .values(row)
            .onConflictDoUpdate({
              target: series.key,
              set: row,
              setWhere: over === 'any' ? undefined : sql`${series.updatedAt}::text = ${over.seen}`,
            })
            .returning({ key: series.key });
    if (written.length === 0) return false;
    await tx.delete(observations).where(eq(observations.series, given.key));
    if (numbers.length > 0)
      await tx.insert(observations).values(numbers.map((number) => ({ ...number, series: given.key })));
    const after = { ...given, observations: [...numbers] };
    await keepSeries(tx, { key: given.key, revision, by }, after);
    await auditSeries(tx, by, revision, before, after);
    return true;
  });
}

/** Takes a series and its numbers away; false where there was none. */
export async function deleteSeries(db: Database, key: string, by: Writer): Promise<boolean> {
  return db.transaction(async (tx) => {
    const revision = await nextRevision(tx);
    const before = await readSeries(tx, key);
    const gone = await tx.delete(series).where(eq(series.key, key)).returning({ key: series.key });
    if (before) {
      await keepSeries(tx, { key, revision, by }, null);
      await writeAudit(tx, { action: 'series.delete', by, subject: `series:${key}`, revision, before });
    }
    return gone.length > 0;
  });
}
