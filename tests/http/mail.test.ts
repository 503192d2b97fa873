import { afterAll, describe, expect, it, vi } from 'vitest';
import { mailServer } from '../setup/mail-server';

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

const good = await mailServer();
const bad = await mailServer(true);

describe('a one-time link by e-mail', () => {
  const ed = { name: 'Ed', email: 'ed@example.test' };
  afterAll(() => vi.unstubAllEnvs());

  it('goes to the person, with an address of this site', async () => {
    const { sendPasswordLink } = await withSettings({
      SMTP_URL: good.url,
      MAIL_FROM: 'Desk <desk@example.test>',
    });
    expect(await sendPasswordLink(ed, 'the-token', 'invitation')).toBe(true);
    const mail = good.mails.at(-1)!;
    expect(mail).toContain('To: ed@example.test');
    expect(mail).toContain('From: Desk <desk@example.test>');
    expect(mail).toContain('Auto-Submitted: auto-generated');
    expect(mail.replaceAll('=\r\n', '')).toContain('https://watch.example.test/set-password/the-token');
  });

  it('can have no header or second recipient put into it by a name', async () => {
    const { sendPasswordLink } = await withSettings({ SMTP_URL: good.url });
    await sendPasswordLink({ ...ed, name: 'Ed\r\nBcc: evil@example.test' }, 't', 'reset');
    const [head] = good.mails.at(-1)!.split('\r\n\r\n');
    expect(head).not.toContain('evil');
  });

  it('is passed on by the admin where no server is set, or it refuses', async () => {
    const none = await withSettings({ SMTP_URL: '' });
    expect(await none.sendPasswordLink(ed, 't', 'reset')).toBe(false);
    const refusing = await withSettings({ SMTP_URL: bad.url });
    expect(await refusing.sendPasswordLink(ed, 't', 'reset')).toBe(false);
    const nobody = await withSettings({ SMTP_URL: 'smtp://127.0.0.1:1' });
    expect(await nobody.sendPasswordLink(ed, 't', 'reset')).toBe(false);
  });
});
