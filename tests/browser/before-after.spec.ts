import { expect, test } from '../setup/fixtures';

const ASKED = '/before-after?a.type=lockdown&a.region=GB&b.type=propaganda&weeks=8';

test('a question is asked by a link and changed by the form, and says when there is too little to tell', async ({
  page,
  axe,
}) => {
  await page.goto('/before-after');
  await page.getByRole('link', { name: 'Messages and claims after lockdowns in the UK' }).click();
  const answer = page.getByRole('region', { name: 'Answer' });
  await expect(answer).toContainText('3.0 times as frequent in the 8 weeks after the first day of lockdowns');
  await expect(answer).toContainText('too few to tell.');
  await axe();
  await page.getByText('Change the question').click();
  await page.getByLabel('Weeks before and after').fill('200');
  await page.getByRole('group', { name: 'What is counted' }).getByLabel('Place').fill('Atlantis');
  await axe();
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByText('2 parts of the question were left out')).toBeVisible();
  await expect(page).toHaveURL(/weeks=200/);
});

test('a study without scripts, and as files', async ({ browser, request, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto(ASKED);
  await page.getByText('Change the question').click();
  await page.getByLabel('Weeks before and after').fill('12');
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByRole('region', { name: 'Answer' })).toContainText('in the 12 weeks after');
  await context.close();
  const file = (name: string) => request.get(ASKED.replace('?', `/files/${name}?`));
  expect(await (await file('ratios.csv')).text()).toContain('As asked: 8 weeks each side,8,56,56,1,3');
  for (const name of ['aligned', 'ratios', 'placebo', 'anchors'])
    expect(await (await file(`${name}.svg`)).text()).toContain('OFFICIAL');
  expect((await request.get('/before-after/files/aligned.csv?a.type=attack')).status()).toBe(400);
});
