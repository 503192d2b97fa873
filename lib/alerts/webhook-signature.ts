import { createHmac, randomBytes } from 'node:crypto';

/** What every secret begins with (Standard Webhooks). */
const PREFIX = 'whsec_';
const BYTES = 32;

/** A new secret, as its receiver is given it. */
export function newWebhookSecret(): string {
  return PREFIX + randomBytes(BYTES).toString('base64');
}

/**
 * The headers that sign a body by the Standard Webhooks specification: HMAC-SHA256 over id, time in seconds and body. `id` is the same
 * for every try of a delivery, so that a receiver can tell it has had it; the time is that of the try.
 */
export function webhookHeaders(id: string, secret: string, body: string, at: Date): Record<string, string> {
  const seconds = Math.floor(at.getTime() / 1000);
  const signature = createHmac('sha256', Buffer.from(secret.replace(PREFIX, ''), 'base64'))
    .update(`${id}.${seconds}.${body}`)
    .digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${signature}`,
  };
}
