import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

/** A mail server that keeps what it is sent, or refuses all of it. */
function mailServer(refuse = false): { server: SMTPServer; mails: string[] } {
  const mails: string[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onMailFrom: (_address, _session, callback) => callback(refuse ? new Error('not today') : null),
    onData(stream, _session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        mails.push(Buffer.concat(chunks).toString('utf8'));
        callback();
      });
    },
  });
  return { server, mails };
}

async function listen(server: SMTPServer): Promise<string> {
  const net = server.listen(0, '127.0.0.1');
  await once(net, 'listening');
  return `smtp://127.0.0.1:${(net.address() as AddressInfo).port}`;
}

/** The module with these settings: they are read once. */
async function withSettings(settings: Record<string, string>) {
  vi.resetModules();
  for (const [name, value] of Object.entries({
    DATABASE_URL: 'postgresql://x@localhost/x',
    AUTH_SECRET: 'x'.repeat(32),
    PUBLIC_URL: 'https://watch.example.test',
    ...settings,
  }))
    vi.stubEnv(name, value);
  return import('@/app/_auth/password-mail');
}

describe('a one-time link by e-mail', () => {
  const good = mailServer();
  const bad = mailServer(true);
  const ed = { name: 'Ed', email: 'ed@example.test' };
  let url: string;

  beforeAll(async () => {
    url = await listen(good.server);
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await Promise.all(
      [good.server, bad.server].map((server) => new Promise<void>((done) => server.close(() => done()))),
    );
  });

  it('goes to the person, with an address of this site', async () => {
    const { sendPasswordLink } = await withSettings({ SMTP_URL: url, MAIL_FROM: 'Desk <desk@example.test>' });
    expect(await sendPasswordLink(ed, 'the-token', 'invitation')).toBe(true);
    const mail = good.mails.at(-1)!;
    expect(mail).toContain('To: ed@example.test');
    expect(mail).toContain('From: Desk <desk@example.test>');
    expect(mail.replaceAll('=\r\n', '')).toContain('https://watch.example.test/set-password/the-token');
  });

  it('can have no header or second recipient put into it by a name', async () => {
    const { sendPasswordLink } = await withSettings({ SMTP_URL: url });
    await sendPasswordLink({ ...ed, name: 'Ed\r\nBcc: evil@example.test' }, 't', 'reset');
    const [head] = good.mails.at(-1)!.split('\r\n\r\n');
    expect(head).not.toContain('evil');
  });

  it('is passed on by the admin where no server is set, or it refuses', async () => {
    const none = await withSettings({ SMTP_URL: '' });
    expect(await none.sendPasswordLink(ed, 't', 'reset')).toBe(false);
    const refusing = await withSettings({ SMTP_URL: await listen(bad.server) });
    expect(await refusing.sendPasswordLink(ed, 't', 'reset')).toBe(false);
    const nobody = await withSettings({ SMTP_URL: 'smtp://127.0.0.1:1' });
    expect(await nobody.sendPasswordLink(ed, 't', 'reset')).toBe(false);
  });
});
