import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { expect, test } from '../setup/fixtures';

async function downloaded(page: Page, name: string): Promise<Buffer> {
  const panel = page.locator('#download');
  const link = panel.getByRole('link', { name, exact: true });
  if (!(await link.isVisible())) await panel.getByText('Formats and what each is for').click();
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toContain('OFFICIAL');
  return readFile(await download.path());
}

const total = async (page: Page): Promise<number> =>
  Number(/\d+/.exec((await page.getByRole('heading', { level: 1 }).textContent())!)![0]);

for (const path of [
  '/events?pillar=prevent&from=2020-04-01',
  '/?region=GB',
  '/timeline?type=attack',
  '/pillars/protect',
  '/regions/CN',
]) {
  test(`a view is taken away as it is counted: ${path}`, async ({ page, axe }) => {
    await page.goto(path);
    const count = await total(page);
    expect(parse(await downloaded(page, 'CSV'), { bom: true, columns: true })).toHaveLength(count);
    expect(await readSheet(await downloaded(page, 'Excel workbook (XLSX)'), 'Events')).toHaveLength(
      count + 1,
    );
    await axe();
  });
}

test('a view says where its feed is, to programs and to people', async ({ page, request }) => {
  await page.goto('/events?pillar=pursue');
  const href = (await page.locator('link[rel=alternate][type="application/atom+xml"]').getAttribute('href'))!;
  expect(href).toContain('pillar=pursue');
  expect((await request.get(href)).headers()['content-type']).toContain('application/atom+xml');
  await page.getByText('Subscribe to changes').click();
  await expect(page.getByRole('link', { name: 'Feed (Atom)' })).toHaveAttribute(
    'href',
    new RegExp(`${href.replace('?', '\\?')}$`),
  );
  await expect(page.getByRole('link', { name: 'Calendar (iCalendar)' }).last()).toHaveAttribute(
    'href',
    /^webcal:.*pillar=pursue/,
  );
});

test('a view without events offers no files', async ({ page }) => {
  await page.goto('/events?pillar=prevent&from=1800-01-01&to=1800-02-01');
  await expect(page.locator('#download')).toContainText('0 events');
  await expect(page.locator('#download').getByText('Formats and what each is for')).toHaveCount(0);
});
