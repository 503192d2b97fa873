import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEvent } from '@/db/event-writes';
import { exportFormats } from '@/lib/export/formats';
import { parseView, spanOf } from '@/lib/timeline-view';
import { sampleEvents } from '../setup/arbitraries';
import { findChromium } from '../setup/chromium';
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

  it.each([
    [
      'dataset',
      ...files,
      '/indicators/changes.atom',
      '/map/files/map.svg',
      '/compare/files/mix.csv?a.region=GB&b.region=FR',
    ],
    ['dataset', '/flows/files/flows.csv', '/briefing/briefing.docx', '/assessments/assessments.csv'],
    [
      'dataset',
      '/changes/changes.csv?since=2026-01-01',
      '/before-after/files/aligned.svg?a.type=lockdown&b.type=attack',
    ],
    ['series', '/series/files/prevent-referrals.csv'],
    ['indicators', '/indicators/files/attacks.csv', '/indicators/evidence/attacks.csv'],
    [
      'events',
      '/events/kansas-city-hospital-bomb-plot-2020/cite?as=ris',
      ...exportFormats.map(({ file }) => `/export/${file}`),
    ],
  ])(
    'of the table %s is a problem to programs that ask for a file, and a page to a person',
    async (table, ...paths) => {
      await without(table, async () => {
        for (const path of paths) {
          const answer = await get(path);
          expect([path, answer.status]).toEqual([path, 503]);
          expect(answer.headers.get('content-type'), path).toBe('application/problem+json');
          expect(answer.headers.get('retry-after')).toBe('30');
          expect(answer.headers.get('cache-control')).toBe('no-store');
          expect(await answer.json()).toMatchObject({
            type: server.at('/data/api#problem-unavailable'),
            status: 503,
          });
          const page = await get(path, { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' });
          expect([path, page.status]).toEqual([path, 503]);
          expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
          const html = await page.text();
          for (const words of [
            '<h1>Not available at the moment</h1>',
            'none has been lost or left out',
            'Try again',
            '/data/api#problem-unavailable',
          ])
            expect(html, path).toContain(words);
        }
      });
    },
  );

  it('that comes while the page is made leaves nothing to hold either', async () => {
    const answer = await without('events', () => get('/'));
    expect(answer.status).toBe(500);
    expect(answer.headers.get('etag')).toBeNull();
  });
});

