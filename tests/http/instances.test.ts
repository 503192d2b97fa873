import { chromium, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { createEvent } from '@/db/event-writes';
import type { EventInput } from '@/lib/event';
import { unknownProgress } from '@/lib/export/progress';
import { sampleEvents } from '../setup/arbitraries';
import { findChromium } from '../setup/chromium';
import { emptyDatabase, secondPool } from '../setup/database';
import { dataFolder, freePort, Start } from '../setup/start';

/** Two instances on one database, as they stand behind one address. */
let db: Database;
let browser: Browser;
let one: Start;
let first = '';
let second = '';
let restart: () => Promise<void>;

beforeAll(async () => {
  const url = await emptyDatabase();
  db = secondPool(url);
  const port = await freePort();
  const settings = { DATABASE_URL: url, AUTH_SECRET: 'x'.repeat(40) };
  restart = async () => {
    one = new Start({ ...settings, DATA_DIR: dataFolder(), PORT: port });
    first = (await one.address()).replace(/\/$/, '');
  };
  // The first fills the database.
  await restart();
  const other = new Start({ ...settings, DATA_DIR: dataFolder(), PORT: await freePort() });
  second = (await other.address()).replace(/\/$/, '');
  browser = await chromium.launch({
    executablePath: findChromium() ?? undefined,
    args: ['--no-sandbox', '--disable-gpu'],
  });
}, 300_000);
afterAll(() => browser.close());

describe('of two instances', () => {
  it('the one that does not write a file says so, with no number and no error', async () => {
    const id = 'a'.repeat(32);
    await (await fetch(`${first}/export/events.json?progress=${id}`)).arrayBuffer();
    const ask = async (at: string, init?: RequestInit) => {
      const answer = await fetch(`${at}/export/progress/${id}`, init);
      return { status: answer.status, ...((await answer.json()) as object) };
    };
    expect(await ask(first)).toMatchObject({ status: 200, state: 'finished' });
    expect(await ask(second)).toEqual({ status: 200, ...unknownProgress });
    const cancel = { method: 'DELETE', headers: { 'Sec-Fetch-Site': 'same-origin' } };
    expect(await ask(second, cancel)).toMatchObject({ status: 404 });
  });

  const samples = sampleEvents(20, 9);
  let written = 0;
  const write = (type: EventInput['type']): Promise<unknown> => {
    written += 1;
    const event = { ...samples[written]!, slug: `live-${written}`, title: `Live ${written}`, type };
    return createEvent(
      db,
      { ...event, status: 'published', startsOn: '2020-04-01', endsOn: '2020-04-01', precision: 'day' },
      null,
    );
  };

  /** A page that is looked at, and listens: that begins when it is quiet. */
  async function opened(path: string): Promise<Page> {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 700 } })).newPage();
    await page.clock.install();
    await page.goto(first + path);
    const listens = page.waitForResponse(/\/api\/v1\/changes/);
    await page.clock.runFor(6000);
    await listens;
    return page;
  }
  const notice = (page: Page) => page.locator('.pw-live__words');
  const said = (page: Page, words: string) =>
    expect.poll(() => notice(page).textContent({ timeout: 5000 }), { timeout: 10_000 }).toContain(words);

  it('an open page tells of what is written, through a restart of its own, and keeps its place and its question', async () => {
    const question = '/events?from=2020-01-01&type=plot';
    const [plots, all] = await Promise.all([opened(question), opened('/')]);
    await plots.evaluate(() => scrollTo(0, 300));
    const place = () =>
      plots.evaluate(() => [scrollY, document.querySelector('h1')!.getBoundingClientRect().top]);
    const before = await place();
    await write('plot');
    await said(plots, '1 new event matches your filters.');
    await said(all, '1 new event.');
    await write('attack');
    await said(all, '2 new events.');
    // What its filters leave out is not counted.
    await said(plots, '1 new event matches');

    await one.end();
    await write('plot');
    // Nothing comes from a server that is not there, and nothing that was said is taken back.
    await said(plots, '1 new event matches');
    await restart();
    for (const page of [plots, all]) await page.clock.runFor(30_000);
    await said(plots, '2 new events match your filters.');
    await said(all, '3 new events.');
    expect(await place()).toEqual(before);

    const count = async () => Number(/\d+/.exec((await plots.locator('h1').textContent())!)![0]);
    const shown = await count();
    await plots.getByRole('button', { name: 'Show them' }).click();
    await expect.poll(count, { timeout: 10_000 }).toBe(shown + 2);
    expect(plots.url()).toBe(first + question);
    expect(await notice(plots).count()).toBe(0);
  }, 120_000);
});
