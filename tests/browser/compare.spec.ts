import { expect, test } from '../setup/fixtures';

const ASKED = '/compare?a.type=attack&a.region=GB&b.type=attack&b.region=FR';

test('two sets of events are compared by a link, changed by the form, swapped, and refused in words', async ({
  page,
  axe,
}) => {
  await page.goto('/?type=attack&region=GB');
  await page.getByRole('link', { name: 'compare these events with others' }).click();
  await expect(page.getByText('A is attacks in the United Kingdom.')).toBeVisible();
  await page.getByRole('group', { name: 'B', exact: true }).getByLabel('Place').fill('France');
  await page.getByRole('button', { name: 'Compare' }).click();
  const answer = page.getByRole('region', { name: 'Answer' });
  await expect(answer).toContainText('as events in France');
  await expect(answer).toContainText('95 per cent interval of the ratio');
  await axe();
  await answer.getByRole('link', { name: 'swap A and B' }).click();
  await expect(page).toHaveURL(/a\.region=FR&b\.type=attack&b\.region=GB/);
  // What lies over the charts stays, whatever is compared with what.
  await page.goto(`${ASKED}&over=none&below=indicator:attacks`);
  const ways = page.locator('main nav a[href^="/compare?"], main li a[href^="/compare?"]');
  const addresses = await ways.evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
  expect(addresses.length).toBeGreaterThan(8);
  for (const address of addresses.map(decodeURIComponent))
    expect([...new URLSearchParams(address)]).toEqual(
      expect.arrayContaining([
        ['over', 'none'],
        ['below', 'indicator:attacks'],
      ]),
    );
  await page.goto(`${ASKED}&b.pillar=nonsense`);
  await expect(page.getByText('One part of the question was left out')).toBeVisible();
});

test('a comparison without scripts, and as files', async ({ browser, request, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto(ASKED);
  await page.getByText('Show as table').first().click();
  await expect(page.getByRole('columnheader', { name: 'Period' })).toBeVisible();
  await context.close();
  const file = (name: string) => request.get(ASKED.replace('?', `/files/${name}?`));
  expect(await (await file('rates.csv')).text()).toContain('ratio_a_to_b');
  for (const name of ['rates', 'mix', 'timeline'])
    expect(await (await file(`${name}.svg`)).text()).toContain('OFFICIAL');
  expect((await request.get('/compare/files/mix.csv?a.type=attack')).status()).toBe(400);
});
