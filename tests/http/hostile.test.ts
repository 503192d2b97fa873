import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eq } from 'drizzle-orm';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAlert } from '@/db/alerts';
import { createEvent, updateEvent } from '@/db/event-writes';
import { readSeries } from '@/db/series';
import { events } from '@/db/schema';
import { auditLog } from '@/db/schema-audit';
import { users } from '@/db/schema-auth';
import { userByEmail } from '@/db/users';
import { eventSchema, type EventInput } from '@/lib/event';
import { attacks, parameters, TEXT, XSS } from '../setup/attacks';
import { BrowserFetch } from '../setup/browser-fetch';
import { writeHostileDesk, type HostileDesk } from '../setup/hostile-desk';
import { deskForms, deskPages, everywhere, expectTame, pagesWithParameters } from '../setup/hostile-pages';
import { eventOfAttacks } from '../setup/hostile-event';
import { PASSWORD, product } from './product';

const server = product(async () => ({ LOG_LEVEL: 'trace', MARKING: 'OFFICIAL' }));

/** Web addresses that count who comes: nobody may. */
const visits: string[] = [];
const lure = createServer((request, response) => {
  visits.push(request.url ?? '');
  response.end();
}).listen(0);

const hostileEvent = (slug: string, change: Partial<EventInput> = {}): EventInput =>
  eventOfAttacks(slug, `http://127.0.0.1:${(lure.address() as AddressInfo).port}/${slug}`, change);

let admin: BrowserFetch;
let slug: string;
let draft: string;
let formula: string;
let desk: HostileDesk;

beforeAll(async () => {
  if (!lure.listening) await once(lure, 'listening');
  admin = await server.signedIn('admin');
  slug = await createEvent(server.db, hostileEvent('hostile'), null);
  draft = await createEvent(
    server.db,
    hostileEvent('a-draft', { status: 'draft', title: 'Zyzzyva draft', summary: 'Zyzzyva' }),
    null,
  );
  const by = (await userByEmail(server.db, 'admin@example.test'))!;
  await updateEvent(server.db, slug, 1, hostileEvent('hostile', { tags: ['changed'] }), by);
  const waiting = hostileEvent('hostile-waiting', { status: 'in_review' });
  await createEvent(server.db, waiting, by);
  const proposed = hostileEvent('hostile', { tags: ['proposed'] });
  desk = await writeHostileDesk(server, { slug, version: 2, proposed }, by);
  const title = '=HYPERLINK("http://evil.example","x")';
  formula = await createEvent(
    server.db,
    hostileEvent('formula', { title, summary: '+cmd|calc!A0', locality: '@SUM(1)' }),
    null,
  );
});
afterAll(() => {
  lure.close();
});

