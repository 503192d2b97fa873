import { existsSync } from 'node:fs';
import { expect, test } from '../setup/fixtures';

// `UPDATE_PICTURES=1 npx playwright test pictures` makes them anew; without it nothing is written.
for (const [name, path, height] of [
  ['overview', '/', 1500],
  ['timeline', '/timeline', 1400],
] as const) {
  test(`the picture of the ${name} in the README`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height });
    await page.goto(path);
    await expect(page.getByRole('heading', { name: 'Timeline by pillar' })).toBeVisible();
    if (name === 'overview') await expect(page.locator('.recharts-surface').first()).toBeVisible();
    const file = `docs/${name}.png`;
    if (process.env.UPDATE_PICTURES) await page.screenshot({ path: file });
    expect(existsSync(file)).toBe(true);
  });
}