describe('a record too large to be sent at once', () => {
  let browser: Browser;
  beforeAll(async () => {
    await importMany();
    browser = await chromium.launch({
      executablePath: findChromium() ?? undefined,
      args: ['--no-sandbox', '--disable-gpu'],
    });
  }, 120_000);
  afterAll(() => browser.close());

  /** Twenty thousand events over fifty years, one in ten of them within five days in the middle, one in ten of four hundred days. */
  const importMany = () => server.db.$client`
    with raised as (update dataset set revision = revision + 1 returning revision),
    put as (
      insert into events (slug, source_set, title, summary, starts_on, ends_on, precision, type, pillars, region, confidence)
      select 'many-' || n, 'desk', 'Many ' || n, 'x', day, day + case when n % 10 = 1 then 400 else 0 end, 'day', 'attack',
        array[(array['prevent', 'pursue', 'protect', 'prepare'])[1 + n % 4]]::pillar[], 'GB', 'reported'
      from generate_series(1, 20000) n, lateral (select
        case when n % 10 = 0 then date '2000-12-30' + n / 10 % 5 else date '1976-01-01' + n * 7919 % 18263 end as day) made
      returning id)
    insert into event_changes (revision, event_id, version, kind, snapshot) select revision, id, 1, 'create', '{}' from raised, put`;

  const viewIn = (page: Page): string => new URL(page.url()).searchParams.get('view')!;

  /** What there is of a view: in it by pillar, before and after it. */
  async function counted(view: string) {
    const { from, to } = parseView(view)!;
    const [row] = await server.db.$client<{ lanes: number[]; earlier: number; later: number }[]>`
      select (select count(*)::int from events where status = 'published' and ends_on < ${from}) as earlier,
        (select count(*)::int from events where status = 'published' and starts_on > ${to}) as later,
        array(select (select count(*)::int from events
            where status = 'published' and lane = any(pillars) and starts_on <= ${to} and ends_on >= ${from})
          from unnest(enum_range(null::pillar)) lane) as lanes`;
    return { ...row! };
  }

  /** What the page says of it. */
  async function said(page: Page) {
    const heads = await page.locator('.pw-tl-chart [role=heading]').allTextContents();
    const status = await page.locator('.pw-tl-status').textContent();
    const before = (word: string): number =>
      Number((new RegExp(`([\\d,]+) ${word} event`).exec(status!)?.[1] ?? '0').replaceAll(',', ''));
    return {
      lanes: heads.map((head) => Number(/(\d+) in view$/.exec(head)![1])),
      earlier: before('earlier'),
      later: before('later'),
    };
  }

  const expectTrue = async (page: Page): Promise<void> =>
    expect.poll(() => said(page), { timeout: 10_000 }).toEqual(await counted(viewIn(page)));

  /** Zooms in round the middle, by key and by button in turn. */
  async function zoomIn(page: Page, byKey: boolean): Promise<void> {
    const before = viewIn(page);
    if (byKey) {
      await page.locator('.pw-tl-chart').focus();
      await page.keyboard.press('+');
    } else await page.getByRole('link', { name: 'Zoom in', exact: true }).click();
    await expect.poll(() => viewIn(page)).not.toBe(before);
  }

  it('has a timeline that says what SQL says at every step from fifty years to a day, and keeps its drawing where the server is away', async () => {
    const page = await browser.newPage({ reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } });
    await page.goto(server.at('/timeline?view=1976-01-01..2025-12-31'));
    await page.locator('.pw-tl-chart[data-live=true]').waitFor();
    await expectTrue(page);
    const outage = page.getByRole('alert').filter({ hasText: 'could not be reached' });
    let steps = 0;
    for (const days = () => spanOf(parseView(viewIn(page))!); days().to - days().from > 1; steps++) {
      if (steps === 2) await page.route('**/timeline/stretch?*', (route) => route.abort());
      await zoomIn(page, steps % 2 === 0);
      if (steps === 2) {
        await outage.waitFor();
        // Bars from the coarser counts, which lead on.
        expect(await page.locator('.pw-tl-link').count()).toBeGreaterThan(20);
        await page.getByRole('button', { name: 'Try again' }).click();
        await outage.waitFor();
        await page.unroute('**/timeline/stretch?*');
        await page.getByRole('button', { name: 'Try again' }).click();
      }
      await expectTrue(page);
      expect(await outage.count()).toBe(0);
    }
    expect(steps).toBeGreaterThan(10);
    // Few enough for single events by now.
    expect(await page.locator('.pw-tl-link[aria-label^="Many "]').count()).toBeGreaterThan(5);
    await page.close();
  }, 120_000);

  it('comes as files that say how far they are, and can be cancelled', async () => {
    // Axe asks for a context of its own.
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(server.at('/data'));
    await page.waitForLoadState('networkidle');
    const lines = page.getByRole('list', { name: 'Downloads' }).getByRole('listitem');
    await page.getByRole('link', { name: 'Excel workbook (XLSX)' }).click();
    await lines.getByText(/\d0% of [\d,]+ events/).waitFor();
    await page.getByRole('button', { name: 'Cancel Excel workbook (XLSX)' }).click();
    await lines.getByText('Cancelled. What your browser has of the file is not whole').waitFor();
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.getByRole('button', { name: 'Hide Excel workbook (XLSX)' }).click();
    const file = page.waitForEvent('download');
    await page.getByRole('link', { name: 'CSV', exact: true }).click();
    const saved = await (await file).path();
    const [row] = await server.db.$client<{ all: number }[]>`
      select count(*)::int as all from events where status = 'published'`;
    await lines.getByText(`Complete: ${row!.all.toLocaleString('en-GB')} events`).waitFor();
    expect(parse(readFileSync(saved), { bom: true })).toHaveLength(row!.all + 1);
    await context.close();
  }, 120_000);
});
