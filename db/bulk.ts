import { and, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import type { Author } from '@/lib/author';
import { BULK_MOST, bulkPlan, bulkWords, type BulkChange, type BulkPlan } from '@/lib/bulk-change';
import type { EventRecord } from '@/lib/event';
import type { Mover } from '@/lib/workflow';
import { writeAudit } from './audit';
import type { Connection, Transaction } from './client';
import { readParts } from './event-parts';
import { inputOf } from './event-record';
import { eventColumns } from './event-writes';
import { nextRevision } from './revision';
import { eventChanges, events } from './schema';
import { eventProposals } from './schema-desk';

const { createdBy: _by, updatedBy: _updatedBy, ...columns } = getTableColumns(events);

/** Whole events of whatever status, in the order of the slugs; those that are not there are left out. */
async function readBySlugs(db: Connection, slugs: readonly string[]): Promise<EventRecord[]> {
  const wanted = slugs.slice(0, BULK_MOST);
  if (wanted.length === 0) return [];
  const rows = await db.select(columns).from(events).where(inArray(events.slug, wanted));
  const ids = rows.map((row) => row.id);
  const parts = await readParts(db, ids, 'all');
  const bySlug = new Map(rows.map((row) => [row.slug, { ...row, ...parts.get(row.id)! }]));
  return wanted.flatMap((slug) => bySlug.get(slug) ?? []);
}

/** The events of these that the person has a change of in review. */
async function waitingOf(db: Connection, ids: readonly number[], userId: string): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ id: eventProposals.eventId })
    .from(eventProposals)
    .where(
      and(
        inArray(eventProposals.eventId, [...ids]),
        eq(eventProposals.proposedBy, userId),
        eq(eventProposals.state, 'open'),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}

export interface BulkRow {
  event: EventRecord;
  /** Null as long as it is not said what to do. */
  plan: BulkPlan | null;
}

type Rights = Omit<Mover, 'own'>;

/** What would become of each event, before anything is written. */
export async function planBulk(
  db: Connection,
  slugs: readonly string[],
  change: BulkChange | null,
  mover: Rights,
  userId: string,
): Promise<BulkRow[]> {
  const found = await readBySlugs(db, slugs);
  const ids = found.map(({ id }) => id);
  const waiting = change ? await waitingOf(db, ids, userId) : new Set<number>();
  return found.map((event) => ({
    event,
    plan: change && bulkPlan(change, inputOf(event), mover, waiting.has(event.id)),
  }));
}

interface Planned {
  event: EventRecord;
  plan: Extract<BulkPlan, { after: unknown }>;
}

async function write(tx: Transaction, revision: number, list: readonly Planned[], by: Author): Promise<void> {
  for (const { event, plan } of list)
    await tx
      .update(events)
      .set({
        ...eventColumns(plan.after),
        version: event.version + 1,
        updatedAt: sql`now()`,
        updatedBy: by.id,
      })
      .where(eq(events.id, event.id));
  if (list.length === 0) return;
  await tx.insert(eventChanges).values(
    list.map(({ event, plan: { after } }) => ({
      revision,
      eventId: event.id,
      version: event.version + 1,
      kind: after.status === 'archived' && event.status !== 'archived' ? 'archive' : 'update',
      snapshot: after,
      changedBy: by.id,
    })) satisfies (typeof eventChanges.$inferInsert)[],
  );
}

async function proposeAll(tx: Transaction, list: readonly Planned[], by: Author): Promise<void> {
  if (list.length === 0) return;
  await tx.insert(eventProposals).values(
    list.map(({ event, plan }) => ({
      eventId: event.id,
      baseVersion: event.version,
      proposed: plan.after,
      proposedBy: by.id,
    })),
  );
}

export interface BulkResult {
  changed: number;
  proposed: number;
  /** What was left as it is, and why. */
  left: { slug: string; title: string; why: string }[];
}

/** What was said of an event in the preview does not hold for another version of it. */
function sortOut(rows: readonly BulkRow[], seen: ReadonlyMap<string, number>) {
  const planned: Planned[] = [];
  const left: BulkResult['left'] = [];
  for (const { event, plan } of rows) {
    const { slug, title } = event;
    if (event.version !== seen.get(slug))
      left.push({ slug, title, why: 'Somebody has saved it since it was shown to you' });
    else if (plan && 'after' in plan) planned.push({ event, plan });
    else left.push({ slug, title, why: plan?.why ?? '' });
  }
  return { planned, left };
}

/**
 * Changes events in one transaction, each over the version that was `seen` (by slug): what was saved since is left and named.
 * Published events are proposed where the rules say so; nothing goes round review.
 */
export async function applyBulk(
  db: Connection,
  seen: ReadonlyMap<string, number>,
  change: BulkChange,
  mover: Rights,
  by: Author,
): Promise<BulkResult> {
  return db.transaction(async (tx) => {
    const revision = await nextRevision(tx);
    const rows = await planBulk(tx, [...seen.keys()], change, mover, by.id);
    const { planned, left } = sortOut(rows, seen);
    const written = planned.filter(({ plan }) => plan.kind === 'write');
    const proposed = planned.filter(({ plan }) => plan.kind === 'propose');
    await write(tx, revision, written, by);
    await proposeAll(tx, proposed, by);
    const slugs = (list: readonly Planned[]) => list.map(({ event }) => event.slug);
    const what = bulkWords(change);
    const detail = { what, changed: slugs(written), proposed: slugs(proposed), left: left.length };
    if (planned.length > 0) await writeAudit(tx, { action: 'event.bulk', by, revision, detail });
    return { changed: written.length, proposed: proposed.length, left };
  });
}
