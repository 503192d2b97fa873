import { asc, gt, sql } from 'drizzle-orm';
import type { Day } from '@/lib/days';
import type { EventInput } from '@/lib/event';
import { sinceKind, type KnownOn, type SinceKind, type ThenAndNow } from '@/lib/known-since';
import type { Database } from './client';
import { readRevision } from './index-feed';
import { revisionAt } from './known-record';
import { dayOfInstant } from './london-days';
import { eventChanges } from './schema';

/** Changed events that are looked through. Above this many no one reads them one by one. */
export const MOST_CHANGED = 2_000;

/** An event that readers see otherwise than at the end of the day that was asked about. */
export interface ChangedSince extends ThenAndNow {
  id: number;
  kind: SinceKind;
  /** The instant of its last change. */
  at: string;
}

interface Row {
  [column: string]: unknown;
  id: number;
  before: EventInput | null;
  after: EventInput;
  at: string;
}

/** Every event that changed after a revision, as it stood then and as its last change left it; null where they are too many. */
async function changedAfter(db: Database, revision: number): Promise<ChangedSince[] | null> {
  const later = await db
    .selectDistinct({ id: eventChanges.eventId })
    .from(eventChanges)
    .where(gt(eventChanges.revision, revision))
    .limit(MOST_CHANGED + 1);
  if (later.length > MOST_CHANGED) return null;
  const ids = `{${later.map(({ id }) => id).join(',')}}`;
  const rows = await db.execute<Row>(sql`
    select changed.id, before.snapshot as before, after.snapshot as after, after.changed_at as at
    from unnest(${ids}::int[]) as changed (id)
    cross join lateral (select snapshot, changed_at from event_changes
      where event_id = changed.id order by version desc limit 1) after
    left join lateral (select snapshot from event_changes
      where event_id = changed.id and revision <= ${revision} order by version desc limit 1) before on true
    order by after.changed_at desc, changed.id desc`);
  return rows.flatMap(({ id, before, after, at }) => {
    const kind = sinceKind({ before, after });
    return kind ? [{ id, before, after, at, kind }] : [];
  });
}

const held = new WeakMap<Database, { key: string; changed: Promise<ChangedSince[] | null> }>();

/** What readers see otherwise than at the end of a day in London, newest change first; null where it is too much to list. */
export async function changedSince(db: Database, day: Day): Promise<ChangedSince[] | null> {
  const [then, now] = await Promise.all([revisionAt(db, day), readRevision(db)]);
  const key = `${then}..${now}`;
  const known = held.get(db);
  if (known?.key === key) return known.changed;
  const changed = changedAfter(db, then);
  held.set(db, { key, changed });
  // A failure is not kept: the next request tries again.
  changed.catch(() => held.delete(db));
  return changed;
}

/** What the notice says of a past day of knowledge. */
export async function readKnownOn(db: Database, day: Day): Promise<KnownOn> {
  const first = db
    .select({ day: dayOfInstant(eventChanges.changedAt) })
    .from(eventChanges)
    .orderBy(asc(eventChanges.changedAt))
    .limit(1);
  const [changed, [began]] = await Promise.all([changedSince(db, day), first]);
  const count = (kind: SinceKind): number => changed!.filter((one) => one.kind === kind).length;
  return {
    day,
    began: began?.day ?? null,
    since: changed && { added: count('added'), changed: count('changed'), withdrawn: count('withdrawn') },
  };
}
