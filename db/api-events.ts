import { createHash } from 'node:crypto';
import { and, eq, lt, sql } from 'drizzle-orm';
import type { Writer } from '@/lib/author';
import { countFacets } from '@/lib/count-facets';
import { dayFromNumber } from '@/lib/days';
import type { EventInput, EventRecord } from '@/lib/event';
import type { Cursor, Sort } from '@/lib/event-sort';
import type { Filters } from '@/lib/filters';
import { passingPage } from '@/lib/passing-page';
import type { Database } from './client';
import { readEvent, readEvents } from './event-record';
import { createEvents } from './event-writes';
import { currentIndex } from './index-feed';
import { matchingIds } from './matching-ids';
import { apiRequests } from './schema-api';

/** A page of whole published events, how many pass in all, and where the next page begins. */
export async function listRecords(
  db: Database,
  filters: Filters,
  { sort, after, limit }: { sort: Sort; after: Cursor | null; limit: number },
): Promise<{ records: EventRecord[]; next: Cursor | null; total: number }> {
  const [{ index }, ids] = await Promise.all([currentIndex(db), matchingIds(db, filters)]);
  const found = passingPage(index, filters, ids, { sort, after, limit: limit + 1 });
  const page = found.slice(0, limit);
  const records = await readEvents(
    db,
    page.map(({ id }) => id),
  );
  const last = found.length > limit ? page.at(-1) : undefined;
  return {
    // One that was archived since the index was read is not public any more.
    records: records.filter(({ status }) => status === 'published'),
    next: last ? { key: last.key, day: dayFromNumber(last.day), id: last.id } : null,
    total: countFacets(index, filters, { ids }).total,
  };
}

/** A request that may be sent again: whose it is, what the program calls it, and a text that is its whole meaning. */
export interface NamedRequest {
  keyId: string;
  name: string;
  meaning: string;
}

/** How long a request is remembered, in hours. */
const REMEMBERED = 24;

/**
 * Puts in an event once, however often and however many at once the request comes: the first makes it, the others wait
 * for that and get the event as it was then. `other` where the name was used with another body.
 */
export async function createOnce(
  db: Database,
  { keyId, name, meaning }: NamedRequest,
  event: EventInput,
  by: Writer,
): Promise<{ record: EventRecord; again: boolean } | 'other'> {
  const bodyHash = createHash('sha256').update(meaning).digest('hex');
  const which = and(eq(apiRequests.keyId, keyId), eq(apiRequests.name, name));
  return db.transaction(async (tx) => {
    await tx
      .delete(apiRequests)
      .where(lt(apiRequests.madeAt, sql`now() - make_interval(hours => ${REMEMBERED})`));
    const taken = await tx
      .insert(apiRequests)
      .values({ keyId, name, bodyHash })
      .onConflictDoNothing()
      .returning();
    if (taken.length === 0) {
      const [before] = await tx.select().from(apiRequests).where(which);
      return before?.bodyHash === bodyHash ? { record: before.answer as EventRecord, again: true } : 'other';
    }
    const [slug] = await createEvents(tx, [event], by);
    const record = (await readEvent(tx, slug!))!;
    await tx.update(apiRequests).set({ answer: record }).where(which);
    return { record, again: false };
  });
}
