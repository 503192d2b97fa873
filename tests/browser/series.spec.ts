import { expect, test } from '../setup/fixtures';

test('a series shows its numbers with their releases, and the events of the same days', async ({
  page,
  axe,
}) => {
  await page.goto('/series');
  await axe();
  await page.getByRole('link', { name: 'Referrals to Prevent', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Referrals to Prevent');
  await page.getByText('Show as table').click();
  const row = page.getByRole('row', { name: /Year to March 2021/ });
  await expect(row).toContainText('4,915');
  await expect(row.getByRole('link')).toHaveAttribute('href', /gov\.uk/);
  await axe();
  await page.getByRole('link', { name: /events? in these days/ }).click();
  await expect(page).toHaveURL(/from=2018-04-01&to=2023-03-31/);
});

test('a series as a file can be read back, and its picture carries the marking', async ({ request }) => {
  const csv = await (await request.get('/series/files/prevent-referrals.csv')).text();
  expect(csv).toContain('2020-04-01,2021-03-31,Year to March 2021,4915');
  const svg = await request.get('/series/files/prevent-referrals.svg?pillar=prevent');
  expect(svg.headers()['content-type']).toContain('image/svg+xml');
  expect(await svg.text()).toContain('OFFICIAL');
  expect((await request.get('/series/files/prevent-referrals.svg?pillar=x')).status()).toBe(400);
  expect((await request.get('/series/files/none.csv')).status()).toBe(404);
  expect((await request.get('/series/none')).status()).toBe(404);
});
