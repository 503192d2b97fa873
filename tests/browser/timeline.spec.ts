import type { Page } from '@playwright/test';
import { expect, test } from '../setup/fixtures';

/** The days in view, as the status line says them. */
const view = (page: Page) => page.getByRole('status').filter({ hasText: 'Showing' });
const focused = (page: Page) => page.locator('.pw-tl-link:focus');
const card = (page: Page) => page.getByRole('tooltip');

/** The timeline once its scripts run: until then a key would go to plain links. */
async function open(page: Page, path = '/timeline'): Promise<void> {
  await page.goto(path);
  await expect(page.locator('.pw-tl-chart[data-live=true]')).toBeVisible();
}

/** Between the names of the bands and the first lane, in pixels: there a drag meets no link. */
const ABOVE = 66;

async function box(page: Page) {
  const chart = page.locator('.pw-tl-chart');
  await chart.scrollIntoViewIfNeeded();
  return (await chart.boundingBox())!;
}

test('goes through the events by keys alone, one tab stop a lane and one for what lies over them', async ({
  page,
  axe,
}) => {
  await open(page);
  const stops = page.locator('.pw-tl-link:not([tabindex="-1"])');
  await expect(stops).toHaveCount(5);
  await stops.first().focus();
  await expect(card(page)).toBeVisible();
  const first = await focused(page).getAttribute('aria-label');
  await page.keyboard.press('ArrowRight');
  await expect(focused(page)).not.toHaveAttribute('aria-label', first!);
  await axe();
  await page.keyboard.press('Escape');
  await expect(card(page)).toBeHidden();
  await page.keyboard.press('ArrowDown');
  await expect(focused(page)).toHaveAttribute('data-lane', '1');
  // The first event of the record is long before the year in view: Home goes there.
  await page.keyboard.press('Home');
  await expect(focused(page)).toHaveAttribute('aria-label', /Oklahoma City/);
  await expect(view(page)).toContainText('1995');
  await page.keyboard.press('End');
  await expect(view(page)).toContainText('2020');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/events\//);
  await page.goBack();
  await expect(page).toHaveURL(/\/timeline/);
});

test('keeps the focus that came to a link before the scripts did', async ({ page }) => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/timeline', { waitUntil: 'commit' });
  const link = page.locator('.pw-tl-link').nth(7);
  await link.focus();
  const href = await link.getAttribute('href');
  release();
  await expect(page.locator('.pw-tl-chart[data-live=true]')).toBeVisible();
  await expect(focused(page)).toHaveAttribute('href', href!);
});

test('zooms by keys, buttons and wheel, and the address holds the view', async ({ page }) => {
  await open(page);
  const before = await view(page).textContent();
  await page.locator('.pw-tl-link:not([tabindex="-1"])').first().focus();
  await page.keyboard.press('+');
  await expect(view(page)).not.toHaveText(before!);
  const near = await view(page).textContent();
  await expect(page).toHaveURL(/view=/);
  await page.reload();
  await expect(view(page)).toHaveText(near!);
  await page.getByRole('link', { name: 'Whole record', exact: true }).click();
  await expect(view(page)).toContainText('1995');
  const { x, y, width, height } = await box(page);
  await page.mouse.move(x + width * 0.9, y + height / 2);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -400);
  await page.keyboard.up('Control');
  await expect(view(page)).not.toContainText('1995');
});

test('moves by a drag, and marks dates as a filter by a drag with Shift; Back takes the filter off', async ({
  page,
}) => {
  await open(page);
  const before = await view(page).textContent();
  const { x, y, width } = await box(page);
  const drag = async (from: number, to: number): Promise<void> => {
    await page.mouse.move(x + width * from, y + ABOVE);
    await page.mouse.down();
    await page.mouse.move(x + width * to, y + ABOVE, { steps: 8 });
    await page.mouse.up();
  };
  await drag(0.5, 0.8);
  await expect(view(page)).not.toHaveText(before!);
  await page.keyboard.down('Shift');
  await drag(0.4, 0.7);
  await page.keyboard.up('Shift');
  await expect(page).toHaveURL(/from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^\d+ of \d+ events/);
  await page.goBack();
  await expect(page).not.toHaveURL(/from=/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^\d+ events/);
});

test('a bar with a count opens into its events', async ({ page }) => {
  await open(page, '/timeline?view=1995-01-01..2021-12-31');
  const cluster = page.locator('.pw-tl-link[aria-label*=" events"]').first();
  await cluster.focus();
  await expect(card(page)).toContainText(/\d+ events/);
  const whole = await view(page).textContent();
  await page.keyboard.press('Enter');
  await expect(view(page)).not.toHaveText(whole!);
});

test('the charts below follow the dates being marked, without a request, and show the same once they are the filter', async ({
  page,
}) => {
  const tile = page.waitForResponse((response) => response.url().includes('/timeline/tile'));
  await open(page);
  expect((await tile).ok()).toBe(true);
  const pillars = page.locator('#pillars .pw-bars__count');
  const before = await pillars.allTextContents();
  const { x, y, width } = await box(page);
  const requests: string[] = [];
  // Next fetches pages ahead for links that come into sight: that is no part of marking.
  page.on('request', (request) => {
    if (!request.headers()['next-router-prefetch']) requests.push(request.url());
  });
  await page.keyboard.down('Shift');
  await page.mouse.move(x + width * 0.4, y + ABOVE);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.6, y + ABOVE, { steps: 6 });
  await expect(page.locator('.pw-linked').first()).toHaveText(/^Marked: /);
  const marked = await pillars.allTextContents();
  expect(marked).not.toEqual(before);
  expect(requests).toEqual([]);
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await expect(page).toHaveURL(/from=.*to=/);
  await expect(page.locator('.pw-linked').first()).toHaveText(/^Mark dates/);
  await expect(pillars).toHaveText(marked);
});
