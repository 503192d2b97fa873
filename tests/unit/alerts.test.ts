import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { alertMail, testMessage, webhookBody, type AlertMessage } from '@/lib/alerts/alert-message';
import { alertSchema } from '@/lib/alerts/alert-subscription';
import { MOST_TRIES, nextTrySeconds, retryAfterSeconds } from '@/lib/alerts/retry';
import { newWebhookSecret, webhookHeaders } from '@/lib/alerts/webhook-signature';

describe('a webhook’s signature', () => {
  it('is what the receivers of Standard Webhooks check, for any body', () => {
    const secret = newWebhookSecret();
    const receiver = new Webhook(secret);
    fc.assert(
      fc.property(fc.json({ stringUnit: 'grapheme' }), fc.uuid(), (body, id) => {
        const headers = webhookHeaders(id, secret, body, new Date());
        expect(receiver.verify(body, headers)).toEqual(JSON.parse(body));
        expect(() => receiver.verify(`${body} `, headers)).toThrow(/signature/i);
        expect(() => receiver.verify(body, { ...headers, 'webhook-id': 'other' })).toThrow(/signature/i);
        expect(() => new Webhook(newWebhookSecret()).verify(body, headers)).toThrow(/signature/i);
      }),
    );
  });

  it('agrees with the example of the specification', () => {
    const at = new Date(1_614_265_330_000);
    const headers = webhookHeaders(
      'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
      '{"test": 2432232314}',
      at,
    );
    expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });
});

describe('what is tried again', () => {
  it('waits four times as long each time, not quite alike, a day at most, and ends', () => {
    const waits = Array.from({ length: MOST_TRIES - 1 }, (_, i) => nextTrySeconds(i + 1, 0, 0.5));
    expect(waits).toEqual([30, 120, 480, 1920, 7680, 30_720, 86_400]);
    expect([nextTrySeconds(1, 0, 0), nextTrySeconds(1, 0, 1)]).toEqual([24, 36]);
    expect(nextTrySeconds(MOST_TRIES)).toBeNull();
  });

  it('waits as long as is asked for, in seconds or until a time, where that is longer and no more than a day', () => {
    const now = Date.parse('2026-11-28T12:00:00Z');
    const asked = (header: string | undefined) => retryAfterSeconds(header, now);
    expect(asked(' 120 ')).toBe(120);
    expect(asked('Sat, 28 Nov 2026 12:05:00 GMT')).toBe(300);
    expect(asked('Sat, 28 Nov 2026 11:00:00 GMT')).toBe(0);
    for (const text of [undefined, '', 'soon', '-5', '1.5', '2026-11-28', '1e9']) expect(asked(text)).toBe(0);
    expect(nextTrySeconds(1, 3600)).toBe(3600);
    expect(nextTrySeconds(2, 5, 0.5)).toBe(120);
    expect(nextTrySeconds(1, 1e9)).toBe(86_400);
    expect(nextTrySeconds(MOST_TRIES, 5)).toBeNull();
  });
});

describe('who is told', () => {
  const given = { kind: 'webhook', target: 'https://x.example/a', indicators: [], statuses: ['high'] };
  const problemOf = (change: object, allowed: string[] = []) =>
    alertSchema(allowed).safeParse({ ...given, ...change }).error?.issues[0]?.message;

  it.each([
    [{ target: 'http://x.example/a' }, 'The address must begin with https://'],
    [{ target: 'http://10.1.2.3/' }, 'The address must begin with https://'],
    [{ target: 'ftp://x.example' }, 'The address must begin with https://'],
    [{ target: 'file:///etc/passwd' }, 'The address must begin with https://'],
    [{ target: 'https://u:p@x.example/' }, 'Leave the user and password out: the signature shows who sends'],
    [{ target: 'x.example' }, 'Enter an address like https://alerts.example.org/pillarwatch'],
    [{ kind: 'mail' }, 'Enter an email address in the correct format, like name@example.com'],
    [{ kind: 'sms' }, 'Select how it is sent'],
    [{ statuses: [] }, 'Select at least one status'],
  ])('is refused in words: %j', (change, message) => {
    expect(problemOf(change)).toBe(message);
  });

  it('may be a plain address of one’s own network only where the setting lists it', () => {
    expect(problemOf({ target: 'http://10.1.2.3:8080/' }, ['10.1.2.3'])).toBeUndefined();
    expect(problemOf({ target: 'http://[::1]/' }, ['::1'])).toBeUndefined();
    // As browsers read it, and so does the server.
    expect(problemOf({ target: 'http://0x7f.1/' }, ['10.1.2.3'])).toBe(
      'The address must begin with https://',
    );
    expect(problemOf({ kind: 'mail', target: ' Ed@Example.org ' })).toBeUndefined();
  });

  it('is told the same by every try, in words for people', () => {
    const message = testMessage(new Date('2026-11-28T17:00:00Z'));
    const body = webhookBody(message, 'https://watch.example.test');
    expect(
      webhookBody(JSON.parse(JSON.stringify(message)) as typeof message, 'https://watch.example.test'),
    ).toBe(body);
    const mail = alertMail([message], { publicUrl: 'https://watch.example.test', marking: 'OFFICIAL' });
    expect(mail.subject).toBe('Test: High, above: Does this message arrive?');
    expect(mail.text).toContain('High, above (was normal): Does this message arrive?');
    expect(mail.text).toContain('28 November 2026 at 17:00 (UK time)');
  });

  it('is told of several changes in one e-mail, the gravest first', () => {
    const of = (indicator: string, status: 'normal' | 'high', question: string): AlertMessage => {
      const { data, ...rest } = testMessage(new Date('2026-11-28T17:00:00Z'));
      const after = { status, side: status === 'high' ? ('above' as const) : null };
      return { ...rest, type: 'indicator.status_changed', data: { ...data, indicator, question, after } };
    };
    const all = [of('a', 'normal', 'Calm?'), of('b', 'high', 'Wild?'), of('b', 'high', 'Wild?')];
    const mail = alertMail(all, { publicUrl: 'https://watch.example.test', marking: 'OFFICIAL' });
    expect(mail.subject).toBe('2 indicators changed: 2 high, 1 normal');
    expect(mail.text.indexOf('Wild?')).toBeLessThan(mail.text.indexOf('Calm?'));
    expect(mail.text.match(/indicators\/[ab]$/gm)).toHaveLength(3);
    expect(mail.text.match(/^OFFICIAL$/gm)).toHaveLength(1);
  });
});
