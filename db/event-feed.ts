import { and, desc, sql } from 'drizzle-orm';
import type { ExportEvent } from '@/lib/export/export-event';
import type { FeedCursor } from '@/lib/export/feed-cursor';
import type { Filters } from '@/lib/filters';
import type { Database, Transaction } from './client';
import { readHead, type EventExport } from './event-export';
import { ofEvents } from './event-parts';
import { readEvents } from './event-record';
import { assertRecord } from './known-record';
import { eventChanges, events } from './schema';
import { openSnapshot } from './snapshot';
import { whereFilters } from './where';

/** Entries on a page of a feed. */
const PAGE = 50;

const micros = sql<string>`(extract(epoch from ${events.updatedAt}) * 1000000)::bigint::text`;

async function newestChanged(tx: Transaction, filters: Filters, after: FeedCursor | null) {
  const before = after
    ? sql`(${events.updatedAt}, ${events.id}) < (timestamptz 'epoch' + ${after.micros}::bigint * interval '1 microsecond', ${after.id}::int)`
    : undefined;
  return tx
    .select({ id: events.id, micros })
    .from(events)
    .where(and(whereFilters(filters), before))
    .orderBy(desc(events.updatedAt), desc(events.id))
    .limit(PAGE + 1);
}

/**
 * When each event was first published, and when last something of it changed that its readers are shown: tags, numbers
 * elsewhere and links are no such thing, nor is a save that changes nothing.
 */
async function changeTimes(tx: Transaction, ids: readonly number[]) {
  const shown = sql`${eventChanges.snapshot} - '{tags,externalIds,links}'::text[]`;
  const changes = tx
    .select({
      id: eventChanges.eventId,
      at: eventChanges.changedAt,
      shown: sql`${shown}`.as('shown'),
      before:
        sql`lag(${shown}) over (partition by ${eventChanges.eventId} order by ${eventChanges.version})`.as(
          'before',
        ),
    })
    .from(eventChanges)
    .where(ofEvents(eventChanges.eventId, ids))
    .as('changes');
  const rows = await tx
    .select({
      id: changes.id,
      publishedAt: sql<
        string | null
      >`min(${changes.at}) filter (where ${changes.shown} ->> 'status' = 'published')`,
      updatedAt: sql<string>`max(${changes.at}) filter (where ${changes.before} is distinct from ${changes.shown})`,
    })
    .from(changes)
    .groupBy(changes.id);
  return new Map(rows.map((row) => [row.id, row]));
}

async function readEntries(tx: Transaction, ids: readonly number[]): Promise<ExportEvent[]> {
  const [records, times] = await Promise.all([readEvents(tx, ids), changeTimes(tx, ids)]);
  return records.map((event) => {
    const time = times.get(event.id);
    return {
      ...event,
      updatedAt: time?.updatedAt ?? event.updatedAt,
      publishedAt: time?.publishedAt ?? event.createdAt,
    };
  });
}

async function* listed(entries: readonly ExportEvent[]): AsyncGenerator<ExportEvent> {
  yield* entries;
}

/** A page of a feed. */
export interface FeedPage extends Pick<EventExport, 'head' | 'events'> {
  /** The last change among its entries; null where it has none. */
  updatedAt: string | null;
  /** Where the next page begins; null on the last. */
  next: FeedCursor | null;
}

/** One page of the events that pass by their last change, newest first, and where the next page begins. */
export async function readFeed(db: Database, filters: Filters, after: FeedCursor | null): Promise<FeedPage> {
  assertRecord(db, filters);
  const { tx, close } = await openSnapshot(db);
  try {
    const [head, found] = await Promise.all([readHead(tx, filters), newestChanged(tx, filters, after)]);
    const shown = found.slice(0, PAGE);
    const entries = await readEntries(
      tx,
      shown.map(({ id }) => id),
    );
    const last = found.length > PAGE ? shown.at(-1)! : null;
    const times = entries.map(({ updatedAt }) => new Date(updatedAt).toISOString()).sort();
    return {
      head,
      events: { [Symbol.asyncIterator]: () => listed(entries) },
      updatedAt: times.at(-1) ?? null,
      next: last && { micros: last.micros, id: last.id },
    };
  } finally {
    await close();
  }
}
