import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { clientAddress, guard } from '@/app/_start/guard.mjs';
import { sessions } from '@/db/schema-auth';
import { userByEmail } from '@/db/users';
import { PASSWORD, product } from './product';

const plain = product();
// Reached by a browser through TLS; here straight, as its proxy does.
const secure = product(async () => ({ PUBLIC_URL: 'https://watch.example.test', TRUSTED_PROXIES: '1' }));

const pages = [
  '/',
  '/events',
  '/timeline',
  '/data',
  '/sign-in',
  '/forgot-password',
  '/set-password/x',
  '/no-such-page',
];
const get = (path: string, server = plain) => fetch(server.at(path), { redirect: 'manual' });

/** The directives of a policy by their names. */
function policyOf(answer: Response): Map<string, string[]> {
  const text = answer.headers.get('content-security-policy') ?? '';
  return new Map(text.split('; ').map((part) => [part.split(' ')[0]!, part.split(' ').slice(1)]));
}

describe('the headers of every page', () => {
  it.each(pages)('let no script run but our own: %s', async (path) => {
    const [one, two] = [await get(path), await get(path)];
    const scripts = policyOf(one).get('script-src')!;
    const nonce = scripts.find((source) => source.startsWith("'nonce-"))!;
    expect(scripts.toSorted()).toEqual(["'self'", "'strict-dynamic'", nonce].toSorted());
    expect(policyOf(two).get('script-src')).not.toContain(nonce);
    for (const [name, value] of [
      ['default-src', "'self'"],
      ['object-src', "'none'"],
      ['base-uri', "'none'"],
      ['form-action', "'self'"],
      ['frame-ancestors', "'none'"],
    ] as const)
      expect(policyOf(one).get(name)).toEqual([value]);
    // Every script of the page carries the nonce of its own answer: none was written by anything else.
    const html = await one.text();
    const tags = html.match(/<script\b[^>]*>/g) ?? [];
    expect(tags.length).toBeGreaterThan(0);
    for (const tag of tags) expect(tag).toContain(`nonce="${nonce.slice(7, -1)}"`);
    expect(html).not.toMatch(/<[^>]+\son\w+=/);
  });

  it.each([...pages, '/favicon.svg', '/charts/period.csv', '/charts/period.svg', '/export/events.csv'])(
    'forbid guessing types, framing, and telling others the address: %s',
    async (path) => {
      const { headers } = await get(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('permissions-policy')).toContain('camera=()');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  it('ask for TLS where people come by it, and only there', async () => {
    expect((await get('/sign-in', secure)).headers.get('strict-transport-security')).toBe(
      'max-age=31536000; includeSubDomains',
    );
    expect((await get('/sign-in')).headers.get('strict-transport-security')).toBeNull();
  });

  it('keep pages of who is signed in out of shared caches', async () => {
    const admin = await plain.signedIn('admin');
    for (const path of ['/', '/events'])
      expect((await admin.once(plain.at(path))).headers.get('cache-control')).toMatch(/private/);
    // No cache keeps the desk and accounts, not even the browser's own: after signing out, Back shows none of it.
    for (const path of ['/account', '/account/second-step', '/admin/events', '/admin/users', '/admin/audit'])
      expect((await admin.once(plain.at(path))).headers.get('cache-control')).toContain('no-store');
  });
});

describe('cookies', () => {
  it('are out of reach of scripts and of other sites, and behind TLS only sent by it', async () => {
    for (const server of [plain, secure]) {
      const page = await fetch(server.at('/sign-in'));
      const html = await page.text();
      const hidden = Object.fromEntries(
        Array.from(html.matchAll(/type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g), ([, name, value]) => [
          name!,
          (value ?? '').replaceAll('&quot;', '"'),
        ]),
      );
      await server.signedIn('reader').catch(() => {});
      const body = new FormData();
      for (const [name, value] of Object.entries({
        ...hidden,
        email: 'reader@example.test',
        password: PASSWORD,
      }))
        body.set(name, value);
      const origin = server === secure ? 'https://watch.example.test' : new URL(server.at('/')).origin;
      const headers = { Origin: origin, 'X-Forwarded-Host': new URL(origin).host };
      const answer = await fetch(server.at('/sign-in'), {
        method: 'POST',
        body,
        headers,
        redirect: 'manual',
      });
      const cookies = answer.headers.getSetCookie();
      expect(cookies.some((line) => line.includes('session_token='))).toBe(true);
      for (const line of cookies) {
        expect(line).toMatch(/; HttpOnly/i);
        expect(line).toMatch(/; SameSite=lax/i);
        expect(line).not.toMatch(/; Domain=/i);
        if (server === secure) expect(line).toMatch(/; Secure/i);
        if (server === secure) expect(line).toMatch(/^__(?:Secure|Host)-/);
      }
    }
  });
});

describe('a session', () => {
  it('that nobody used for two hours is over', async () => {
    const page = await plain.signedIn('reader');
    const status = async () => (await page.once(plain.at('/account'))).status;
    expect(await status()).toBe(200);
    const reader = (await userByEmail(plain.db, 'reader@example.test'))!;
    const used = (minutes: number) =>
      plain.db
        .update(sessions)
        .set({ lastSeenAt: new Date(Date.now() - minutes * 60_000) })
        .where(eq(sessions.userId, reader.id));
    await used(119);
    expect(await status()).toBe(200);
    await used(121);
    expect(await status()).toBe(307);
  });

  it('is another after each sign-in, whatever cookie came with it, and the one before is over', async () => {
    const editor = await plain.signedIn('editor');
    const form = await (await fetch(plain.at('/sign-in'))).text();
    const jar = editor.cookies(plain.at('/'));
    const before = new Map(jar);
    const name = [...before.keys()].find((key) => key.endsWith('session_token'))!;
    editor.url = plain.at('/sign-in');
    await editor.send(form, 'Sign in', { email: 'editor@example.test', password: PASSWORD });
    expect(jar.get(name)).not.toBe(before.get(name));
    expect((await editor.once(plain.at('/account'))).status).toBe(200);
    // Neither the old one nor one that an attacker has put into the browser opens anything.
    for (const value of [before.get(name)!, 'x'.repeat(32), `${'x'.repeat(32)}.${'y'.repeat(44)}`]) {
      const headers = { Cookie: `${name}=${value}` };
      const answer = await fetch(plain.at('/account'), { headers, redirect: 'manual' });
      expect([value.slice(0, 4), answer.status]).toEqual([value.slice(0, 4), 307]);
    }
  });
});

describe('the address that a request came from', () => {
  it.each([
    ['1.1.1.1, 2.2.2.2', 0, '9.9.9.9'],
    [undefined, 0, '9.9.9.9'],
    ['1.1.1.1, 2.2.2.2', 1, '2.2.2.2'],
    ['1.1.1.1, 2.2.2.2, 3.3.3.3', 2, '2.2.2.2'],
    ['2.2.2.2', 3, '2.2.2.2'],
    [undefined, 1, '9.9.9.9'],
    [', ,', 1, '9.9.9.9'],
  ])('is what our own proxies saw: %s behind %i', (forwarded, proxies, address) => {
    expect(clientAddress(forwarded, '9.9.9.9', proxies)).toBe(address);
  });

  it('cannot be made up', async () => {
    const page = await plain.signedIn('editor');
    await page.go(plain.at('/account'), { headers: { 'X-Forwarded-For': '203.0.113.66' } });
    const found = await plain.db.select({ ip: sessions.ipAddress }).from(sessions);
    expect(found.length).toBeGreaterThan(0);
    for (const { ip } of found) expect(ip).toMatch(/127\.0\.0\.1|::1/);
  });
});

/** Sends these bytes and returns what comes back until the server closes the connection. */
async function raw(text: string): Promise<string> {
  const { port } = new URL(plain.at('/'));
  const socket = connect(Number(port), 'localhost');
  await once(socket, 'connect');
  let answer = '';
  socket.on('data', (chunk: Buffer) => (answer += String(chunk)));
  socket.on('error', () => {});
  socket.write(text);
  await once(socket, 'close');
  return answer;
}

const head = (rest: string, path = '/sign-in') => `POST ${path} HTTP/1.1\r\nHost: localhost\r\n${rest}`;

/** Begins a body and sends a byte of it each second; how many milliseconds the server bears that. */
async function drip(path: string): Promise<number> {
  const socket = connect(Number(new URL(plain.at('/')).port), 'localhost');
  socket.on('error', () => {});
  socket.resume();
  const begun = Date.now();
  const type = 'multipart/form-data; boundary=x';
  socket.write(head(`Content-Type: ${type}\r\nContent-Length: 5000\r\n\r\n--x\r\n`, path));
  const drops = setInterval(() => socket.write('x'), 1000);
  await once(socket, 'close');
  clearInterval(drops);
  return Date.now() - begun;
}

describe('requests that would tie the server up', () => {
  it('are refused where the body is too large, or says no length', async () => {
    expect(await raw(head('Content-Length: 99999999999\r\n\r\n'))).toMatch(/^HTTP\/1.1 413/);
    expect(await raw(head('Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n'))).toMatch(/^HTTP\/1.1 411/);
  });

  it('are ended where the head or the body drips in, and others are served meanwhile', async () => {
    const paths = ['/sign-in', '/api/v1/events', '/api/v1/imports', '/admin/import/upload', '/nothing'];
    const slow = Promise.all([...paths, ...paths, ...paths, ...paths].map(drip));
    const slowHead = raw(head('X-Slow: '));
    expect((await get('/health')).status).toBe(200);
    expect(await slowHead).toMatch(/^(HTTP\/1.1 408|$)/);
    expect((await get('/events')).status).toBe(200);
    for (const borne of await slow) expect(borne).toBeLessThan(30_000);
  });

  it('are borne where a body is slow but comes, and where it is we who are slow', async () => {
    const slowest = { graceMs: 300, bytesPerSecond: 500 };
    const protect = guard({ proxies: 0, https: false, slowest });
    const server = createServer((request, response) => {
      if (!protect(request, response)) return;
      // Nothing is read for longer than a client may be silent.
      const wait = request.url === '/busy' ? 1500 : 0;
      setTimeout(() => request.resume().on('end', () => response.end('done')), wait);
    }).listen(0);
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const send = async (path: string, bytes: number, everyMs: number, total: number): Promise<string> => {
      const socket = connect(port, 'localhost');
      let answer = '';
      socket.on('error', () => {});
      socket.on('data', (chunk: Buffer) => (answer += String(chunk)));
      socket.write(head(`Connection: close\r\nContent-Length: ${total}\r\n\r\n`, path));
      let sent = 0;
      const drops = setInterval(() => {
        if (sent >= total) return clearInterval(drops);
        socket.write('x'.repeat(bytes));
        sent += bytes;
      }, everyMs);
      // Not once(), which a reset would end: who drips is cut off.
      await new Promise((resolve) => socket.once('close', resolve));
      clearInterval(drops);
      return answer;
    };
    const [steady, dripping, busy] = await Promise.all([
      send('/steady', 200, 100, 3000),
      send('/dripping', 1, 100, 3000),
      send('/busy', 10, 10, 10),
    ]);
    server.close();
    expect([steady, dripping, busy].map((answer) => answer.endsWith('done'))).toEqual([true, false, true]);
  });

  it('are refused where the head is too large', async () => {
    expect(await raw(head(`X-Big: ${'x'.repeat(20_000)}\r\n\r\n`))).toMatch(/^HTTP\/1.1 431/);
  });

  it('are refused where a form is larger than any form of ours', async () => {
    const page = await plain.signedIn('reader');
    const html = await (await page.go(plain.at('/account'))).text();
    const answer = await page.send(html, 'Change name', { name: 'x'.repeat(3_000_000) });
    // Next says 413 to its own scripts, and fails a form that is sent without them.
    expect(answer.status).toBeGreaterThanOrEqual(413);
    expect(await userByEmail(plain.db, 'reader@example.test')).toMatchObject({ name: 'The reader' });
  });
});
