import { isDeepStrictEqual } from 'node:util';
import { and, eq, sql } from 'drizzle-orm';
import type { EventInput } from '@/lib/event';
import { countOf } from '@/lib/numbers';
import type { Connection, Database } from '../client';
import { createEvents, setArchived, updateEvent } from '../event-writes';
import * as schema from '../schema';
import { SEED_SCHEME } from './coded-event';
import { syncReferenceTables } from './reference-tables';
import { readSeedEvents } from './seed-files';

/** What seeding did. Slugs of what it left alone, since a person has to look at these. */
export interface SeedReport {
  added: number;
  updated: number;
  unchanged: number;
  /** Gone from the corpus, and archived here. */
  withdrawn: number;
  /** Changed or withdrawn in the corpus, but edited here since: left as they are. */
  kept: string[];
}

interface Stored {
  id: string;
  slug: string;
  version: number;
  status: EventInput['status'];
  /** The event as the seed last wrote it. */
  written: EventInput;
  /** Whether a person has written to it since. */
  touched: boolean;
}

/** The events that the seed has put in, by their identifier in it. */
async function storedEvents(db: Connection): Promise<Map<string, Stored>> {
  const { events, eventExternalIds: ids, eventChanges: changes } = schema;
  const rows = await db
    .select({
      id: ids.value,
      slug: events.slug,
      version: events.version,
      status: events.status,
      written: sql<EventInput>`(select ${changes.snapshot} from ${changes}
        where ${changes.eventId} = ${events.id} and ${changes.changedBy} is null order by ${changes.version} desc limit 1)`,
      touched: sql<boolean>`exists (select from ${changes}
        where ${changes.eventId} = ${events.id} and ${changes.changedBy} is not null)`,
    })
    .from(ids)
    .innerJoin(events, eq(events.id, ids.eventId))
    .where(and(eq(ids.scheme, SEED_SCHEME)));
  return new Map(rows.map((row) => [row.id, row]));
}

/** True where the seed wrote just this; snapshots have been through JSON, and a slug may have got a number. */
const same = (written: EventInput, event: EventInput): boolean =>
  isDeepStrictEqual(
    JSON.parse(JSON.stringify({ ...written, slug: '' })),
    JSON.parse(JSON.stringify({ ...event, slug: '' })),
  );

/** Any number of its own: of instances that start on one database, one seeds and the others wait for it. */
const LOCK = 7_206_002;

/**
 * Brings the corpus and the reference sets into the database: all of them into an empty one; into another what is new,
 * and what has changed in the corpus and nobody has touched here. What people have edited or archived is never written
 * over. In one transaction; a second run changes nothing.
 */
export async function seedDatabase(db: Database, events = readSeedEvents()): Promise<SeedReport> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
    // Under the lock too: two instances that write the same rows at once wait for each other.
    await syncReferenceTables(tx);
    const stored = await storedEvents(tx);
    const report: SeedReport = { added: 0, updated: 0, unchanged: 0, withdrawn: 0, kept: [] };
    const fresh = events.filter(({ slug }) => !stored.has(slug));
    if (fresh.length > 0) await createEvents(tx, fresh, null);
    report.added = fresh.length;
    for (const event of events) {
      const found = stored.get(event.slug);
      stored.delete(event.slug);
      if (!found) continue;
      if (same(found.written, event)) report.unchanged++;
      else if (found.touched) report.kept.push(found.slug);
      else {
        await updateEvent(tx, found.slug, found.version, event, null);
        report.updated++;
      }
    }
    // What is left was of an earlier corpus.
    for (const { slug, version, status, touched } of stored.values()) {
      if (status === 'archived') continue;
      if (touched) report.kept.push(slug);
      else {
        await setArchived(tx, slug, version, true, null);
        report.withdrawn++;
      }
    }
    return report;
  });
}

/** The report in words, for the start command; null where there is nothing to say. */
export function seedWords({ added, updated, unchanged, withdrawn, kept }: SeedReport): string | null {
  if (added + updated + withdrawn + kept.length === 0) return null;
  if (added > 0 && unchanged + updated + withdrawn + kept.length === 0)
    return `Put ${countOf(added, 'event')} into the empty database.`;
  const parts = [
    [added, 'new'],
    [updated, 'corrected'],
    [withdrawn, 'withdrawn'],
  ] as const;
  const done = parts.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : []));
  const left =
    kept.length > 0 ? `${countOf(kept.length, 'event')} left as edited here (${kept.join(', ')})` : '';
  return `Brought the corpus up to date: ${[done.join(', '), left].filter(Boolean).join('; ')}.`;
}
