import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createKey } from '@/db/api-keys';
import { createEvents } from '@/db/event-writes';
import { userByEmail } from '@/db/users';
import { exportFormats } from '@/lib/export/formats';
import { unknownProgress, type DownloadProgress } from '@/lib/export/progress';
import { sampleEvents } from '../setup/arbitraries';
import { feedOf } from '../setup/atom';
import { product } from './product';

const server = product();
const get = (path: string, init?: RequestInit): Promise<Response> => fetch(server.at(path), init);

describe('a file of events', () => {
  it.each(exportFormats.map(({ file, contentType }) => [file, contentType]))(
    'has its type and a name that carries the marking: %s',
    async (file, contentType) => {
      const answer = await get(`/export/${file}?pillar=prevent`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe(contentType);
      expect(answer.headers.get('content-disposition')).toMatch(/filename="pillarwatch-events-OFFICIAL\./);
      expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(1000);
      const head = await get(`/export/${file}?pillar=prevent`, { method: 'HEAD' });
      expect([head.status, await head.text()]).toEqual([200, '']);
      for (const name of ['etag', 'content-type', 'content-disposition', 'cache-control'])
        expect(head.headers.get(name), name).toBe(answer.headers.get(name));
    },
  );

  it.each([
    ['/export/events.csv?pilar=prevent', 'pilar'],
    ['/export/events.xlsx?from=yesterdayish', 'from'],
    ['/export/events.ics?region=Atlantis', 'region'],
    ['/export/events.atom?after=1', 'after'],
    ['/export/events.csv?after=1-1', 'after'],
  ])(
    'is refused where the question cannot be used, with the name of what is wrong: %s',
    async (path, parameter) => {
      const answer = await get(path);
      expect(answer.status).toBe(400);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      const { type, errors } = (await answer.json()) as { type: string; errors: { parameter: string }[] };
      expect(type).toBe(server.at('/data/api#problem-bad-query'));
      expect(errors.map((error) => error.parameter)).toEqual([parameter]);
    },
  );

  it('that cannot be made says why on a page to a person who followed a link, and does what it is told with nothing', async () => {
    const visit = { headers: { Accept: 'text/html' } };
    const answer = await get('/export/events.csv?from=%3Cb%3E%22x&pilar=y', visit);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'text/html; charset=utf-8']);
    const html = await answer.text();
    expect(html).toContain('<code>from=&lt;b&gt;&quot;x</code>');
    expect(html).toContain('<code>pilar=y</code>');
    expect(html).toContain(`href="${server.at('/data/api#problem-bad-query')}"`);
    expect((await get('/export/events.csv?type=plot', visit)).headers.get('content-type')).toContain(
      'text/csv',
    );
    expect(await (await get('/charts/nothing.csv', visit)).text()).toContain('<a href="/data">Data</a>');
  });

  it('is no more read once its asker has gone', async () => {
    const many = sampleEvents(400, 3).map((event, i) => ({
      ...event,
      slug: `many-${i}`,
      summary: 'long '.repeat(190),
    }));
    for (let n = 0; n < 5; n++)
      await createEvents(
        server.db,
        many.map((event) => ({ ...event, slug: `${event.slug}-${n}` })),
        null,
      );
    const idle = async (): Promise<number> => {
      const rows = await server.db.execute<{ n: number }>(
        `select count(*)::int as n from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
      );
      return rows[0]!.n;
    };
    // More of them than there are snapshots at once: were one kept, the last would be refused.
    for (let n = 0; n < 12; n++) {
      await new Promise<void>((resolve, reject) => {
        const asked = request(server.at('/export/events.json'), (answer) => {
          expect(answer.statusCode).toBe(200);
          answer.once('data', () => asked.destroy());
          answer.once('close', resolve);
        });
        asked.on('error', (error: NodeJS.ErrnoException) =>
          error.code === 'ECONNRESET' ? resolve() : reject(error),
        );
        asked.end();
      });
    }
    await expect.poll(idle, { timeout: 20_000 }).toBe(0);
    expect((await get('/export/events.json?type=plot')).status).toBe(200);
  }, 120_000);

  it('of more than 1,000 rows is in the audit trail, whichever way it is taken, with who took it', async () => {
    const large = await server.db.execute(`select max(seq) as seq from audit_log`);
    const editor = await server.signedIn('editor');
    const owner = (await userByEmail(server.db, 'editor@example.test'))!;
    const key = { name: 'A robot', scopes: [], ownerId: owner.id, days: 1 };
    const Authorization = `Bearer ${await createKey(server.db, key, owner)}`;
    const taken = [
      await get('/export/events.ndjson'),
      await get('/export/events.ndjson?type=plot'),
      await get('/export/events.ndjson', { method: 'HEAD' }),
      await editor.once(server.at('/charts/timeline.csv')),
      await get('/api/v1/events.csv', { headers: { Authorization } }),
    ];
    for (const answer of taken) await answer.arrayBuffer();
    const rows = await server.db.execute<{ who: string; file: string; rows: number }>(
      `select who, detail ->> 'file' as file, (detail ->> 'rows')::int as rows from audit_log
        where action = 'export.large' and seq > ${Number(large[0]!.seq)} order by seq`,
    );
    expect(rows.every((row) => row.rows > 1000)).toBe(true);
    expect(rows.map(({ who, file }) => [who, file])).toEqual([
      ['nobody signed in', '/export/events.ndjson'],
      ['editor@example.test', '/charts/timeline.csv'],
      ['editor@example.test with key A robot', '/api/v1/events.csv'],
    ]);
  });

  // The record has the many events of above.
  describe('that is long', () => {
    const id = (n: number): string => n.toString(16).padStart(32, '0');
    const progressOf = async (n: number, init?: RequestInit) => {
      const answer = await get(`/export/progress/${id(n)}`, init);
      return { status: answer.status, ...((await answer.json()) as DownloadProgress) };
    };
    // Packed, so many words alike would be through before anybody asked.
    const begin = (format: string, n: number): Promise<Response> =>
      get(`/export/events.${format}?progress=${id(n)}`, { headers: { 'Accept-Encoding': 'identity' } });
    const cancel = { method: 'DELETE', headers: { 'Sec-Fetch-Site': 'same-origin' } };

    it('says how far it is to its asker alone, several at once, and when it is whole', async () => {
      const formats = ['json', 'xlsx', 'ics'];
      const files = await Promise.all(formats.map(begin));
      const open = await progressOf(0);
      expect(open).toMatchObject({ status: 200, state: 'running', done: false, problem: null });
      expect(open.rows).toBeLessThan(open.of!);
      const stranger = await server.signedIn('reader');
      const path = `/export/progress/${id(0)}`;
      expect(await (await stranger.once(server.at(path))).json()).toEqual(unknownProgress);
      expect((await stranger.once(server.at(path), cancel)).status).toBe(404);
      expect(
        (await get(path, { method: 'DELETE', headers: { 'Sec-Fetch-Site': 'cross-site' } })).status,
      ).toBe(403);
      for (const [n, file] of files.entries()) {
        const { byteLength } = await file.arrayBuffer();
        const end = await progressOf(n);
        expect(end).toMatchObject({ state: 'finished', done: true, rows: end.of, bytes: byteLength });
      }
    });

    it('ends where it is cancelled, in the middle, so that nobody takes a part for the whole', async () => {
      const file = await begin('json', 7);
      expect(await progressOf(7, cancel)).toMatchObject({ state: 'cancelled', done: true });
      await expect(file.text()).rejects.toThrow('terminated');
      expect((await progressOf(7)).rows).toBeLessThan(2000);
      // The address of another name, or of none, tells nothing; and the file needs one that cannot be guessed.
      expect(await progressOf(8)).toEqual({ status: 200, ...unknownProgress });
      expect(await progressOf(8, cancel)).toMatchObject({
        status: 404,
        type: expect.stringMatching(/#problem-not-found$/) as string,
      });
      expect((await get('/export/events.json?progress=1')).status).toBe(400);
    });
  });
});

describe('the feed', () => {
  it('leads from page to page, to each event once', async () => {
    const ids: string[] = [];
    let path: string | undefined = '/export/events.atom?set=corpus';
    while (path !== undefined) {
      const { feed, entries } = feedOf(await (await get(path)).text());
      ids.push(...entries.map(({ id }) => id));
      const links = feed.link;
      expect(links.find(({ rel }) => rel === 'self')!.href.endsWith(path)).toBe(true);
      const next: string | undefined = links.find(({ rel }) => rel === 'next')?.href;
      path = next && new URL(next).pathname + new URL(next).search;
    }
    expect(new Set(ids).size).toBe(ids.length);
    const { about } = (await (await get('/export/events.json?set=corpus')).json()) as {
      about: { total: number };
    };
    expect(ids).toHaveLength(about.total);
  });
});