describe('text that is stored', () => {
  it('is text on every page of readers and of the desk', async () => {
    for (const path of [...everywhere(slug), ...deskPages(slug, desk)]) {
      const answer = await admin.go(server.at(path));
      expect([path, answer.status]).toEqual([path, 200]);
      expectTame(await answer.text());
    }
    // Stored as typed, and the statement in it was not run.
    expect(await readSeries(server.db, 'hostile')).toMatchObject({ title: TEXT, publisher: TEXT });
    expect(await readAlert(server.db, desk.alert)).toMatchObject({ target: `https://hook.example/${TEXT}` });
  });

  it('is text in what comes back from every form of the desk, whatever stands in its fields', async () => {
    for (const path of deskForms(slug)) {
      const page = await (await admin.go(server.at(path))).text();
      const answers = await admin.sendAll(page, TEXT, /Sign out|Delete|Remove|Archive/);
      expect([path, answers.length > 0]).toEqual([path, true]);
      for (const answer of answers) {
        expect([path, answer.status < 500]).toEqual([path, true]);
        expectTame(await answer.text());
      }
    }
  });

  it('is text on the page of a file that was sent with it as name, columns and cells', async () => {
    const body = new FormData();
    const cell = `"${XSS.replaceAll('"', '""')}"`;
    body.set('file', new File([`${cell},title,date\n${cell},${cell},${cell}\n`], `${XSS}.csv`));
    const headers = { Origin: new URL(server.at('/')).origin };
    const sent = await admin.once(server.at('/admin/import/upload'), { method: 'POST', body, headers });
    expect(sent.headers.get('location')).toMatch(/^\/admin\/import\/\d+$/);
    const page = await admin.go(server.at(sent.headers.get('location')!));
    const html = await page.text();
    expect([page.status, html.includes('svg/onload')]).toEqual([200, true]);
    expectTame(html);
  });

  it('is text in every picture, and in what the page’s scripts read', async () => {
    for (const path of [
      '/charts/period.svg',
      '/charts/timeline.svg',
      '/charts/types.svg',
      '/series/files/hostile.svg',
      '/indicators/files/hostile.svg',
      '/indicators/evidence/hostile.svg',
      '/timeline/stretch?view=2020-01-01..2020-10-31&bins=61',
    ]) {
      const asked = path.startsWith('/indicators') ? path : `${path}${path.includes('?') ? '&' : '?'}q=svg`;
      const answer = await fetch(server.at(asked));
      expect([path, answer.status]).toEqual([path, 200]);
      const body = await answer.text();
      if (!path.includes('.svg')) expect(answer.headers.get('content-type')).not.toContain('html');
      else {
        expect(answer.headers.get('content-type')).toContain('image/svg+xml');
        expect(body).not.toMatch(/<script|<foreignObject|<[^<>]*\son\w+=|javascript:/i);
        // Opened by itself it is a document: it has a policy of its own, which runs nothing.
        expect(answer.headers.get('content-security-policy')).toMatch(/script-src [^;]*'nonce-/);
        expect(answer.headers.get('content-security-policy')).not.toMatch(/script-src [^;]*unsafe/);
      }
    }
  });

  it('never makes a link that runs', async () => {
    for (const url of [
      'javascript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      ' javascript:alert(1)',
      'file:///etc/passwd',
    ])
      expect(eventSchema.safeParse({ ...hostileEvent('x'), sources: [{ title: 'T', url }] }).success).toBe(
        false,
      );
  });

  it('is not run by a spreadsheet', async () => {
    const csv = await (await fetch(server.at('/export/events.csv?q=cmd'))).text();
    const rows: string[][] = parse(csv, { bom: true, comment: undefined, relax_column_count: true });
    const cells = rows.flat();
    expect(cells).toContain(`'=HYPERLINK("http://evil.example","x")`);
    expect(cells).toContain(`'+cmd|calc!A0`);
    for (const cell of cells) if (!/^[-+]?[\d.]+$/.test(cell)) expect(cell).not.toMatch(/^[=+@\t\r-]/);
    expect(formula).toBe('formula');
  });

  it('makes the server ask no other: nobody came to the addresses of the sources', async () => {
    for (const path of [
      ...everywhere(slug),
      `/events/${slug}/cite?as=ris`,
      '/export/events.json',
      '/export/events.geojson',
    ])
      await (await fetch(server.at(path))).text();
    expect(visits).toEqual([]);
  });
});

describe('whatever stands in the address', () => {
  it.each(pagesWithParameters)(
    'is neither run nor fatal: %s',
    async (path) => {
      for (const attack of attacks) {
        const query = new URLSearchParams(parameters.map((name) => [name, attack]));
        const alone = attacks.indexOf(attack) < 2 ? parameters.slice(0, 8) : [];
        for (const one of [
          query.toString(),
          ...alone.map((name) => new URLSearchParams({ [name]: attack }).toString()),
        ]) {
          const answer = await admin.once(server.at(`${path}?${one}`));
          const body = await answer.text();
          expect([path, one.slice(0, 80), answer.status < 500]).toEqual([path, one.slice(0, 80), true]);
          if (answer.headers.get('content-type')?.includes('html')) expectTame(body);
          expect(answer.headers.get('location') ?? '/').toMatch(/^\/(?!\/)/);
        }
      }
      const [{ length }] = [await server.db.select().from(events)];
      expect(length).toBeGreaterThan(200);
    },
    240_000,
  );

  it('opens no file of the server', async () => {
    for (const path of [
      '/..%2f..%2fetc/passwd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/_next/static/..%2f..%2fBUILD_ID',
      '/_next/static/%2e%2e/%2e%2e/.env',
      '/_next/static/..%5c..%5cpackage.json',
      '/charts/..%2fpackage.json',
      '/export/..%2f..%2fpackage.json',
      '/package.json',
      '/.env',
      '/.git/config',
      '/drizzle/0000_first.sql',
      '/.data/auth-secret',
      '/_next/image?url=/etc/passwd&w=64&q=75',
      '/_next/image?url=http://127.0.0.1:1/&w=64&q=75',
    ]) {
      const answer = await fetch(server.at(path), { redirect: 'manual' });
      const body = await answer.text();
      expect([path, answer.status]).not.toEqual([path, 200]);
      expect(body).not.toMatch(/root:x:|"pillarwatch"|CREATE TABLE|\[core\]/);
    }
  });

  it('leads nowhere else after signing in', async () => {
    for (const next of [
      '//evil.example',
      'https://evil.example',
      String.raw`/\evil.example`,
      'javascript:alert(1)',
      '/%09/evil.example',
      '/\t/evil.example',
      ' //evil.example',
    ]) {
      const answer = await admin.once(server.at(`/sign-in?next=${encodeURIComponent(next)}`));
      const to = new URL(answer.headers.get('location') ?? '/', server.at('/'));
      expect(to.origin).toBe(new URL(server.at('/')).origin);
    }
  });
});

describe('drafts', () => {
  it('are seen by nobody but the desk, whatever they ask', async () => {
    for (const path of [`/events/${draft}`, `/events/${draft}/cite?as=bibtex`])
      expect([path, (await fetch(server.at(path))).status]).toEqual([path, 404]);
    for (const path of [
      '/events?q=zyzzyva',
      '/?q=zyzzyva',
      '/timeline?q=zyzzyva',
      '/export/events.csv?q=zyzzyva',
      '/export/events.json',
      '/export/events.ndjson',
      '/export/events.geojson',
      '/charts/period.csv?q=zyzzyva',
      '/events?status=draft',
      '/export/events.csv',
      '/events?sort=title',
    ])
      expect(await (await fetch(server.at(path))).text()).not.toMatch(/Zyzzyva|a-draft/);
    expect(await (await admin.go(server.at(`/admin/events/${draft}`))).text()).toContain('Zyzzyva');
  });

  it('and the desk itself are closed to readers', async () => {
    const reader = await server.signedIn('reader');
    for (const path of [
      `/admin/events/${draft}`,
      '/admin/events',
      '/admin/users',
      '/admin/audit',
      '/admin/users/invite',
      '/admin/series',
    ]) {
      const page = await reader.go(server.at(path));
      expect(await page.text()).not.toContain('Zyzzyva');
      expect([path, new URL(reader.url).pathname]).toEqual([path, '/no-permission']);
    }
  });
});

describe('forms', () => {
  const account = async (browser: BrowserFetch) => (await browser.go(server.at('/account'))).text();

  it('take nothing that they do not ask for', async () => {
    const editor = await server.signedIn('editor');
    await editor.send(await account(editor), 'Change name', {
      name: 'Edna',
      role: 'admin',
      email: 'other@example.test',
      id: 'x',
      deactivatedAt: '',
      twoFactorEnabled: 'true',
      '__proto__.role': 'admin',
      'constructor.prototype.role': 'admin',
    });
    expect(await userByEmail(server.db, 'editor@example.test')).toMatchObject({
      name: 'Edna',
      role: 'editor',
      secondStep: false,
    });
    expect(({} as { role?: string }).role).toBeUndefined();
    expect(await (await fetch(server.at('/'))).text()).toContain('Pillarwatch');
  });

  it('do nothing for another site', async () => {
    const editor = await server.signedIn('reviewer');
    const html = await account(editor);
    for (const origin of ['https://evil.example', 'null', `${server.at('')}.evil.example`]) {
      const answer = await editor.send(html, 'Change name', { name: 'Forged' }, { Origin: origin });
      expect(answer.status).toBeGreaterThanOrEqual(400);
    }
    const body = new URLSearchParams({ name: 'Forged' });
    await editor.once(server.at('/account'), {
      method: 'POST',
      body,
      headers: { Origin: 'https://evil.example' },
    });
    const text = { method: 'POST', body: '{"name":"Forged"}', headers: { 'Content-Type': 'text/plain' } };
    await editor.once(server.at('/account'), text);
    expect(await userByEmail(server.db, 'reviewer@example.test')).toMatchObject({ name: 'The reviewer' });
    // What a script of ours asks of the desk is asked by no other site's.
    for (const [method, Origin, status] of [
      ['POST', 'https://evil.example', 403],
      ['DELETE', 'null', 403],
      ['POST', new URL(server.at('/')).origin, 200],
    ] as const) {
      const answer = await editor.once(server.at(`/admin/events/${slug}/open`), {
        method,
        headers: { Origin },
      });
      expect([method, Origin, answer.status]).toEqual([method, Origin, status]);
    }
  });

  it('answer alike whether an account is there or not', async () => {
    const ask = async (path: string, button: string, fields: Record<string, string>) => {
      const browser = new BrowserFetch();
      const page = await (await browser.go(server.at(path))).text();
      const answer = await browser.send(page, button, fields);
      const html = (await answer.text()).replaceAll(
        /nonce="[^"]+"|nonce\\":\\"[^"]+|\$ACTION[^"]*"[^>]*|value="[^"]*"/g,
        '',
      );
      return { status: answer.status, summary: /govuk-error-summary.*?<\/ul>/s.exec(html)?.[0] };
    };
    const tries = ['admin@example.test', 'nobody@example.test'].map((email) =>
      ask('/sign-in', 'Sign in', { email, password: 'not the password' }),
    );
    const [known, unknown] = await Promise.all(tries);
    expect(known!.summary).toContain('correct email address and password');
    expect(known).toEqual(unknown);
    // The trail knows the difference, and never keeps an address that is of no account.
    const failed = await server.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.action, 'sign-in.failed'))
      .orderBy(auditLog.seq);
    expect(new Set(failed.slice(-2).map(({ detail }) => JSON.stringify(detail)))).toEqual(
      new Set(['{"account":"known"}', '{"account":"unknown"}']),
    );
    expect(JSON.stringify(failed)).not.toContain('nobody@example.test');
    const page = await (await fetch(server.at('/forgot-password'))).text();
    expect(page).toContain('Ask an admin');
  });
});

