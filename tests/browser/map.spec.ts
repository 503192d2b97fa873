import { expect, test } from '../setup/fixtures';

test('the map shows every event in a circle or beside it, and a circle sets the filter', async ({
  page,
  axe,
  request,
  javaScriptEnabled,
}) => {
  await page.goto('/map');
  await axe();
  const map = page.locator('#map');
  const circles = map.locator('.pw-map__link');
  const sum = async (texts: Promise<string[]>): Promise<number> =>
    (await texts).reduce(
      (total, text) => total + Number(/([\d,]+)(?: events?)?$/.exec(text)![1]!.replaceAll(',', '')),
      0,
    );
  const shown = await sum(circles.allTextContents());
  const beside = await sum(map.locator('.pw-map__off li').allTextContents());
  const heading = await page.getByRole('heading', { level: 1 }).textContent();
  expect(shown + beside).toBe(Number.parseInt(heading!, 10));
  // The ground is a picture of our own, which has arrived.
  const ground = await page.locator('#map image').getAttribute('href');
  expect(await (await request.get(ground!)).text()).toContain('stroke-dasharray');

  const china = map.getByRole('link', { name: /^China: \d+ events$/ }).first();
  await china.focus();
  if (javaScriptEnabled) await expect(china.locator('.pw-map__tip')).toHaveCSS('opacity', '1');
  const events = /(\d+) events/.exec((await china.textContent())!)![1]!;
  await china.press('Enter');
  await expect(page).toHaveURL(/region=CN&view=world/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${events} of`);
  await expect(map).toContainText('dashed: not in your filter');
  await page.getByRole('link', { name: 'Asia', exact: true }).click();
  await expect(page).toHaveURL(/view=asia/);
  await page.getByRole('link', { name: 'Per million people' }).click();
  await expect(page).toHaveURL(/region=CN&view=asia&per=million/);
  await expect(
    map.getByRole('link', { name: new RegExp(`^China: [\\d.]+ per million people \\(${events} events\\)`) }),
  ).toHaveAttribute('aria-current', 'true');
  await page.getByText('Show as table').click();
  await expect(map.getByRole('row', { name: /^China/ })).toContainText('1,439,323,774');
  await axe();

  await page.goto('/map?view=moon&per=million');
  await expect(page.locator('.pw-problems')).toContainText('Map: “moon” cannot be used');

  await page.goto('/map?q=nothinglikethis');
  await expect(map).toContainText('No event in a single country');
  const csv = await request.get('/map/files/map.csv?view=uk');
  expect(await csv.text()).toContain('E12000007,London,');
  const svg = await (await request.get('/map/files/map.svg?view=uk')).text();
  expect(svg).toContain('OFFICIAL');
  expect(svg).toContain('Not on the map');
  expect((await request.get('/map/files/map.svg?view=moon')).status()).toBe(400);
  expect((await request.get('/map/land/moon.svg')).status()).toBe(404);
});
