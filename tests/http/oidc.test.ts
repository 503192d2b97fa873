import { desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFirstAdmin, firstAdminToken } from '@/db/first-admin';
import { auditLog } from '@/db/schema-audit';
import { accounts, sessions } from '@/db/schema-auth';
import { inviteUser, setActive, userByEmail } from '@/db/users';
import { BrowserFetch } from '../setup/browser-fetch';
import { oidcIssuer, type Issuer, type People } from '../setup/oidc-issuer';
import { product } from './product';

const people: People = {
  ed: { email: 'Ed@example.test', name: 'Ed from the directory', roles: ['Readers', 'Leads'] },
  stranger: { email: 'stranger@example.test', name: 'Stranger', roles: ['Leads'] },
  unsure: { email: 'una@example.test', email_verified: false, name: 'Not Una' },
  nameless: { name: 'Nobody' },
  gone: { email: 'gone@example.test', name: 'Gone' },
};
let issuer: Issuer;
const server = product(async (address) => {
  issuer = await oidcIssuer(address, people);
  return { ...issuer.settings, OIDC_ROLES: 'Leads=reviewer,Desk=editor', OIDC_NAME: 'a test account' };
});
afterAll(() => issuer.close());

const by = { id: 'first', from: { ip: null, agent: null } };

beforeAll(async () => {
  const token = (await firstAdminToken(server.db))!;
  await createFirstAdmin(server.db, token, { name: 'A', email: 'a@example.test', hash: 'x' }, by.from);
  for (const name of ['ed', 'una', 'gone'])
    await inviteUser(server.db, { name, email: `${name}@example.test`, role: 'editor' }, by);
  await setActive(server.db, (await userByEmail(server.db, 'gone@example.test'))!.id, false, by);
});

/** Signs in at the issuer, through its own pages, as whom it knows by this name. */
async function signIn(login: string, browser = new BrowserFetch(), next = '/account'): Promise<string> {
  let page = await browser.go(server.at(`/sign-in/oidc?next=${encodeURIComponent(next)}`));
  for (let steps = 0; browser.url.startsWith(issuer.address) && steps < 4; steps++)
    page = await browser.submit(await page.text(), { login, password: 'any' });
  return page.text();
}

describe('sign-in with an OpenID provider', () => {
  it('lets in who was invited, with the role that their claim gives, and keeps no token', async () => {
    const browser = new BrowserFetch();
    const page = await signIn('ed', browser);
    expect(browser.url).toBe(server.at('/account'));
    expect(page).toContain('ed@example.test');
    const user = (await userByEmail(server.db, 'ed@example.test'))!;
    expect(user).toMatchObject({ role: 'reviewer', state: 'active', name: 'ed' });
    const [account] = await server.db.select().from(accounts).where(eq(accounts.userId, user.id));
    expect(account).toMatchObject({
      providerId: 'oidc',
      accountId: 'ed',
      accessToken: null,
      refreshToken: null,
      idToken: null,
    });
    const trail = await server.db.select().from(auditLog).where(eq(auditLog.userId, user.id));
    expect(trail.map(({ action }) => action)).toEqual(['user.role', 'sign-in']);
    const cookie = Array.from(browser.cookies(server.at('/')).keys());
    expect(cookie.some((name) => name.includes('session_token'))).toBe(true);
  });

  it('finds the same person again by the issuer’s own name for them, also when the address has changed', async () => {
    people.ed!.email = 'ed.renamed@example.test';
    const browser = new BrowserFetch();
    expect(await signIn('ed', browser)).toContain('ed@example.test');
    expect(await userByEmail(server.db, 'ed.renamed@example.test')).toBeNull();
  });

  it.each([
    ['who was not invited', 'stranger'],
    ['whose address the issuer does not vouch for', 'unsure'],
    ['who has no address', 'nameless'],
    ['who is deactivated', 'gone'],
  ])('lets nobody in %s', async (_who, login) => {
    const before = await server.db.select().from(sessions);
    const browser = new BrowserFetch();
    const page = await signIn(login, browser);
    expect(new URL(browser.url).pathname).toBe('/sign-in');
    expect(page).toContain('That account was not let in');
    expect(await server.db.select().from(sessions)).toHaveLength(before.length);
    const [last] = await server.db.select().from(auditLog).orderBy(desc(auditLog.seq)).limit(1);
    expect(last).toMatchObject({ action: 'sign-in.failed', detail: { by: 'oidc' } });
    await browser.go(server.at('/account'));
    expect(new URL(browser.url).pathname).toBe('/sign-in');
  });

  it('does not take a return that another browser began, or that nobody did', async () => {
    const victim = new BrowserFetch();
    const attacker = new BrowserFetch();
    let page = await attacker.go(server.at('/sign-in/oidc'));
    // The attacker signs in as themselves and keeps the address that would complete it.
    let back = '';
    for (let steps = 0; steps < 6 && !back; steps++) {
      const html = await page.text();
      const action = /<form[^>]*action="([^"]+)"/.exec(html)![1]!;
      const prompt = /name="prompt" value="(\w+)"/.exec(html)![1]!;
      let answer = await attacker.once(new URL(action, attacker.url).href, {
        method: 'POST',
        body: new URLSearchParams({ prompt, login: 'ed', password: 'x' }),
      });
      while (answer.status >= 300 && answer.status < 400) {
        const to = new URL(answer.headers.get('location')!, attacker.url).href;
        if (to.startsWith(server.at('/api/auth/callback'))) {
          back = to;
          break;
        }
        answer = await attacker.once(to);
      }
      page = answer;
    }
    expect(back).toContain('code=');
    await victim.go(back);
    expect(new URL(victim.url).pathname).toBe('/sign-in');
    await victim.go(server.at('/api/auth/callback/oidc?code=x&state=y'));
    expect(new URL(victim.url).pathname).toBe('/sign-in');
    await victim.go(server.at('/account'));
    expect(new URL(victim.url).pathname).toBe('/sign-in');
  });

  it('goes on within this site alone', async () => {
    for (const next of ['//evil.example/', 'https://evil.example/', String.raw`/\evil.example`]) {
      const browser = new BrowserFetch();
      await signIn('ed', browser, next);
      expect(new URL(browser.url).origin).toBe(new URL(server.at('/')).origin);
    }
  });

  it.each(['/api/auth/sign-in/email', '/api/auth/ok', '/api/auth/get-session', '/api/auth/sign-up/email'])(
    'opens no other address of the library: %s',
    async (path) => {
      expect((await fetch(server.at(path))).status).toBe(404);
      expect((await fetch(server.at(path), { method: 'POST' })).status).not.toBe(200);
    },
  );
});
