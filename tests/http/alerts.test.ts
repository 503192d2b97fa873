import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'drizzle-orm';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { listDeliveries, pruneDeliveries, retryNow, takeDue } from '@/db/alert-outbox';
import { queueTest } from '@/db/alert-queue';
import { createAlert, deleteAlert, listAlerts, switchAlert, updateAlert } from '@/db/alerts';
import { createEvents } from '@/db/event-writes';
import { writeIndicator } from '@/db/indicators';
import { users } from '@/db/schema-auth';
import { evaluateIndicators } from '@/db/status-history';
import type { AlertMessage } from '@/lib/alerts/alert-message';
import type { Alert } from '@/lib/alerts/alert-subscription';
import { MOST_TRIES } from '@/lib/alerts/retry';
import { newWebhookSecret } from '@/lib/alerts/webhook-signature';
import { attacksByMonth, attacksIndicator } from '../setup/attacks-by-month';
import { secondPool, testDatabase } from '../setup/database';
import { mailServer } from '../setup/mail-server';

const { db, url } = await testDatabase();
const mail = await mailServer();
const by = { id: 'ed' };
await db.insert(users).values({ id: 'ed', name: 'Ed', email: 'ed@example.org' });

/** The worker with these settings: they are read once. */
async function withSettings(settings: Record<string, string> = {}) {
  vi.resetModules();
  for (const [name, value] of Object.entries({
    DATABASE_URL: url,
    AUTH_SECRET: 'x'.repeat(32),
    PUBLIC_URL: 'https://watch.example.test',
    SMTP_URL: mail.url,
    WEBHOOK_ADDRESSES: '127.0.0.1',
    ...settings,
  }))
    vi.stubEnv(name, value);
  return (await import('@/app/_http/deliver-alerts')).deliverAlerts;
}
afterAll(() => vi.unstubAllEnvs());
const deliverAlerts = await withSettings();
const { sealSecret } = await import('@/app/_http/alert-secret');
const { sendWebhook } = await import('@/app/_http/send-webhook');

/** A program that receives webhooks; it answers each as the next of `answers` says, and then 204. */
interface Visit {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}
const visits: Visit[] = [];
let answers: { status: number; headers?: Record<string, string>; body?: string }[] = [];
const receiver = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    visits.push({ path: request.url!, headers: request.headers, body: Buffer.concat(chunks).toString() });
    const { status, headers = {}, body = '' } = answers.shift() ?? { status: 204 };
    response.writeHead(status, headers).end(body);
  });
});
receiver.listen(0, '127.0.0.1');
await once(receiver, 'listening');
afterAll(() => receiver.close());
const { port } = receiver.address() as AddressInfo;
const at = (path: string): string => `http://127.0.0.1:${port}${path}`;

const secret = newWebhookSecret();
const alert = (change: Partial<Alert> = {}): Alert => ({
  kind: 'webhook',
  target: at('/hook'),
  indicators: [],
  statuses: ['high'],
  ...change,
});
const add = async (change: Partial<Alert> = {}): Promise<number> =>
  createAlert(db, alert(change), change.kind === 'mail' ? null : await sealSecret(secret), by);
const log = (id: number | null = null) => listDeliveries(db, id, 50);
/** What waits is due now: hours pass. */
const passTime = () => db.execute(sql`update alert_deliveries set next_at = now() where state = 'waiting'`);
const test = async (id: number, deliver = deliverAlerts) => {
  await queueTest(db, id, by);
  await deliver(db);
  return (await log(id))[0]!;
};

beforeEach(async () => {
  await db.execute(sql`delete from alert_subscriptions`);
  visits.length = 0;
  mail.mails.length = 0;
  answers = [];
});

describe('a change of status', () => {
  it('is told to whom it concerns, once, signed, by webhook and by mail', async () => {
    await writeIndicator(db, { ...attacksIndicator, position: 0, retired: false }, 'ed');
    await add();
    await add({ kind: 'mail', target: 'desk@example.org', indicators: ['attacks'] });
    await add({ target: at('/of-others'), indicators: ['aid'] });
    await add({ target: at('/when-normal'), statuses: ['normal'] });
    await switchAlert(db, await add({ target: at('/off') }), false, by);
    await createEvents(db, attacksByMonth([1, 2, 1, 1, 2, 1, 1, 2, 1, 2], 0), 'ed');
    await evaluateIndicators(db);
    // That watching began is no alert.
    expect(await log()).toEqual([]);

    await createEvents(db, attacksByMonth([9], 10), 'ed');
    const instances = [db, secondPool(url), secondPool(url)];
    await Promise.all(instances.map((one) => evaluateIndicators(one)));
    await Promise.all(instances.map((one) => deliverAlerts(one)));
    expect((await log()).map(({ state }) => state)).toEqual(['sent', 'sent']);
    expect(visits.map(({ path }) => path)).toEqual(['/hook']);
    const { body, headers } = visits[0]!;
    const told = new Webhook(secret).verify(body, headers as Record<string, string>) as AlertMessage;
    expect(told).toMatchObject({
      type: 'indicator.status_changed',
      data: {
        indicator: 'attacks',
        period: { from: '2019-11-01', to: '2019-11-30', title: 'November 2019' },
        before: { status: 'normal', side: null },
        after: { status: 'high', side: 'above' },
        url: 'https://watch.example.test/indicators/attacks',
      },
    });
    expect(told.data.reason).toMatch(/^9 events in November 2019; /);
    expect(mail.mails).toHaveLength(1);
    expect(mail.mails[0]).toContain('Subject: High, above: More attacks?');
    expect(mail.mails[0]!.replaceAll('=\r\n', '')).toContain('https://watch.example.test/indicators/attacks');

    // An edit of the past is no alert.
    await createEvents(db, attacksByMonth([9], 8), 'ed');
    await evaluateIndicators(db);
    expect(await log()).toHaveLength(2);
  });
});

