import { and, arrayContains, desc, eq, inArray, lt, lte, ne, or, sql } from 'drizzle-orm';
import { testMessage, toldStatus, type AlertMessage } from '@/lib/alerts/alert-message';
import { nextTrySeconds } from '@/lib/alerts/retry';
import type { Author } from '@/lib/author';
import { isTold, type Move } from '@/lib/indicators/status-moves';
import { writeAudit } from './audit';
import type { Database, Transaction } from './client';
import type { StoredIndicator } from './indicators';
import { alertDeliveries, alertSubscriptions } from './schema-alerts';

/** How long a try may take before it is taken as lost with its process, in seconds. */
const LEASE = 120;
/** Deliveries of one look into the outbox. */
const AT_ONCE = 10;
/** How long the log keeps what was sent or given up, in days. */
export const KEPT_DAYS = 90;

/** Puts a change into the outbox for everybody who asked for it, in the transaction that stores it. */
export async function queueChange(
  tx: Transaction,
  { slug, question, pillar }: Pick<StoredIndicator, 'slug' | 'question' | 'pillar'>,
  move: Move,
  stored: { id: number; noticedAt: string; revision: number },
): Promise<void> {
  if (!isTold(move)) return;
  const { period, before, after, reason, kind } = move;
  const message: AlertMessage = {
    type: 'indicator.status_changed',
    timestamp: new Date(stored.noticedAt).toISOString(),
    data: {
      indicator: slug,
      question,
      pillar,
      period: { from: period.from, to: period.to, title: period.title },
      before: toldStatus(before!),
      after: toldStatus(after),
      because: kind === 'redefined' ? 'redefined' : 'alert',
      reason,
      revision: stored.revision,
    },
  };
  const asked = await tx
    .select({ subscription: alertSubscriptions.id })
    .from(alertSubscriptions)
    .where(
      and(
        eq(alertSubscriptions.enabled, true),
        arrayContains(alertSubscriptions.statuses, [after.status]),
        or(
          sql`cardinality(${alertSubscriptions.indicators}) = 0`,
          arrayContains(alertSubscriptions.indicators, [slug]),
        ),
      ),
    );
  if (asked.length > 0)
    await tx.insert(alertDeliveries).values(asked.map((one) => ({ ...one, change: stored.id, message })));
}

/** Puts a test into the outbox, of one that is switched off too; false where there is no such subscription. */
export async function queueTest(db: Database, id: number, by: Author): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [found] = await tx
      .select({ subscription: alertSubscriptions.id })
      .from(alertSubscriptions)
      .where(eq(alertSubscriptions.id, id))
      .for('key share');
    if (!found) return false;
    await tx.insert(alertDeliveries).values({ ...found, message: testMessage(new Date()) });
    await writeAudit(tx, { action: 'alert.test', by, subject: `alert:${id}` });
    return true;
  });
}

/** A delivery that a worker has taken, with all it needs to make its try. */
export interface Taken {
  id: string;
  subscription: number;
  /** Tries, this one included. */
  attempts: number;
  message: AlertMessage;
  kind: 'mail' | 'webhook';
  target: string;
  secret: string | null;
}

/**
 * Takes what is due, for this worker alone, and counts its try. What is taken and never heard of again, because its process
 * ended, is due again after two minutes, by the same id.
 */
