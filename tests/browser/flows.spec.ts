import { expect, test } from '../setup/fixtures';

test('aid to and from China turns from February to March 2020, month by month', async ({
  page,
  axe,
  request,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/flows');
  await axe();
  const flows = page.locator('#flows');
  await expect(flows.getByRole('heading')).toContainText(/^Most from .+ to .+: \d+ events\.$/);
  await page.getByRole('link', { name: 'Aid to and from China in early 2020' }).click();
  await expect(flows.getByRole('heading')).toHaveText(
    /^From China: [1-9]\d* in March.* To China: [1-9]\d* in February 2020\./,
  );
  await page.getByText('Show as matrix').click();
  await expect(flows.getByRole('row', { name: /^China/ })).toBeVisible();
  await axe();
  // Who wants less motion steps by hand.
  await expect(page.getByRole('button', { name: 'Play' })).toHaveCount(0);
  await flows
    .getByRole('link', { name: /^February 2020: from China 0 events, to China \d+ events?/ })
    .click();
  await expect(page).toHaveURL(/of=CN&month=2020-02/);
  await expect(flows.getByRole('img')).toContainText('Kyrgyzstan to China: 1 event');
  await expect(flows.getByRole('img')).not.toContainText('China to');
  await page.getByRole('link', { name: 'On to March 2020' }).click();
  await expect(flows.getByRole('img')).toContainText('China to Uzbekistan');
  await page.getByRole('link', { name: /^tonnes \(given by \d+\)$/ }).click();
  await expect(flows).toContainText('no amount in tonnes');
  await page.getByRole('link', { name: 'All months' }).click();
  await expect(flows.getByRole('img')).toContainText('Kyrgyzstan to China: 7 tonnes');

  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.goto('/flows?of=CN&type=aid_shipment&from=2020-01-01&to=2020-02-28&month=2020-01');
  await expect(flows).toContainText('Nothing to draw in January 2020');
  await page.getByRole('button', { name: 'Play' }).click();
  await expect(page).toHaveURL(/month=2020-02/);

  const csv = await (
    await request.get('/flows/files/flows.csv?of=CN&type=aid_shipment&month=2020-02')
  ).text();
  expect(csv).toContain('2020-02,KG,Kyrgyzstan,CN,China,1');
  expect(await (await request.get('/flows/files/flows.svg?of=CN')).text()).toContain('OFFICIAL');
  expect((await request.get('/flows/files/flows.svg?of=Atlantis')).status()).toBe(400);
});
