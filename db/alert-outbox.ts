import {
  and,
  desc,
  eq,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  ne,
  notInArray,
  or,
  sql,
  type SQL,
} from 'drizzle-orm';
import type { AlertMessage } from '@/lib/alerts/alert-message';
import { nextTrySeconds } from '@/lib/alerts/retry';
import type { Author } from '@/lib/author';
import { writeAudit } from './audit';
import type { Database, Transaction } from './client';
import { alertDeliveries, alertSubscriptions } from './schema-alerts';

/** How long a try may take before it is taken as lost with its process, in seconds. */
const LEASE = 120;
/** Deliveries of one look into the outbox. */
const AT_ONCE = 10;
/** Changes that one e-mail tells of: more than there are indicators. */
const MOST_IN_MAIL = 1000;
/** How long the log keeps what was sent or given up, in days. */
export const KEPT_DAYS = 90;

/** What a worker has taken to send at once, with all it needs to make its try: a webhook's delivery, or those that an e-mail tells of. */
export interface Taken {
  /** The webhook-id or the Message-ID: the same for every try. */
  id: string;
  deliveries: string[];
  subscription: number;
  /** Tries, this one included. */
  attempts: number;
  messages: AlertMessage[];
  kind: 'mail' | 'webhook';
  target: string;
  secret: string | null;
}

const takenColumns = {
  id: alertDeliveries.id,
  mail: alertDeliveries.mail,
  change: alertDeliveries.change,
  subscription: alertDeliveries.subscription,
  attempts: sql<number>`${alertDeliveries.attempts} + 1`,
  message: alertDeliveries.message,
  kind: alertSubscriptions.kind,
  target: alertSubscriptions.target,
  secret: alertSubscriptions.secret,
};

/** What waits and fits, locked with its subscription, so that what is told together is taken together. */
const lockWaiting = (tx: Transaction, where: SQL | undefined, most: number) =>
  tx
    .select(takenColumns)
    .from(alertDeliveries)
    .innerJoin(alertSubscriptions, eq(alertSubscriptions.id, alertDeliveries.subscription))
    .where(and(eq(alertDeliveries.state, 'waiting'), where))
    .orderBy(alertDeliveries.nextAt, alertDeliveries.createdAt, alertDeliveries.id)
    .limit(most)
    .for('update', { of: [alertDeliveries, alertSubscriptions], skipLocked: true });
type Waiting = Awaited<ReturnType<typeof lockWaiting>>[number];

/** What goes into an e-mail together: what was once, else what was never tried; a test and a webhook go alone. */
const bundleOf = ({ id, kind, change, mail, subscription }: Waiting): string =>
  kind === 'mail' && change !== null ? (mail ?? `new ${subscription}`) : id;

/** What else belongs to the e-mails of which these are due. */
async function lockBundles(tx: Transaction, due: readonly Waiting[]): Promise<Waiting[]> {
  const mails = due.filter((one) => bundleOf(one) !== one.id);
  if (mails.length === 0) return [];
  const { mail, subscription, attempts, nextAt, id, change } = alertDeliveries;
  const together = mails.map((one) =>
    one.mail === null
      ? and(eq(subscription, one.subscription), isNull(mail), eq(attempts, 0), isNotNull(change))
      : and(eq(mail, one.mail), lte(nextAt, sql`now()`)),
  );
  const known = due.map((one) => one.id);
  return lockWaiting(tx, and(or(...together), notInArray(id, known)), MOST_IN_MAIL);
}

/**
 * Takes what is due, for this worker alone, and counts its try. Of a mailbox that is everything that waits and was never tried, in one
 * e-mail; a try that failed is made again with the same. What is taken and never heard of again, because its process ended, is due again
 * after two minutes, by the same id.
 */
export async function takeDue(db: Database): Promise<Taken[]> {
  return db.transaction(async (tx) => {
    const due = await lockWaiting(tx, lte(alertDeliveries.nextAt, sql`now()`), AT_ONCE);
    const bundles = new Map<string, Waiting[]>();
    for (const one of [...due, ...(await lockBundles(tx, due))])
      bundles.set(bundleOf(one), [...(bundles.get(bundleOf(one)) ?? []), one]);
    const taken = [...bundles.values()].map((all): Taken => {
      const { mail, id, subscription, kind, target, secret } = all[0]!;
      return {
        id: mail ?? id,
        deliveries: all.map((one) => one.id),
        subscription,
        attempts: Math.max(...all.map(({ attempts }) => attempts)),
        messages: all.map(({ message }) => message),
        kind,
        target,
        secret,
      };
    });
    for (const { id, deliveries, kind, attempts } of taken)
      await tx
        .update(alertDeliveries)
        .set({
          attempts,
          triedAt: sql`now()`,
          nextAt: sql`now() + make_interval(secs => ${LEASE})`,
          ...(kind === 'mail' && { mail: id }),
        })
        .where(inArray(alertDeliveries.id, deliveries));
    return taken;
  });
}

/** What became of a try: what the receiver answered, and why it does not count; '' where it does. */
export interface Outcome {
  code: number | null;
  problem: string;
  /** True where another try would be answered the same. */
  final?: boolean;
  /** Seconds that the receiver asks to be left alone for. */
  wait?: number;
}

/** Writes what became of a try, unless another one has been made since, or the delivery was given up. */
export async function settle(
  db: Database,
  { deliveries, attempts }: Pick<Taken, 'deliveries' | 'attempts'>,
  { code, problem, final = false, wait: asked }: Outcome,
): Promise<void> {
  const wait = problem === '' || final ? null : nextTrySeconds(attempts, asked);
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
        inArray(alertDeliveries.id, deliveries),
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
      mail: alertDeliveries.mail,
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
