import { expect, test } from '../setup/fixtures';

for (const path of [
  // The overview with its panel of overlays open.
  '/?over=type%3Dattack',
  '/timeline',
  '/events',
  '/events/reading-stabbings-2020',
  '/pillars/prepare',
  '/regions/143',
  '/flows',
  '/before-after?a.type=lockdown&a.region=GB&b.type=propaganda&weeks=8',
  '/data',
  '/data/codebook',
  '/sign-in',
]) {
  test(`${path} fits a phone`, async ({ page, axe }) => {
    await page.goto(path);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0);
    await axe();
  });
}

test('the filters open from one button, and the timeline is a list by month', async ({ page, axe }) => {
  await page.goto('/timeline');
  await page.getByRole('button', { name: 'Filters' }).click();
  await page.getByRole('checkbox', { name: /^Prevent/ }).check();
  await axe();
  await page.getByRole('button', { name: 'Apply filters' }).first().click();
  await expect(page).toHaveURL(/pillar=prevent/);
  await expect(page.getByRole('button', { name: 'Filters (1 in use)' })).toBeVisible();
  await expect(page.getByRole('heading', { name: /April 2020/ })).toBeVisible();
  // What a phone does not show is drawn by the server alone, until there is room for it.
  const live = page.locator('.pw-tl-chart[data-live=true]');
  await expect(live).toHaveCount(0);
  await page.setViewportSize({ width: 1000, height: 700 });
  await expect(live).toBeVisible();
});
