import { and, asc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { Alert } from '@/lib/alerts/alert-subscription';
import type { AuditAction } from '@/lib/audit-actions';
import type { Author } from '@/lib/author';
import { changedFields } from '@/lib/changed-fields';
import { writeAudit } from './audit';
import type { Connection, Database, Transaction } from './client';
import { alertDeliveries, alertSubscriptions } from './schema-alerts';

const { secret: _secret, createdBy: _by, ...columns } = getTableColumns(alertSubscriptions);

/** The last delivery of a subscription: how it ended, in whatever state it is. */
const lastDelivery = sql<{ state: 'waiting' | 'sent' | 'dead'; at: string } | null>`(
  select json_build_object('state', d.state, 'at', coalesce(d.tried_at, d.created_at)) from ${alertDeliveries} d
  where d.subscription = alert_subscriptions.id order by d.created_at desc, d.id limit 1)`;

/** Everybody who is told of changes, with how the last delivery went; never a secret. */
export async function listAlerts(db: Database) {
  return db
    .select({ ...columns, last: lastDelivery })
    .from(alertSubscriptions)
    .orderBy(asc(alertSubscriptions.kind), asc(alertSubscriptions.target), asc(alertSubscriptions.id));
}
export type StoredAlert = Awaited<ReturnType<typeof listAlerts>>[number];

/** One of them; null where there is none. */
export async function readAlert(db: Connection, id: number): Promise<Omit<StoredAlert, 'last'> | null> {
  const [row] = await db.select(columns).from(alertSubscriptions).where(eq(alertSubscriptions.id, id));
  return row ?? null;
}

/** What the audit trail says of one: never a secret. */
const shown = ({ kind, target, indicators, statuses }: Alert) => ({ kind, target, indicators, statuses });

/** Adds one; `sealed` is the encrypted secret of a webhook. Returns its number. */
export async function createAlert(
  db: Database,
  given: Alert,
  sealed: string | null,
  by: Author,
): Promise<number> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .insert(alertSubscriptions)
      .values({ ...given, secret: sealed, createdBy: by.id })
      .returning({ id: alertSubscriptions.id });
    const subject = `alert:${row!.id}`;
    await writeAudit(tx, { action: 'alert.create', by, subject, after: shown(given) });
    return row!.id;
  });
}

/** Does something to one under its lock, with the entry of the audit trail; false where it is not there or `work` says so. */
async function change(
  db: Database,
  id: number,
  by: Author,
  work: (
    tx: Transaction,
    before: Omit<StoredAlert, 'last'>,
  ) => Promise<{
    action: AuditAction;
    before?: object;
    after?: object;
  } | null>,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx
      .select({ id: columns.id })
      .from(alertSubscriptions)
      .where(eq(alertSubscriptions.id, id))
      .for('update');
    const before = await readAlert(tx, id);
    const done = before && (await work(tx, before));
    if (!done) return false;
    await writeAudit(tx, { ...done, by, subject: `alert:${id}` });
    return true;
  });
}

const set = (tx: Transaction, id: number, values: Partial<typeof alertSubscriptions.$inferInsert>) =>
  tx
    .update(alertSubscriptions)
    .set({ ...values, updatedAt: sql`now()` })
    .where(eq(alertSubscriptions.id, id));

/** Changes who is told of what over the state that was seen; how it is sent stays. False where someone has saved since. */
export async function updateAlert(
  db: Database,
  id: number,
  seen: string,
  { target, indicators, statuses }: Omit<Alert, 'kind'>,
  by: Author,
): Promise<boolean> {
  return change(db, id, by, async (tx, before) => {
    if (before.updatedAt !== seen) return null;
    const after = { kind: before.kind, target, indicators, statuses };
    await set(tx, id, after);
    return { action: 'alert.update', ...changedFields(shown(before), after) };
  });
}

/** Gives a webhook another secret, encrypted; what waits is signed with it too. */
export async function replaceSecret(db: Database, id: number, sealed: string, by: Author): Promise<boolean> {
  return change(db, id, by, async (tx, { kind }) => {
    if (kind !== 'webhook') return null;
    await set(tx, id, { secret: sealed });
    return { action: 'alert.secret' };
  });
}

/** Switches one on or off. What waits when it is switched off is never sent: it would be old news. */
export async function switchAlert(
  db: Database,
  id: number,
  enabled: boolean,
  by: Author | null,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const switched = await tx
      .update(alertSubscriptions)
      .set({ enabled, updatedAt: sql`now()` })
      .where(and(eq(alertSubscriptions.id, id), sql`${alertSubscriptions.enabled} <> ${enabled}`))
      .returning({ id: alertSubscriptions.id });
    if (switched.length === 0) return false;
    if (!enabled)
      await tx
        .update(alertDeliveries)
        .set({ state: 'dead', problem: 'It was switched off before this was sent' })
        .where(and(eq(alertDeliveries.subscription, id), eq(alertDeliveries.state, 'waiting')));
    const fields = { before: { enabled: !enabled }, after: { enabled } };
    await writeAudit(tx, { action: 'alert.update', by, subject: `alert:${id}`, ...fields });
    return true;
  });
}

/** Deletes one with its deliveries. */
export async function deleteAlert(db: Database, id: number, by: Author): Promise<boolean> {
  return change(db, id, by, async (tx, before) => {
    await tx.delete(alertSubscriptions).where(eq(alertSubscriptions.id, id));
    return { action: 'alert.delete', before: shown(before) };
  });
}