export async function takeDue(db: Database): Promise<Taken[]> {
  return db.transaction(async (tx) => {
    const due = await tx
      .select({
        id: alertDeliveries.id,
        subscription: alertDeliveries.subscription,
        attempts: sql<number>`${alertDeliveries.attempts} + 1`,
        message: alertDeliveries.message,
        kind: alertSubscriptions.kind,
        target: alertSubscriptions.target,
        secret: alertSubscriptions.secret,
      })
      .from(alertDeliveries)
      .innerJoin(alertSubscriptions, eq(alertSubscriptions.id, alertDeliveries.subscription))
      .where(and(eq(alertDeliveries.state, 'waiting'), lte(alertDeliveries.nextAt, sql`now()`)))
      .orderBy(alertDeliveries.nextAt)
      .limit(AT_ONCE)
      .for('update', { of: alertDeliveries, skipLocked: true });
    if (due.length === 0) return [];
    await tx
      .update(alertDeliveries)
      .set({
        attempts: sql`${alertDeliveries.attempts} + 1`,
        triedAt: sql`now()`,
        nextAt: sql`now() + make_interval(secs => ${LEASE})`,
      })
      .where(
        inArray(
          alertDeliveries.id,
          due.map(({ id }) => id),
        ),
      );
    return due;
  });
}

/** What became of a try: what the receiver answered, and why it does not count; '' where it does. */
export interface Outcome {
  code: number | null;
  problem: string;
  /** True where another try would be answered the same. */
  final?: boolean;
}

/** Writes what became of a try, unless another one has been made since, or the delivery was given up. */
export async function settle(
  db: Database,
  { id, attempts }: Pick<Taken, 'id' | 'attempts'>,
  { code, problem, final = false }: Outcome,
): Promise<void> {
  const wait = problem === '' || final ? null : nextTrySeconds(attempts);
  await db
    .update(alertDeliveries)
    .set({
      code,
      problem: problem || null,
      state: problem === '' ? 'sent' : wait === null ? 'dead' : 'waiting',
      ...(wait !== null && { nextAt: sql`now() + make_interval(secs => ${wait})` }),
    })
    .where(
      and(
        eq(alertDeliveries.id, id),
        eq(alertDeliveries.attempts, attempts),
        eq(alertDeliveries.state, 'waiting'),
      ),
    );
}

/** Makes what was not sent due at once, once more at least; false where it was sent, or is not there. */
export async function retryNow(db: Database, id: string, by: Author): Promise<boolean> {
  return db.transaction(async (tx) => {
    const again = await tx
      .update(alertDeliveries)
      .set({ state: 'waiting', nextAt: sql`now()` })
      .where(and(eq(alertDeliveries.id, id), ne(alertDeliveries.state, 'sent')))
      .returning({ subscription: alertDeliveries.subscription });
    if (again.length === 0) return false;
    const subject = `alert:${again[0]!.subscription}`;
    await writeAudit(tx, { action: 'alert.retry', by, subject, detail: { delivery: id } });
    return true;
  });
}

/** Deliveries, the newest first; of one subscription where it is given. One more than `most` says that there are more. */
export async function listDeliveries(db: Database, subscription: number | null, most: number) {
  return db
    .select({
      id: alertDeliveries.id,
      subscription: alertDeliveries.subscription,
      kind: alertSubscriptions.kind,
      target: alertSubscriptions.target,
      message: alertDeliveries.message,
      state: alertDeliveries.state,
      attempts: alertDeliveries.attempts,
      nextAt: alertDeliveries.nextAt,
      triedAt: alertDeliveries.triedAt,
      code: alertDeliveries.code,
      problem: alertDeliveries.problem,
      createdAt: alertDeliveries.createdAt,
    })
    .from(alertDeliveries)
    .innerJoin(alertSubscriptions, eq(alertSubscriptions.id, alertDeliveries.subscription))
    .where(subscription === null ? undefined : eq(alertDeliveries.subscription, subscription))
    .orderBy(desc(alertDeliveries.createdAt), desc(alertDeliveries.id))
    .limit(most);
}
export type Delivery = Awaited<ReturnType<typeof listDeliveries>>[number];

/** Forgets what was sent or given up and is older than the log keeps. */
export async function pruneDeliveries(db: Database): Promise<void> {
  await db
    .delete(alertDeliveries)
    .where(
      and(
        ne(alertDeliveries.state, 'waiting'),
        lt(alertDeliveries.createdAt, sql`now() - make_interval(days => ${KEPT_DAYS})`),
      ),
    );
}
