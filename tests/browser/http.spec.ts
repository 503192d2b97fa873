import { gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';
import { ADMIN, ADMIN_STATE, expect, test } from '../setup/fixtures';

const nonceOf = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector<HTMLScriptElement>('script[nonce]')!.nonce);

/** Bytes of the document that came over the wire; of a 304 its head alone. Playwright says 200, as the page's scripts would see. */
const received = (page: Page): Promise<number> =>
  page.evaluate(
    () => (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).transferSize,
  );

/** Where scripts run this box stands in the place of another. */
const scripted = (page: Page) => page.getByRole('searchbox', { name: 'Search places' });

for (const path of ['/', '/timeline?pillar=prevent', '/events'])
  test(`a page that the browser holds is not sent again, and its scripts run: ${path}`, async ({ page }) => {
    await page.goto(path);
    await expect(scripted(page)).toBeVisible();
    expect(await received(page)).toBeGreaterThan(10_000);
    const nonce = await nonceOf(page);
    for (const again of [() => page.reload(), () => page.goto(path)]) {
      await again();
      // Another nonce in the header than in the page would stop its scripts, and log it, which fails the test.
      await expect(scripted(page)).toBeVisible();
      expect(await received(page)).toBeLessThan(1000);
      expect(await nonceOf(page)).toBe(nonce);
    }
  });

test('who signs in gets a page of their own, and who signs out the public one', async ({
  browser,
  request,
}) => {
  const visitor = await request.get('/');
  const context = await browser.newContext({ storageState: ADMIN_STATE });
  const admin = await context.request.get('/', { headers: { 'If-None-Match': visitor.headers().etag! } });
  expect(admin.status()).toBe(200);
  expect(await admin.text()).toContain(ADMIN.name);
  expect(admin.headers()['cache-control']).toContain('private');
  const etag = admin.headers().etag!;
  expect((await context.request.get('/', { headers: { 'If-None-Match': etag } })).status()).toBe(304);
  const after = await request.get('/', { headers: { 'If-None-Match': etag } });
  expect(after.status()).toBe(200);
  expect(await after.text()).not.toContain(ADMIN.name);
  await context.close();
});

test('a link is followed without loading the page anew, and where it is asked for in a tab of its own', async ({
  page,
  context,
}) => {
  await page.goto('/events?density=compact');
  await expect(scripted(page)).toBeVisible();
  const table = page.getByRole('table');
  const first = table.getByRole('row').nth(1).getByRole('link');
  const title = await first.innerText();
  await page.evaluate(() => document.body.setAttribute('data-kept', ''));
  const opened = context.waitForEvent('page');
  await first.click({ modifiers: ['ControlOrMeta'] });
  await expect((await opened).getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(page).toHaveURL('/events?density=compact');
  await table.getByRole('link', { name: 'Place' }).click();
  await expect(page).toHaveURL(/sort=place/);
  await expect(table.getByRole('columnheader', { name: 'Place' })).toHaveAttribute('aria-sort', 'ascending');
  await page.goBack();
  await first.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(page.locator('body')).toHaveAttribute('data-kept');
});

/** The scripts that the page has asked for so far, each with its bytes after gzip. */
function watchScripts(page: Page): () => Promise<{ bytes: number; recharts: boolean; hinted: boolean }> {
  const answers: Response[] = [];
  page.on('response', (answer) => {
    if (answer.request().resourceType() === 'script') answers.push(answer);
  });
  return async () => {
    const bodies = await Promise.all(answers.map((answer) => answer.body()));
    return {
      bytes: bodies.reduce((sum, body) => sum + gzipSync(body).length, 0),
      // Each says that its functions may be compiled while it arrives.
      hinted: bodies.every((body) => body.subarray(0, 30).includes('allFunctionsCalledOnLoad')),
      recharts: bodies.some((body) => body.includes('recharts-surface')),
    };
  };
}

/** What the overview may add to the scripts that every page has (issue 4). */
const BUDGET = 40_000;

test('the overview keeps its budget of scripts, and fetches the chart library when a chart comes near', async ({
  page,
  context,
}) => {
  const bare = await context.newPage();
  const bareScripts = watchScripts(bare);
  await bare.goto('/data/codebook', { waitUntil: 'networkidle' });
  const scripts = watchScripts(page);
  await page.goto('/', { waitUntil: 'networkidle' });
  await expect(scripted(page)).toBeVisible();
  const [base, top] = [await bareScripts(), await scripts()];
  // A page without scripts would keep any budget.
  expect(base.bytes).toBeGreaterThan(80_000);
  expect(top.bytes).toBeGreaterThan(base.bytes);
  expect(top.bytes - base.bytes).toBeLessThan(BUDGET);
  expect(top.recharts).toBe(false);
  expect(top.hinted).toBe(true);
  await expect(page.locator('.recharts-surface')).toHaveCount(0);
  await page.locator('#period').scrollIntoViewIfNeeded();
  await expect(page.locator('.recharts-surface').first()).toBeVisible();
  expect((await scripts()).recharts).toBe(true);
});

for (const path of ['/', '/timeline'])
  test(`${path} wakes up without Intl, whose first use costs a slow phone a tenth of a second`, async ({
    page,
  }) => {
    await page.addInitScript(() => {
      const used: string[] = [];
      Object.assign(window, { used });
      for (const name of [
        'NumberFormat',
        'DateTimeFormat',
        'PluralRules',
        'ListFormat',
        'Collator',
      ] as const) {
        const watched = new Proxy(Intl[name], {
          construct: (target, given) => {
            used.push(name);
            return Reflect.construct(target, given) as object;
          },
        });
        Object.assign(Intl, { [name]: watched });
      }
    });
    await page.goto(path);
    await expect(scripted(page)).toBeVisible();
    await expect(page.locator('.pw-tl-chart[data-live=true]')).toBeVisible();
    expect(await page.evaluate(() => (window as unknown as { used: string[] }).used)).toEqual([]);
  });