describe('what is logged and answered', () => {
  it('holds no secret, at the most talkative level, errors included', async () => {
    const link = server.at('/set-password/a-secret-token-of-a-link');
    await fetch(link);
    const output = server.output();
    const rows = await server.db.select().from(users);
    const trail = JSON.stringify(await server.db.select().from(auditLog));
    expect(rows.length).toBeGreaterThan(1);
    const password = new URL(server.url).password;
    for (const secret of [
      PASSWORD,
      'not the password',
      'a-secret-token-of-a-link',
      'session_token',
      password,
    ].filter(Boolean)) {
      expect(output).not.toContain(secret);
      expect(trail).not.toContain(secret);
    }
    for (const row of await server.db
      .select({ id: events.id })
      .from(events)
      .where(eq(events.slug, 'hostile')))
      expect(row.id).toBeGreaterThan(0);
  });

  it('tells strangers nothing of the inside', async () => {
    for (const path of [
      '/no-such-page',
      '/export/nothing',
      '/charts/nothing.svg',
      '/events/nothing',
      '/api/auth/callback/oidc',
      '/export/events.csv?pillar=x',
    ]) {
      const body = await (await fetch(server.at(path))).text();
      expect(body).not.toMatch(/node_modules|at \w+ \(|postgres:\/\/|select .* from|stack/i);
    }
  });
});
