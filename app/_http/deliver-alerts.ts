import { tryMail } from '@/app/_auth/mail';
import { settle, takeDue, type Outcome, type Taken } from '@/db/alert-outbox';
import { switchAlert } from '@/db/alerts';
import type { Database } from '@/db/client';
import { alertMail, webhookBody } from '@/lib/alerts/alert-message';
import { webhookHeaders } from '@/lib/alerts/webhook-signature';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { openSecret } from './alert-secret';
import { sendWebhook } from './send-webhook';

async function mail({ id, target, messages }: Taken): Promise<Outcome> {
  const { PUBLIC_URL: publicUrl, MARKING: marking } = env();
  const words = alertMail(messages, { publicUrl, marking });
  // By its Message-ID a mailbox that is sent it twice knows it again.
  const refused = await tryMail({
    to: target,
    ...words,
    messageId: `<${id}@${new URL(publicUrl).hostname}>`,
  });
  if (refused === null) return { code: 250, problem: '' };
  const { answer, code } = refused;
  return {
    code: answer,
    problem:
      code === 'NO_SERVER' ? 'No mail server is set (SMTP_URL)' : `The mail server did not take it (${code})`,
  };
}

async function webhook({ id, target, secret, messages }: Taken): Promise<Outcome> {
  const opened = secret === null ? null : await openSecret(secret);
  if (opened === null)
    return { code: null, problem: 'Its secret cannot be read, since AUTH_SECRET changed: make a new one' };
  const body = webhookBody(messages[0]!, env().PUBLIC_URL);
  return sendWebhook(target, body, webhookHeaders(id, opened, body, new Date()));
}

async function attempt(db: Database, taken: Taken): Promise<void> {
  const { deliveries, subscription, kind, attempts } = taken;
  const outcome = await (kind === 'mail' ? mail(taken) : webhook(taken));
  const { code, problem, final } = outcome;
  if (problem) log.warn({ part: 'alerts', subscription, deliveries, attempts, code }, 'alert not delivered');
  await settle(db, taken, outcome);
  // Who says that it is gone wants no more (Standard Webhooks).
  if (final) await switchAlert(db, subscription, false, null);
}

/**
 * Sends what is due, until nothing is. Any number of workers share it. A try that fails waits longer each time
 * (lib/alerts/retry.ts); one whose process ends is made again, by the same id.
 */
export async function deliverAlerts(db: Database): Promise<void> {
  for (let due = await takeDue(db); due.length > 0; due = await takeDue(db))
    await Promise.all(due.map((one) => attempt(db, one)));
}
