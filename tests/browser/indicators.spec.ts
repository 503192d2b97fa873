import { expect, test } from '../setup/fixtures';

test('an indicator says what it counts, whether it is off its band, why, and where its question comes from', async ({
  page,
  axe,
}) => {
  await page.goto('/indicators');
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([
    /Prevent/,
    /Pursue/,
    /Protect/,
    /Prepare/,
  ]);
  await axe();
  await page.getByRole('link', { name: 'Does aid flow that keeps countries on their feet?' }).click();
  await expect(page.getByText(/paragraph 41/)).toBeVisible();
  const march = page.getByRole('row', { name: /^March 2020/ }).first();
  await expect(march).toContainText('High, above');
  await expect(march).toContainText('5 events in March 2020; 0 to 1 expected from the 7 months before');
  await axe();
  await march.getByRole('link').click();
  await expect(page).toHaveURL(/from=2020-03-01&to=2020-03-31/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('events');
});

test('the overview says which indicators are off their band, and pillars show their own', async ({
  page,
  axe,
}) => {
  await page.goto('/');
  const section = page.getByRole('region', { name: 'Indicators' });
  await expect(section).toContainText(/indicators? (is|are) outside|No indicator is outside/);
  await page.goto('/pillars/protect');
  await expect(
    page.getByRole('link', { name: 'Are more restrictions on movement imposed than before?' }),
  ).toBeVisible();
  await axe();
});

test('an indicator as a file', async ({ request }) => {
  expect(await (await request.get('/indicators/files/aid.csv')).text()).toContain(
    '2020-03-01,2020-03-31,March 2020,5,events,high,above',
  );
  const picture = await (await request.get('/indicators/files/aid.svg')).text();
  expect(picture).toContain('OFFICIAL');
  // A picture is looked at long after it was taken: it says of which state of the record it is.
  expect(picture).toMatch(/The record as of \d+ \w+ \d{4} \(revision \d+\)/);
  expect(await (await request.get('/indicators/files/aid.changes.csv')).text()).toContain(
    'noticed_at,kind,from,to,period',
  );
  expect(await (await request.get('/indicators/files/aid.atom')).text()).toContain('<feed');
  expect((await request.get('/indicators/changes.atom')).headers()['content-type']).toContain('atom+xml');
  expect((await request.get('/indicators/files/aid.svg?pillar=prevent')).status()).toBe(400);
  expect((await request.get('/indicators/none')).status()).toBe(404);
});
