import { today, type Day } from '@/lib/days';
import { evaluateInTurns, type Reading } from '@/lib/indicators/evaluate';
import type { Database } from './client';
import { heldFor } from './held';
import { readRevision } from './index-feed';
import { indicatorCounts } from './indicator-counts';
import { listIndicators, readIndicator, type StoredIndicator } from './indicators';

/** An indicator with what it says of each period, oldest first. */
export interface WatchedIndicator {
  indicator: StoredIndicator;
  readings: Reading[];
}

interface Held {
  revision: number;
  /** A period may end with a day, and no write. */
  day: Day;
  bySlug: Map<string, Promise<Reading[]>>;
}
const held = heldFor<Held>('indicator-readings');

/** Readings at a revision, computed once for each state of the record and each day: today, or one on which it was known so. */
export async function readingsAt(
  db: Database,
  indicator: StoredIndicator,
  revision: number,
  day: Day = today(),
): Promise<Reading[]> {
  const known = held.get(db);
  const now =
    known?.revision === revision && known.day === day
      ? known
      : { revision, day, bySlug: new Map<string, Promise<Reading[]>>() };
  held.set(db, now);
  const made =
    now.bySlug.get(indicator.slug) ??
    indicatorCounts(db, indicator, day).then((counts) => evaluateInTurns(counts, indicator));
  now.bySlug.set(indicator.slug, made);
  // A failure is not kept: the next request tries again.
  made.catch(() => now.bySlug.delete(indicator.slug));
  return made;
}

/** Every watched indicator with its readings, as known today or on the day asked about. */
export async function readWatched(db: Database, asOf: Day | null = null): Promise<WatchedIndicator[]> {
  const revision = await readRevision(db);
  const all = await listIndicators(db);
  const readings = await Promise.all(
    all.map((indicator) => readingsAt(db, indicator, revision, asOf ?? undefined)),
  );
  return all.map((indicator, i) => ({ indicator, readings: readings[i]! }));
}

/** One indicator with its readings, as known today or on the day asked about; null where there is none of this slug. */
export async function readWatchedOne(
  db: Database,
  slug: string,
  asOf: Day | null = null,
): Promise<WatchedIndicator | null> {
  const revision = await readRevision(db);
  const indicator = await readIndicator(db, slug);
  return indicator && { indicator, readings: await readingsAt(db, indicator, revision, asOf ?? undefined) };
}
