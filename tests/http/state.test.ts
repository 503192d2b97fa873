import postgres from 'postgres';
import { describe, expect, it } from 'vitest';
import { createEvent } from '@/db/event-writes';
import { sampleEvents } from '../setup/arbitraries';
import { product } from './product';

const server = product();

const pages = [
  '/',
  '/timeline',
  '/events?q=masks&sort=place',
  '/events/kansas-city-hospital-bomb-plot-2020',
  '/pillars/prevent?region=GB',
  '/regions/GB',
  '/data',
  '/data/codebook',
];
const files = [
  '/charts/period.csv',
  '/charts/timeline.csv?region=GB',
  '/charts/types.svg?pillar=pursue',
  '/export/events.csv?region=GB',
  '/export/events.xlsx?q=masks',
  '/export/events.atom',
  '/timeline/stretch?view=2020-01-01..2020-10-31&bins=61',
  '/timeline/tile?view=2020-01-01..2020-10-31&type=attack',
];

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(server.at(path), { headers, redirect: 'manual' });
const etagOf = async (path: string, headers?: Record<string, string>): Promise<string | null> => {
  const answer = await get(path, headers);
  await answer.text();
  return answer.headers.get('etag');
};
const again = async (path: string): Promise<Response> =>
  get(path, { 'If-None-Match': (await etagOf(path))! });

describe('who holds the state of an answer', () => {
  it.each([...pages, ...files])('gets 304 for it: %s', async (path) => {
    const first = await get(path);
    const etag = first.headers.get('etag')!;
    expect(first.status).toBe(200);
    expect(etag).toMatch(/^W\/"[\w-]{22}"$/);
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const second = await get(path, { 'If-None-Match': `"other", ${etag}` });
    expect(second.status).toBe(304);
    expect(await second.text()).toBe('');
    const kept = ({ headers }: Response) =>
      ['etag', 'cache-control', 'vary'].map((name) => headers.get(name)!.split(', ').sort());
    expect(kept(second)).toEqual(kept(first));
  });

  it.each(pages)('keeps the nonce of the page that it holds: %s', async (path) => {
    expect((await get(path)).headers.get('content-security-policy')).toContain('nonce-');
    expect((await again(path)).headers.get('content-security-policy')).toBeNull();
  });

  it('is answered without a look at the events or anything else but the revision', async () => {
    const tags = await Promise.all([...pages, ...files].map((path) => etagOf(path)));
    const sql = postgres(server.url, { max: 1, onnotice: () => {} });
    const tables = await sql<{ name: string }[]>`
      select format('%I', tablename) as name from pg_tables where schemaname = 'public' and tablename <> 'dataset'`;
    await sql.begin(async (tx) => {
      await tx.unsafe(`lock table ${tables.map(({ name }) => name).join(', ')} in access exclusive mode`);
      for (const [i, path] of [...pages, ...files].entries())
        expect((await get(path, { 'If-None-Match': tags[i]! })).status, path).toBe(304);
    });
    await sql.end();
  });
});

describe('the name of a state', () => {
  it('is one for all ways to ask the same, and another for another question', async () => {
    const tag = await etagOf('/?pillar=prevent&region=GB');
    expect(await etagOf('/?region=uk&pillar=PREVENT&q=')).toBe(tag);
    const others = [
      '/?pillar=prevent',
      '/?pillar=prevent&region=GB&lanes=type',
      '/?pillar=prevent&region=XX',
    ];
    const tags = await Promise.all(
      [...others, '/timeline?pillar=prevent&region=GB'].map((path) => etagOf(path)),
    );
    expect(new Set([tag, ...tags]).size).toBe(5);
  });

  it('changes with every write', async () => {
    const all = [...pages, ...files];
    const before = await Promise.all(all.map((path) => etagOf(path)));
    await createEvent(server.db, sampleEvents(1, 3)[0]!, null);
    for (const [i, path] of all.entries()) {
      const answer = await get(path, { 'If-None-Match': before[i]! });
      expect(answer.status, path).toBe(200);
      expect(answer.headers.get('etag'), path).not.toBe(before[i]);
      await answer.text();
    }
  });

  it('is not given to what the router fetches, which is another representation', async () => {
    const tag = (await etagOf('/'))!;
    const address = (await get('/', { rsc: '1' })).headers.get('location') ?? '/';
    const answer = await get(address, { rsc: '1', 'If-None-Match': tag });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/x-component');
    expect(answer.headers.get('etag')).toBeNull();
    expect(answer.headers.get('cache-control')).toContain('no-store');
    await answer.text();
  });

  it.each([
    '/events/no-such-event',
    '/regions/uk',
    '/admin/events',
    '/sign-in',
    '/charts/none.csv',
    '/export/events.none',
    '/export/events.csv?type=x',
    '/charts/types.csv?type=x',
  ])('is not given where there is no page of data: %s', async (path) =>
    expect(await etagOf(path)).toBeNull(),
  );
});

describe('an outage', () => {
  async function without<T>(table: string, run: () => Promise<T>): Promise<T> {
    const sql = postgres(server.url, { max: 1, onnotice: () => {} });
    await sql.unsafe(`alter table ${table} rename to gone`);
    try {
      return await run();
    } finally {
      await sql.unsafe(`alter table gone rename to ${table}`);
      await sql.end();
    }
  }

  it('is said in words, to those who hold a state too, and leaves nothing to hold', async () => {
    const tag = (await etagOf('/'))!;
    await without('dataset', async () => {
      for (const held of ['', tag, '"other"']) {
        const answer = await get('/', { 'If-None-Match': held });
        expect(answer.status).toBe(503);
        expect(await answer.text()).toContain('Sorry, there is a problem with Pillarwatch');
        expect(answer.headers.get('etag')).toBeNull();
        expect(answer.headers.get('cache-control')).toBe('no-store');
      }
    });
    expect((await get('/', { 'If-None-Match': tag })).status).toBe(304);
  });

  it('that comes while the page is made leaves nothing to hold either', async () => {
    const answer = await without('events', () => get('/'));
    expect(answer.status).toBe(500);
    expect(answer.headers.get('etag')).toBeNull();
  });
});
