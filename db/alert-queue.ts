import { and, arrayContains, eq, gt, or, sql } from 'drizzle-orm';
import { testMessage, toldStatus, type AlertMessage } from '@/lib/alerts/alert-message';
import type { Author } from '@/lib/author';
import { isTold, type Move } from '@/lib/indicators/status-moves';
import { writeAudit } from './audit';
import type { Database, Transaction } from './client';
import type { StoredIndicator } from './indicators';
import { alertDeliveries, alertSubscriptions } from './schema-alerts';

/** How long a change waits for what else its check finds, at most, in seconds: a check that ends lets all of it go. */
const GATHER = 120;

type Told = Pick<StoredIndicator, 'slug' | 'question' | 'pillar'>;
interface Stored {
  id: number;
  noticedAt: string;
  revision: number;
}

function messageOf(
  { slug, question, pillar }: Told,
  { period, before, after, reason, kind }: Move,
  stored: Stored,
): AlertMessage {
  return {
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
}

/** Puts a change into the outbox for everybody who asked for it, in the transaction that stores it. */
export async function queueChange(
  tx: Transaction,
  indicator: Told,
  move: Move,
  stored: Stored,
): Promise<void> {
  if (!isTold(move)) return;
  const message = messageOf(indicator, move, stored);
  const asked = await tx
    .select({ subscription: alertSubscriptions.id, kind: alertSubscriptions.kind })
    .from(alertSubscriptions)
    .where(
      and(
        eq(alertSubscriptions.enabled, true),
        arrayContains(alertSubscriptions.statuses, [move.after.status]),
        or(
          sql`cardinality(${alertSubscriptions.indicators}) = 0`,
          arrayContains(alertSubscriptions.indicators, [indicator.slug]),
        ),
      ),
    );
  if (asked.length > 0)
    await tx.insert(alertDeliveries).values(
      asked.map(({ subscription, kind }) => ({
        subscription,
        change: stored.id,
        message,
        ...(kind === 'mail' && { nextAt: sql`now() + make_interval(secs => ${GATHER})` }),
      })),
    );
}

/** Lets go what waited for the end of a check: all of it in one e-mail for each mailbox. */
export async function releaseMail(db: Database): Promise<void> {
  await db
    .update(alertDeliveries)
    .set({ nextAt: sql`now()` })
    .where(
      and(
        eq(alertDeliveries.state, 'waiting'),
        eq(alertDeliveries.attempts, 0),
        gt(alertDeliveries.nextAt, sql`now()`),
      ),
    );
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
