import { desc, lt } from 'drizzle-orm';
import type { Day } from '@/lib/days';
import { env } from '@/lib/env';
import type { Filters } from '@/lib/filters';
import { database, openDatabase, type Database } from './client';
import { endOfDay } from './london-days';
import { eventChanges } from './schema';
import { seriesChanges } from './schema-series';

/**
 * The record as it was known on a past day. A pool of its own asks the same questions of views that stand in for the
 * tables of events (schema `known`; the migration that makes them says how), so that no query is written twice and
 * whatever is kept for a database, such as the index, is kept for that state of it too.
 */

/** States of the record that are kept open at once: each may hold an index. Those that were not asked for last go. */
const MOST_STATES = 4;
/** What a question about the past may take before it is given up: it must not hold up the present. */
const LONGEST_MS = 30_000;

interface State {
  revision: number;
  db: Database;
}

// Next's dev server evaluates modules anew on each change; the pools must outlive that.
const kept = globalThis as { pillarwatchStates?: Map<string, State[]> };
/** Of each past state the database of today, where it is known. */
const past = new WeakMap<Database, Database | null>();

/**
 * The last revision of a day in London, of events or of series; 0 where the record had not begun. A change counts by when its
 * writing began.
 */
export async function revisionAt(db: Database, day: Day): Promise<number> {
  const lastOf = (changes: typeof eventChanges | typeof seriesChanges) =>
    db
      .select({ revision: changes.revision })
      .from(changes)
      .where(lt(changes.changedAt, endOfDay(day)))
      .orderBy(desc(changes.changedAt), desc(changes.revision))
      .limit(1);
  const found = await Promise.all([lastOf(eventChanges), lastOf(seriesChanges)]);
  return Math.max(0, ...found.flat().map(({ revision }) => revision));
}

/**
 * The record at a revision of the database at `url`. Connections that are not used close by themselves. `now` is the record
 * of today, whose index spares this one reading everything.
 */
export function recordAtRevision(url: string, revision: number, now: Database | null = null): Database {
  const states = (kept.pillarwatchStates ??= new Map<string, State[]>());
  const known = states.get(url) ?? [];
  const state = known.find((one) => one.revision === revision) ?? {
    revision,
    db: openDatabase(url, 3, {
      idleSeconds: 20,
      settings: {
        search_path: 'known, public',
        'pillarwatch.revision': String(revision),
        default_transaction_read_only: 'on',
        statement_timeout: String(LONGEST_MS),
      },
    }).db,
  };
  past.set(state.db, past.get(state.db) ?? now);
  states.set(url, [state, ...known.filter((one) => one !== state)].slice(0, MOST_STATES));
  return state.db;
}

/** The record that a question is about: as it is now, or as it was known at the end of the day that its filters name. */
export async function recordFor(
  { asOf }: Pick<Filters, 'asOf'>,
  now: Database = database(),
): Promise<Database> {
  if (asOf === null) return now;
  return recordAtRevision(env().DATABASE_URL, await revisionAt(now, asOf), database());
}

/** True of the record as it was known on a past day. */
const isPast = (db: Database): boolean => past.has(db);

/** The record of today that a past state belongs to; null of today's own, and where it is not known. */
export const presentOf = (db: Database): Database | null => past.get(db) ?? null;

/** Throws where a question about a past day is put to the record of today: its answer would be shown as what it is not. */
export function assertRecord(db: Database, { asOf }: Pick<Filters, 'asOf'>): void {
  if (asOf !== null && !isPast(db)) throw new Error(`Asked as known on ${asOf}, but of the record of today`);
}
