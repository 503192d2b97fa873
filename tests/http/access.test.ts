import { readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { chartFileNames } from '@/app/_http/chart-names';
import { createKey } from '@/db/api-keys';
import { readEvent } from '@/db/event-record';
import { countReview } from '@/db/review';
import { userByEmail } from '@/db/users';
import { keyScopes } from '@/lib/api/key-scopes';
import { operations } from '@/lib/api/routes';
import { exportFormats } from '@/lib/export/formats';
import {
  accessTo,
  actionAccess,
  may,
  operationAccess,
  userRoles,
  type Access,
  type UserRole,
} from '@/lib/permissions';
import { good } from '../setup/api-event';
import { BrowserFetch } from '../setup/browser-fetch';
import { actionsOnDisk, pagesOnDisk, type Action, type Page } from '../setup/doors';
import { product } from './product';

/** Every door of the product, tried by everybody, where only who is signed in may read. */
const server = product(async () => ({
  READERS: 'signed-in',
  FOUR_EYES: 'on',
  API_RATE_LIMIT: '0',
  LOG_LEVEL: 'warn',
}));

const EVENT = 'kansas-city-hospital-bomb-plot-2020';
/** What the names in an address stand for; 1 and nothing of that name where they are others. */
const samples: Record<string, string> = {
  '/events/[slug]': EVENT,
  '/events/[slug]/cite': EVENT,
  '/admin/events/[slug]': EVENT,
  '/pillars/[pillar]': 'prevent',
  '/regions/[code]': 'GB',
  '/indicators/[slug]': 'x',
};
const addressOf = (pattern: string): string =>
  pattern.replaceAll(/\[\[?[^\]]+\]\]?/g, samples[pattern] ?? (pattern.startsWith('/admin') ? '1' : 'x'));

type Who = UserRole | 'nobody';
const everybody: readonly Who[] = ['nobody', ...userRoles];
const browsers = new Map<Who, BrowserFetch>([['nobody', new BrowserFetch()]]);
const keys = new Map<Who, string>();
const PAGE = { Accept: 'text/html' };

function isAllowed(access: Access, who: Who): boolean {
  if (access === 'anyone') return true;
  if (who === 'nobody') return false;
  return access === 'reader' || access === 'signed-in' || may(who, access);
}

/** What the record and its trail are at: a refusal changes neither. */
async function state(): Promise<unknown> {
  return server.db.execute(
    sql`select (select count(*) from audit_log) as trail, (select revision from dataset) as revision`,
  );
}

/** Tries what each is to be tried with, some at a time. */
async function inTurn<T>(all: readonly T[], run: (one: T) => Promise<void>): Promise<void> {
  const rest = [...all];
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let next = rest.shift(); next !== undefined; next = rest.shift()) await run(next);
    }),
  );
}

const ask = async (who: Who, path: string, init: RequestInit = {}) => {
  const answer = await browsers.get(who)!.once(server.at(path), init);
  return {
    status: answer.status,
    headers: answer.headers,
    to: answer.headers.get('location') ?? '',
    body: await answer.text(),
  };
};

beforeAll(async () => {
  for (const role of userRoles) {
    browsers.set(role, await server.signedIn(role));
    const owner = (await userByEmail(server.db, `${role}@example.test`))!;
    const scopes = keyScopes.map(({ code }) => code);
    keys.set(role, await createKey(server.db, { name: role, scopes, ownerId: owner.id, days: 1 }, owner));
  }
}, 60_000);

/** A door and somebody who is refused at it: everybody whom the table does not name. */
const refusals = <T>(doors: readonly T[], accessOf: (door: T) => Access) =>
  doors.flatMap((door) =>
    everybody.filter((who) => !isAllowed(accessOf(door), who)).map((who) => ({ door, who })),
  );
/** A door and who is let in: the least of those whom the table names. What more they may has its own tests. */
const entries = <T>(doors: readonly T[], accessOf: (door: T) => Access) =>
  doors.flatMap((door) =>
    everybody
      .filter((who) => isAllowed(accessOf(door), who))
      .slice(0, 1)
      .map((who) => ({ door, who })),
  );
