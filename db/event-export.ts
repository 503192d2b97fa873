import { asc, count, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type {
  EventPart,
  EventParts,
  ExportContext,
  ExportEvent,
  ExportEvents,
} from '@/lib/export/export-event';
import type { Filters } from '@/lib/filters';
import { markings } from '@/lib/vocabulary';
import { readArticles } from './articles';
import type { Database, Transaction } from './client';
import { readDataset } from './dataset';
import { readParts } from './event-parts';
import { readEvents } from './event-record';
import { lockdownBands } from './events';
import { assertRecord } from './known-record';
import { events } from './schema';
import { openSnapshot } from './snapshot';
import { readSourceSets } from './source-sets';
import { whereFilters } from './where';

/** What the record says of the events of one question: how many, and on whose terms. */
export type ExportHead = Pick<
  ExportContext,
  'total' | 'revision' | 'changedOn' | 'sets' | 'articles' | 'lockdowns'
> & {
  /** The highest marking among the events; null where there are none. */
  marking: (typeof markings)[number] | null;
};

/** The answer to one question at one revision. */
export interface EventExport {
  head: ExportHead;
  /** Every event by date, with all that belongs to it. May be gone through more than once. */
  events: ExportEvents;
  /** Must be called when no more is read. */
  close(): Promise<void>;
}

/** Events that are read at once: enough that the reading costs little, few enough that they cost little memory. */
const BATCH = 1000;

/** Everything but the events themselves, for files and for what says beforehand how large they will be. */
export async function readHead(tx: Transaction, filters: Filters): Promise<ExportHead> {
  const [groups, dataset, sets, works, lockdowns] = await Promise.all([
    tx
      .select({ set: events.sourceSet, marking: events.marking, total: count() })
      .from(events)
      .where(whereFilters(filters))
      .groupBy(events.sourceSet, events.marking),
    readDataset(tx),
    readSourceSets(tx),
    readArticles(tx),
    lockdownBands(tx, filters),
  ]);
  return {
    ...dataset,
    total: groups.reduce((sum, group) => sum + group.total, 0),
    marking: markings.findLast((marking) => groups.some((group) => group.marking === marking)) ?? null,
    sets: sets.filter(({ key }) => groups.some(({ set }) => set === key)),
    articles: works,
    lockdowns,
  };
}

/** What the cursor says of an event, and what is read of many of them at once. */
interface Reading<Row, Read> {
  columns: { [Key in keyof Row]: PgColumn };
  read(rows: Row[]): Promise<Read[]>;
}

/** Goes through the passing events once, by a cursor of the server: the whole answer costs one sort, not one a page. */
async function* readByCursor<Row extends Record<string, unknown>, Read>(
  tx: Transaction,
  filters: Filters,
  name: string,
  { columns, read }: Reading<Row, Read>,
): AsyncGenerator<Read> {
  const passing = tx
    .select(columns)
    .from(events)
    .where(whereFilters(filters))
    .orderBy(asc(events.startsOn), asc(events.id));
  const cursor = sql.identifier(name);
  // All rows will be asked for, not only the first ones.
  await tx.execute(sql`set local cursor_tuple_fraction = 1`);
  await tx.execute(sql`declare ${cursor} no scroll cursor for ${passing}`);
  const fetchBatch = async (): Promise<Read[]> =>
    read([...(await tx.execute(sql`fetch ${sql.raw(String(BATCH))} from ${cursor}`))] as Row[]);
  let coming = fetchBatch();
  try {
    for (let batch = await coming; batch.length > 0; batch = await coming) {
      // Read while this one is written. A failure is told when it is waited for.
      coming = fetchBatch();
      coming.catch(() => {});
      // Not `yield*`, which would wait for each of them twice.
      for (const one of batch) yield one;
    }
  } finally {
    await coming.catch(() => {});
    // Where the connection is lost there is no cursor to close.
    await tx.execute(sql`close ${cursor}`).catch(() => {});
  }
}

const whole = (tx: Transaction, parts?: readonly EventPart[]): Reading<{ id: number }, ExportEvent> => ({
  columns: { id: events.id },
  read: (rows) =>
    readEvents(
      tx,
      rows.map(({ id }) => id),
      parts,
    ),
});

const partsAlone = (
  tx: Transaction,
  parts: readonly EventPart[],
): Reading<{ id: number; slug: string }, EventParts> => ({
  columns: { id: events.id, slug: events.slug },
  async read(rows) {
    const ids = rows.map(({ id }) => id);
    const belongings = await readParts(tx, ids, 'published', parts);
    return rows.map(({ id, slug }) => Object.assign({ slug }, belongings.get(id)));
  },
});

/**
 * Opens the answer to one question as it stands now: every part of it is read in one snapshot, whatever is written
 * meanwhile, and no more of it than is taken is ever in memory.
 */
export async function openExport(db: Database, filters: Filters): Promise<EventExport> {
  assertRecord(db, filters);
  const { tx, close } = await openSnapshot(db);
  let passes = 0;
  const pass = <Row extends Record<string, unknown>, Read>(reading: Reading<Row, Read>) =>
    readByCursor(tx, filters, `export_${(passes += 1)}`, reading);
  try {
    const head = await readHead(tx, filters);
    return {
      head,
      close,
      events: {
        [Symbol.asyncIterator]: () => pass(whole(tx)),
        only: (parts) => pass(whole(tx, parts)),
        partsAlone: (parts) => pass(partsAlone(tx, parts)),
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