describe('several changes of a check', () => {
  it('are one e-mail for each mailbox, the same when it is tried again', async () => {
    const another = { ...attacksIndicator, slug: 'attacks-too', question: 'More attacks too?' };
    await writeIndicator(db, { ...another, position: 1, retired: false }, 'ed');
    await evaluateIndicators(db);
    await add({ kind: 'mail', target: 'desk@example.org', statuses: ['normal', 'high'] });
    await add({ statuses: ['normal'] });
    await createEvents(db, attacksByMonth([1], 11), 'ed');
    await evaluateIndicators(db);
    const refusing = await mailServer(true);
    await (
      await withSettings({ SMTP_URL: refusing.url })
    )(db);
    // A program is told of each by itself.
    expect(visits).toHaveLength(2);
    const waiting = (await log()).filter(({ kind }) => kind === 'mail');
    expect(waiting.map(({ state, attempts }) => [state, attempts])).toEqual([
      ['waiting', 1],
      ['waiting', 1],
    ]);
    expect(new Set(waiting.map((one) => one.mail)).size).toBe(1);
    await passTime();
    await deliverAlerts(db);
    expect(mail.mails).toHaveLength(1);
    const [told] = mail.mails;
    expect(told).toContain('Subject: 2 indicators changed: 2 normal');
    expect(told).toContain(`<${waiting[0]!.mail}@`);
    for (const slug of ['attacks', 'attacks-too'])
      expect(told!.replaceAll('=\r\n', '')).toContain(`https://watch.example.test/indicators/${slug}\r\n`);
    expect((await log()).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent', 'sent']);
  });
});

describe('a delivery', () => {
  it('waits as long as its receiver asks, but no longer than a day', async () => {
    const id = await add();
    answers = [
      { status: 503, headers: { 'Retry-After': '3600' } },
      { status: 429, headers: { 'Retry-After': '99999999' } },
    ];
    const waits = async () =>
      (Date.parse((await log(id))[0]!.nextAt) - Date.parse((await log(id))[0]!.triedAt!)) / 60_000;
    expect(await test(id)).toMatchObject({ state: 'waiting', code: 503 });
    expect(await waits()).toBeCloseTo(60, 0);
    await passTime();
    await deliverAlerts(db);
    expect(await waits()).toBeCloseTo(24 * 60, 0);
  });

  it('that fails is tried again by the same id and the same letters until it is taken', async () => {
    const id = await add();
    answers = [{ status: 500 }, { status: 302, headers: { Location: at('/elsewhere') } }];
    expect(await test(id)).toMatchObject({ state: 'waiting', code: 500, attempts: 1 });
    // It is not due yet.
    await deliverAlerts(db);
    expect(visits).toHaveLength(1);
    await passTime();
    await deliverAlerts(db);
    expect((await log(id))[0]).toMatchObject({
      code: 302,
      problem: 'It wants to send us elsewhere, which is not followed',
    });
    await passTime();
    await deliverAlerts(db);
    expect((await log(id))[0]).toMatchObject({ state: 'sent', code: 204, attempts: 3, problem: null });
    expect(visits.map(({ path }) => path)).toEqual(['/hook', '/hook', '/hook']);
    expect(new Set(visits.map(({ headers, body }) => String(headers['webhook-id']) + body)).size).toBe(1);
    for (const { body, headers } of visits)
      new Webhook(secret).verify(body, headers as Record<string, string>);
  });

  it('whose process ended before it was noted that it was sent is made again by the same id', async () => {
    const id = await add();
    await queueTest(db, id, by);
    // Taken, sent, and never heard of again: nobody else has it meanwhile.
    const [taken] = await takeDue(db);
    await sendWebhook(taken!.target, 'once', { 'webhook-id': taken!.id });
    expect(await takeDue(secondPool(url))).toEqual([]);
    await passTime();
    await deliverAlerts(db);
    expect(visits.map(({ headers }) => headers['webhook-id'])).toEqual([taken!.id, taken!.id]);
    expect((await log(id))[0]).toMatchObject({ id: taken!.id, state: 'sent', attempts: 2 });
  });

  it('is given up after its last try, and tried again by hand', async () => {
    const id = await add();
    answers = Array.from({ length: MOST_TRIES }, () => ({ status: 503 }));
    await test(id);
    for (let n = 1; n < MOST_TRIES; n++) {
      await passTime();
      await deliverAlerts(db);
    }
    const [dead] = await log(id);
    expect(dead).toMatchObject({ state: 'dead', code: 503, attempts: MOST_TRIES });
    await passTime();
    await deliverAlerts(db);
    expect(visits).toHaveLength(MOST_TRIES);
    expect(await retryNow(db, dead!.id, by)).toBe(true);
    await deliverAlerts(db);
    expect((await log(id))[0]).toMatchObject({ state: 'sent', attempts: MOST_TRIES + 1 });
    expect(await retryNow(db, dead!.id, by)).toBe(false);
    await db.execute(sql`update alert_deliveries set created_at = now() - interval '91 days'`);
    await pruneDeliveries(db);
    expect(await log(id)).toEqual([]);
  });

  it('to who says 410 ends at once, and switches it off', async () => {
    const id = await add();
    answers = [{ status: 410 }];
    expect(await test(id)).toMatchObject({ state: 'dead', code: 410, attempts: 1 });
    expect((await listAlerts(db))[0]).toMatchObject({ id, enabled: false, last: { state: 'dead' } });
  });

  it('leads to no private network, by whatever name, and keeps nothing of an answer', async () => {
    const strict = await withSettings({ WEBHOOK_ADDRESSES: '' });
    const refused = /^Refused here: it leads to a private network/;
    for (const target of [
      `https://localhost:${port}/`,
      'https://127.0.0.2/',
      'https://169.254.169.254/latest/meta-data',
      'https://[::ffff:10.0.0.1]/',
      'https://[fd00::1]/',
      'https://0x7f000002/',
    ])
      expect((await test(await add({ target }), strict)).problem, target).toMatch(refused);
    expect(visits).toEqual([]);
    answers = [{ status: 200, body: 'x'.repeat(1_000_000) }];
    const sent = await test(await add());
    expect(sent.state).toBe('sent');
    expect(JSON.stringify(sent)).not.toContain('xxx');
    // No server of ours speaks TLS: that it is asked to is an error in words.
    expect((await test(await add({ target: `https://127.0.0.1:${port}/` }))).problem).toMatch(
      /^It does not speak TLS/,
    );
  });

  it('by mail says why it was not taken', async () => {
    const id = await add({ kind: 'mail', target: 'nobody@example.org' });
    const refusing = await mailServer(true);
    const deliver = await withSettings({ SMTP_URL: refusing.url });
    expect(await test(id, deliver)).toMatchObject({ state: 'waiting', attempts: 1 });
    expect((await log(id))[0]!.problem).toMatch(/^The mail server did not take it/);
    await passTime();
    await (
      await withSettings({ SMTP_URL: '' })
    )(db);
    expect((await log(id))[0]!.problem).toBe('No mail server is set (SMTP_URL)');
  });
});

describe('an alert', () => {
  it('is changed over what was seen alone, given up when it is switched off, and deleted with its log', async () => {
    const id = await add();
    const [stored] = await listAlerts(db);
    expect(JSON.stringify(stored)).not.toContain('secret');
    expect(await updateAlert(db, id, stored!.updatedAt, { ...stored!, statuses: ['normal'] }, by)).toBe(true);
    expect(await updateAlert(db, id, stored!.updatedAt, stored!, by)).toBe(false);
    await queueTest(db, id, by);
    expect(await switchAlert(db, id, false, by)).toBe(true);
    expect(await switchAlert(db, id, false, by)).toBe(false);
    await deliverAlerts(db);
    expect(visits).toEqual([]);
    expect((await log(id))[0]!.state).toBe('dead');
    expect(await deleteAlert(db, id, by)).toBe(true);
    expect(await deleteAlert(db, id, by)).toBe(false);
    expect(await queueTest(db, id, by)).toBe(false);
    const trail = await db.execute<{ action: string; all: string }>(
      sql`select action, audit_log::text as all from audit_log where subject = ${`alert:${id}`} order by seq`,
    );
    expect(trail.map(({ action }) => action)).toEqual([
      'alert.create',
      'alert.update',
      'alert.test',
      'alert.update',
      'alert.delete',
    ]);
    for (const { all } of trail) expect(all).not.toContain(secret);
  });
});