const pages = pagesOnDisk().filter(({ pattern }) => !pattern.startsWith('/api/v1'));

async function tryPage({ pattern, isPage, methods }: Page, who: Who): Promise<void> {
  const path = addressOf(pattern);
  const access = accessTo(path);
  for (const method of methods) {
    const name = `${method} ${path} by ${who}`;
    const own = new URL(server.at('/')).origin;
    const { status, to, body } = await ask(who, path, {
      method,
      headers: { ...(isPage && PAGE), Origin: own },
    });
    expect(status, name).toBeLessThan(500);
    if (isAllowed(access, who)) {
      expect([401, 403], name).not.toContain(status);
      // A visitor who takes the second step without the first is sent to that.
      if (access !== 'anyone') expect(to, name).not.toMatch(/^\/sign-in\?next|^\/no-permission/);
      // An address with a name in it may name nothing.
      if (
        isPage &&
        access !== 'anyone' &&
        samples[pattern] !== 'x' &&
        !/\[/.test(samples[pattern] ?? pattern)
      )
        expect([name, status]).toEqual([name, path === '/admin' ? 307 : 200]);
    } else if (isPage) {
      expect([name, status, to.split('?')[0]]).toEqual([
        name,
        307,
        who === 'nobody' ? '/sign-in' : '/no-permission',
      ]);
      if (access === 'reader') expect(to).toBe(`/sign-in?${new URLSearchParams({ next: path })}`);
      expect(body, name).not.toContain('<h1');
    } else
      expect([name, [401, 403].includes(status) || to.startsWith('/admin/import?problem=')]).toEqual([
        name,
        true,
      ]);
  }
}

describe('every page and every handler', () => {
  it('lets in whom the table names and nobody else', async () => {
    const before = await state();
    const accessOf = ({ pattern }: Page) => accessTo(addressOf(pattern));
    const tried = [...refusals(pages, accessOf), ...entries(pages, accessOf)];
    expect(tried.length).toBeGreaterThan(2 * pages.length - 12);
    await inTurn(tried, ({ door, who }) => tryPage(door, who));
    expect(await state()).toEqual(before);
  }, 120_000);
});

interface Reference {
  filename: string;
  exportedName: string;
  workers: Record<string, unknown>;
}
const built = (): [string, Reference][] => {
  const { node } = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as {
    node: Record<string, Reference>;
  };
  return Object.entries(node);
};

/** Calls an action with an empty form, as the page's scripts would; whether it was refused. */
async function call({ file, name, parameters }: Action, who: Who) {
  const found = built().find(([, one]) => one.filename === file && one.exportedName === name);
  if (!found) throw new Error(`The build has no action ${file}#${name}: no page uses it`);
  const [id, { workers }] = found;
  const at = addressOf(
    `/${Object.keys(workers)[0]!
      .split('/')
      .slice(1, -1)
      .filter((part) => !part.startsWith('('))
      .join('/')}`,
  );
  const body = new FormData();
  body.set('0', parameters === 2 ? '[{},"$K1"]' : '["$K1"]');
  const headers = { 'Next-Action': id, Origin: new URL(server.at('/')).origin, Accept: 'text/x-component' };
  const answer = await ask(who, at, { method: 'POST', headers, body });
  const to = answer.headers.get('x-action-redirect') ?? '';
  const refused =
    /^\/(?:sign-in\?next=|no-permission)/.test(to) ||
    /"(?:refused":"(?:signed-out|not-allowed)|message":"(?:Sign in again|You may not))/.test(answer.body);
  return { ...answer, refused };
}

describe('every action', () => {
  const actions = actionsOnDisk().filter(({ name }) => name !== 'signOutAction');
  const accessOf = ({ key }: Action) => actionAccess[key]!;

  it('refuses whom the table does not name, and writes nothing for them', async () => {
    const before = await state();
    await inTurn(refusals(actions, accessOf), async ({ door, who }) => {
      const { status, refused } = await call(door, who);
      expect([door.key, who, refused, status < 500]).toEqual([door.key, who, true, true]);
    });
    expect(await state()).toEqual(before);
    expect(server.output()).toMatch(/"permission":"users.manage".*"not allowed"/);
  }, 120_000);

  it('takes whom it names, whatever they send', async () => {
    await inTurn(entries(actions, accessOf), async ({ door, who }) => {
      const { status, refused } = await call(door, who);
      expect([door.key, who, refused, status < 500]).toEqual([door.key, who, false, true]);
    });
  }, 120_000);
});

describe('every operation of the API', () => {
  it('takes a key of whom the table names, a reader’s session to read, and nobody without either', async () => {
    const before = await state();
    const tried = operations.flatMap((door) => everybody.map((who) => ({ door, who })));
    await inTurn(tried, async ({ door: { id, path, method }, who }) => {
      const access = operationAccess[id]!;
      const address = `/api/v1${path.replace('{id}', '999999').replace('{slug}', access === 'reader' ? EVENT : 'nothing')}`;
      const key = keys.get(who);
      const init = {
        method,
        headers: new Headers(key === undefined ? {} : { Authorization: `Bearer ${key}` }),
      };
      const answer = await fetch(server.at(address), init);
      const allowed = isAllowed(access, who);
      expect([id, who, [401, 403].includes(answer.status)]).toEqual([id, who, !allowed]);
      await answer.body?.cancel();
      // A session reads, and never writes: another site could make a browser send it.
      const cookie = await browsers.get(who)!.once(server.at(address), { method });
      expect([id, who, cookie.status === 401]).toEqual([id, who, who === 'nobody' || access !== 'reader']);
      await cookie.body?.cancel();
    });
    expect(await state()).toEqual(before);
  }, 60_000);
});

describe('where nobody publishes their own work', () => {
  it('no program does it for them: it is told what to do, and a change to what is published waits', async () => {
    const send = async (who: Who, method: string, path: string, body: object, version = 0) => {
      const answer = await fetch(server.at(`/api/v1${path}`), {
        method,
        body: JSON.stringify(body),
        headers: {
          Authorization: `Bearer ${keys.get(who)!}`,
          'Content-Type': method === 'PATCH' ? 'application/merge-patch+json' : 'application/json',
          ...(version > 0 && { 'If-Match': `"v${version}"` }),
        },
      });
      return {
        status: answer.status,
        ...((await answer.json()) as { type: string; slug: string; version: number }),
      };
    };
    const waits = { status: 403, type: expect.stringMatching(/#problem-needs-review$/) as string };
    expect(await send('reviewer', 'POST', '/events', { ...good, status: 'published' })).toMatchObject(waits);
    const { slug } = await send('reviewer', 'POST', '/events', { ...good, status: 'in_review' });
    const path = `/events/${slug}`;
    expect(await send('reviewer', 'PATCH', path, { status: 'published' }, 1)).toMatchObject(waits);
    // Somebody else publishes it as it is, but not with words of their own.
    expect(await send('admin', 'PATCH', path, { status: 'published', title: 'Mine' }, 1)).toMatchObject(
      waits,
    );
    expect(await send('admin', 'PATCH', path, { status: 'published' }, 1)).toMatchObject({
      status: 'published',
      version: 2,
    });
    const waiting = await countReview(server.db);
    const proposed = await send('reviewer', 'PATCH', path, { title: 'A better title' }, 2);
    expect(proposed).toEqual({
      status: 202,
      slug,
      version: 2,
      proposed: true,
      review: server.at('/admin/review'),
    });
    expect(await readEvent(server.db, slug)).toMatchObject({ version: 2, title: good.title });
    expect(await countReview(server.db)).toBe(waiting + 1);
    expect(await send('reviewer', 'PATCH', path, { title: 'Late' }, 1)).toMatchObject({ status: 412 });
  });
});

describe('where only who is signed in may read', () => {
  it('tells nobody else anything: no file, no picture, no feed, no state, by no detour', async () => {
    const files = [
      ...exportFormats.map(({ file }) => `/export/${file}`),
      ...chartFileNames.map((file) => `/charts/${file}`),
      '/briefing/briefing.docx',
      `/events/${EVENT}/cite?as=ris`,
      '/timeline/tile?view=2020-01-01..2020-10-31',
      '/timeline/stretch?view=2020-01-01..2020-10-31&bins=61',
      '/nothing-of-the-kind',
      '/events.rsc',
      '/events.segments/_tree.segment.rsc',
      '/sign-in%2f..%2fevents',
      '/_next/image?url=%2Fcharts%2Fperiod.svg&w=64&q=75',
    ];
    for (const path of files) {
      const { status, headers, body } = await ask('nobody', path);
      expect([path, status]).toEqual([path, 401]);
      expect(headers.get('content-type'), path).toBe('application/problem+json');
      expect(JSON.parse(body)).toMatchObject({ status: 401 });
    }
    // Whatever is read there no cache keeps, not even the browser's own.
    for (const path of [
      '/',
      '/events',
      `/events/${EVENT}`,
      '/charts/period.csv',
      '/export/events.csv',
      '/api/v1/counts',
    ]) {
      const { status, headers } = await ask('reader', path);
      expect([path, status, headers.get('cache-control')]).toEqual([
        path,
        200,
        expect.stringContaining('no-store'),
      ]);
    }
    const etag = (await ask('reader', '/')).headers.get('etag')!;
    expect((await ask('reader', '/', { headers: { 'If-None-Match': etag } })).status).toBe(304);
    for (const extra of [
      { 'If-None-Match': etag },
      { 'If-None-Match': '*' },
      { rsc: '1', 'If-None-Match': etag },
      { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
      { 'x-middleware-subrequest': 'middleware' },
      { 'x-nextjs-data': '1' },
      { Authorization: `Bearer ${keys.get('admin')!}x` },
    ] as Record<string, string>[])
      for (const accept of ['text/html', '*/*']) {
        const { status, headers, body } = await ask('nobody', '/events', {
          headers: { Accept: accept, ...extra },
        });
        expect([extra, [307, 401].includes(status), headers.get('etag')]).toEqual([extra, true, null]);
        expect(headers.get('cache-control')).toBe('no-store');
        expect(body).not.toMatch(/<html|"data"|<h1/);
      }
    const post = await ask('nobody', '/events', { method: 'POST', headers: PAGE });
    expect([post.status, post.to]).toEqual([303, '/sign-in?next=%2Fevents']);
  });

  it('answers sign-in, its static files and whether it is well, and comes back to where the reader was going', async () => {
    const { body } = await ask('nobody', '/sign-in?next=%2Fevents%3Fpillar%3Dprevent', { headers: PAGE });
    expect(body).toContain('Only people with an account may read');
    const script = /\/_next\/static\/[^"]+\.js/.exec(body)![0];
    for (const path of [script, '/favicon.svg', '/health', '/robots.txt'])
      expect((await ask('nobody', path)).status, path).toBe(200);
    expect((await ask('nobody', '/robots.txt')).body).toMatch(/Disallow: \/$/m);
    const way = '/events?pillar=prevent&q=%C3%A9%20x';
    const { to } = await ask('nobody', way, { headers: PAGE });
    expect(to).toBe(`/sign-in?${new URLSearchParams({ next: way })}`);
    expect((await ask('reader', to, { headers: PAGE })).to).toBe(way);
  });

  it('ends with the session, at once', async () => {
    const browser = browsers.get('reader')!;
    const account = await (await browser.go(server.at('/account'))).text();
    await browser.send(account, 'Sign out here', {});
    expect((await ask('reader', '/events', { headers: PAGE })).status).toBe(307);
    expect((await ask('reader', '/api/v1/counts')).status).toBe(401);
  });
});
