import { expect, test } from '../setup/fixtures';

test('the chart of periods is drawn by recharts once it is near the screen, and its table is in the page', async ({
  page,
  request,
}) => {
  expect(await (await request.get('/')).text()).toMatch(/<table[^>]*>.*April 2020/s);
  await page.goto('/');
  await page.locator('#period').scrollIntoViewIfNeeded();
  await expect(page.locator('.recharts-surface').first()).toBeVisible();
});

for (const chart of ['period', 'pillars', 'types', 'regions', 'timeline']) {
  test(`${chart}: data and picture under the filters`, async ({ request, page }) => {
    const csv = await request.get(`/charts/${chart}.csv?pillar=pursue`);
    expect(csv.headers()['content-type']).toContain('text/csv');
    expect((await csv.text()).split('\r\n').length).toBeGreaterThan(2);
    const again = await request.get(`/charts/${chart}.csv?pillar=pursue`, {
      headers: { 'If-None-Match': csv.headers().etag! },
    });
    expect(again.status()).toBe(304);
    const svg = await request.get(`/charts/${chart}.svg?pillar=pursue`);
    expect(svg.headers()['content-type']).toContain('image/svg+xml');
    await page.setContent(await svg.text());
    await expect(page.locator('svg').first()).toContainText('Pursue');
  });
}

test('a program with a wrong filter gets a problem document, not another answer', async ({ request }) => {
  const answer = await request.get('/charts/period.csv?pillar=prevnet');
  expect(answer.status()).toBe(400);
  expect(answer.headers()['content-type']).toContain('application/problem+json');
  expect(await answer.text()).toContain('prevnet');
  expect((await request.get('/charts/none.csv')).status()).toBe(404);
});

test('what the page counts is what the file holds', async ({ page, request }) => {
  await page.goto('/events?region=KZ');
  const total = Number(/^\d+/.exec((await page.getByRole('heading', { level: 1 }).textContent())!)![0]);
  const csv = await (await request.get('/charts/timeline.csv?region=KZ')).text();
  expect(csv.trim().split('\r\n')).toHaveLength(total + 1);
});

test('events of a second filter lie over the charts, are told in words, and go into the files', async ({
  page,
  request,
  axe,
}) => {
  await page.goto('/series/prevent-referrals');
  const names = page.getByRole('group', { name: 'What lies over the chart', exact: true });
  const told = names.getByText('OxCGRT records a stay-at-home requirement (C6 at level 2 or above)').first();
  await names.locator('summary').first().focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(told).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(told).toBeHidden();
  await names.locator('summary').first().hover();
  await expect(told).toBeVisible();
  await page.locator('summary', { hasText: 'Over the charts: lockdowns' }).click();
  await page.locator('select[name="over.type"]').selectOption('attack');
  await page.getByRole('button', { name: 'Show these' }).click();
  await expect(page.getByText('over it: Type: Attack')).toBeVisible();
  await expect(page.getByRole('region', { name: 'What lies over the charts' })).toContainText('Reading');
  await axe();
  const svg = await page.getByRole('link', { name: 'SVG' }).getAttribute('href');
  expect(await (await request.get(svg!)).text()).toContain('over it: Type: Attack');
  const csv = await (await request.get('/charts/period.csv?over=type%3Dattack')).text();
  expect(csv.split('\r\n')[0]).toContain('overlaid_events');
  await page.goto('/?over=type%3Dattack');
  await page.locator('select[name="below"]').selectOption('series:prevent-referrals');
  await page.getByRole('button', { name: 'Show below' }).click();
  await expect(page.getByRole('img', { name: /^Referrals to Prevent, England and Wales: \d/ })).toBeVisible();
  await expect(page).toHaveURL(/over=type%3Dattack&below=series%3Aprevent-referrals/);
  for (const chart of ['.pw-tiles', '#period', '#types'])
    await expect(page.locator(`${chart} a[href^="/?"]`).first()).toHaveAttribute(
      'href',
      /over=type%3Dattack&below=series/,
    );
  // On the timeline a band is told of by keys too, and the panel stands on its axis.
  await page.goto('/timeline?below=series%3Aprevent-referrals');
  await expect(page.locator('.pw-tl-chart[data-live=true]')).toBeVisible();
  await page
    .getByRole('link', { name: /^Stay-at-home requirement in England, 23 March .*, national\. OxCGRT/ })
    .focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tooltip')).toContainText('national');
  await expect(page.getByRole('tooltip')).toContainText('C6 at level 2 or above');
  await expect(page.locator('.pw-tl-chart')).toContainText('Referrals to Prevent');
  const indicator = await (await request.get('/indicators/files/aid.csv?over=type%3Dattack')).text();
  expect(indicator.split('\r\n')[0]).toContain('overlaid_events,overlaid,notes,below');
  expect(await (await request.get('/indicators/aid?over=type%3Dattack')).text()).toContain('over it: ');
});
