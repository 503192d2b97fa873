import { asc, eq, getTableColumns, sql } from 'drizzle-orm';
import { writerId, type Writer } from '@/lib/author';
import { changedFields } from '@/lib/changed-fields';
import type { Indicator } from '@/lib/indicators/indicator';
import { writeAudit } from './audit';
import type { Connection, Database } from './client';
import { nextRevision } from './revision';
import { indicators } from './schema-indicators';

const { updatedBy: _by, ...columns } = getTableColumns(indicators);

/** An indicator as stored. */
export interface StoredIndicator extends Indicator {
  position: number;
  retired: boolean;
  updatedAt: string;
}

/** The indicators that are watched, by pillar and in their order; with the retired ones where asked. */
export async function listIndicators(db: Connection, retired = false): Promise<StoredIndicator[]> {
  return db
    .select(columns)
    .from(indicators)
    .where(retired ? undefined : eq(indicators.retired, false))
    .orderBy(asc(indicators.pillar), asc(indicators.position), asc(indicators.slug));
}

/** The indicator with this slug, retired or not; null where there is none. */
export async function readIndicator(db: Connection, slug: string): Promise<StoredIndicator | null> {
  const [row] = await db.select(columns).from(indicators).where(eq(indicators.slug, slug));
  return row ?? null;
}

/** Over what an indicator is written: over anything, only where there is none yet, or only over the state that was seen. */
type Over = 'any' | 'new' | { seen: string };

/**
 * Writes an indicator as one revision; `by` is null for what comes with the product. False, with nothing written, where
 * `over` does not hold: the slug is taken, or someone has saved since.
 */
export async function writeIndicator(
  db: Connection,
  given: Indicator & { position: number; retired: boolean },
  by: Writer,
  over: Over = 'any',
): Promise<boolean> {
  return db.transaction(async (tx) => {
    // Pages show indicators: their state has another name from now on.
    const revision = await nextRevision(tx);
    const before = await readIndicator(tx, given.slug);
    const row = { ...given, updatedBy: writerId(by), updatedAt: sql`now()` };
    const insert = tx.insert(indicators).values(row);
    const written =
      over === 'new'
        ? await insert.onConflictDoNothing().returning({ slug: indicators.slug })
        : await insert
            .onConflictDoUpdate({
              target: indicators.slug,
              set: row,
              setWhere: over === 'any' ? undefined : sql`${indicators.updatedAt}::text = ${over.seen}`,
            })
            .returning({ slug: indicators.slug });
    if (written.length === 0) return false;
    const fields = before ? changedFields(withoutStamp(before), given) : { after: given };
    const action = before ? 'indicator.update' : 'indicator.create';
    await writeAudit(tx, { action, by, subject: `indicator:${given.slug}`, revision, ...fields });
    return true;
  });
}

/** The place of a new indicator: after the others of its pillar. */
export async function nextPosition(db: Connection, pillar: Indicator['pillar']): Promise<number> {
  const [row] = await db
    .select({ next: sql<number>`(coalesce(max(${indicators.position}), -1) + 1)::int` })
    .from(indicators)
    .where(eq(indicators.pillar, pillar));
  return row!.next;
}

const withoutStamp = ({ updatedAt: _at, ...rest }: StoredIndicator) => rest;

/** The slugs that a person has changed. */
export async function touchedIndicators(db: Database | Connection): Promise<Set<string>> {
  const rows = await db
    .select({ slug: indicators.slug })
    .from(indicators)
    .where(sql`${indicators.updatedBy} is not null`);
  return new Set(rows.map(({ slug }) => slug));
}
