import { and, eq, gt, sql } from 'drizzle-orm';
import type { Filters } from '@/lib/filters';
import { log } from '@/lib/log';
import type { Database } from './client';
import { CHANGES_CHANNEL } from './revision';
import { eventChanges, events } from './schema';
import { whereFilters } from './where';

/** What has happened to the events of a question since a revision. */
export interface Changes {
  revision: number;
  /** Events that are new, and events that were changed, among those that pass now. */
  created: number;
  changed: number;
}

/** Counts what has happened since `since` to the events that pass the filters now. */
export async function changesSince(
  db: Database,
  filters: Filters,
  since: number,
): Promise<Omit<Changes, 'revision'>> {
  const isNew = sql`exists (select from event_changes c where c.event_id = ${events.id}
    and c.revision > ${since} and c.kind = 'create')`;
  const [row] = await db
    .select({
      created: sql<number>`(count(distinct ${events.id}) filter (where ${isNew}))::int`,
      changed: sql<number>`(count(distinct ${events.id}) filter (where not ${isNew}))::int`,
    })
    .from(eventChanges)
    .innerJoin(events, eq(events.id, eventChanges.eventId))
    .where(and(gt(eventChanges.revision, since), whereFilters(filters)));
  return row!;
}

type Listener = () => void;
// Next's dev server evaluates modules anew on each change; the connection must outlive that.
const kept = globalThis as { pillarwatchListeners?: Set<Listener> };

/**
 * Calls back after each write to the record, by whatever instance; returns what ends that. One connection listens for the
 * whole process, from the first call on, and takes up again by itself where it was lost.
 */
export function onChange(db: Database, listener: Listener): () => void {
  const { pillarwatchListeners: known } = kept;
  const listeners = known ?? (kept.pillarwatchListeners = new Set<Listener>());
  const tell = (): void => {
    for (const one of listeners) one();
  };
  if (!known)
    // What was written while the connection was lost is told of when it is back.
    db.$client.listen(CHANGES_CHANNEL, tell, tell).catch((error: unknown) => {
      kept.pillarwatchListeners = undefined;
      log.error({ err: error }, 'cannot listen for changes');
    });
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
