import { expect, test } from '../setup/fixtures';

test('a place is found by any of its names, and what was checked stays checked', async ({ page }) => {
  await page.goto('/events');
  const form = page.getByRole('search', { name: 'Filter events' });
  await form.getByRole('checkbox', { name: /^China/ }).check();
  const search = form.getByRole('searchbox', { name: 'Search places' });
  await search.fill('britain');
  await expect(form.getByRole('checkbox', { name: /^United Kingdom/ })).toBeVisible();
  await expect(form.getByRole('checkbox', { name: /^China/ })).toBeHidden();
  await search.fill('idlib');
  await expect(form.getByText('Nothing in the record is called “idlib”.')).toBeVisible();
  await search.fill('maldiv');
  await form.getByRole('checkbox', { name: /^Maldives/ }).check();
  await search.fill('');
  await form.getByRole('button', { name: 'Apply filters' }).first().click();
  await expect(page).toHaveURL(/region=CN&region=MV|region=MV&region=CN/);
  await expect(page.getByRole('link', { name: /Remove filter Place: Maldives/ })).toBeVisible();
});

test('long lists of actors can be searched', async ({ page, axe }) => {
  await page.goto('/events');
  const form = page.getByRole('search', { name: 'Filter events' });
  await form.getByText('Actor', { exact: true }).first().click();
  await form.getByRole('searchbox', { name: 'Search actors' }).fill('taliban');
  await axe();
  const taliban = form.getByRole('checkbox', { name: /^Taliban/ });
  await taliban.check();
  await form.getByRole('button', { name: 'Apply filters' }).first().click();
  await expect(page).toHaveURL(/actor=Taliban/);
  await expect(taliban).toBeChecked();
});

test('the record as known on a past day says so, and never shows the present in its place', async ({
  page,
  axe,
}) => {
  await page.goto('/events?asOf=20+November+2020');
  const notice = page.getByRole('note');
  await expect(notice).toContainText('As known on 20 November 2020.');
  await expect(notice).toContainText('On that day nothing was in the record');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No events yet');
  await axe();
  for (const known of ['/indicators', '/series', '/before-after?a.type=lockdown&b.type=attack']) {
    const answer = await page.request.get(`${known}${known.includes('?') ? '&' : '?'}asOf=2020-11-20`);
    expect(await answer.text()).toContain('On that day nothing was in the record');
  }
  await page.goto('/data?asOf=2020-11-20');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(
    'cannot be shown as known on a past day',
  );
  await page.goto('/changes?since=2020-11-20');
  await expect(page.getByRole('table')).toContainText('Not there yet');
});
