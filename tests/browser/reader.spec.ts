import { expect, test } from '../setup/fixtures';

// All of this must hold with scripts and without: the file runs in both projects.

const countIn = (heading: string | null): number =>
  Number(/^[\d,]+/.exec(heading ?? '')![0].replace(',', ''));

test('filters by pillar through the form, and back', async ({ page, axe }) => {
  await page.goto('/');
  const heading = page.getByRole('heading', { level: 1 });
  const all = countIn(await heading.textContent());
  expect(all).toBeGreaterThan(100);
  await axe();
  const form = page.getByRole('search', { name: 'Filter events' });
  await form.getByRole('checkbox', { name: /^Pursue/ }).check();
  await form.getByRole('button', { name: 'Apply filters' }).first().click();
  await expect(heading).toHaveText(new RegExp(`^\\d+ of ${all} events`));
  const some = countIn(await heading.textContent());
  expect(some).toBeLessThan(all);
  await expect(page).toHaveURL(/pillar=pursue/);
  await axe();
  await page.getByRole('link', { name: /Remove filter Pillar: Pursue/ }).click();
  await expect(heading).toHaveText(new RegExp(`^${all} events`));
  await page.goBack();
  await expect(heading).toHaveText(new RegExp(`^${some} of ${all} events`));
});

test('the count in the heading is the number of rows in the table', async ({ page }) => {
  await page.goto('/events?type=attack');
  const total = countIn(await page.getByRole('heading', { level: 1 }).textContent());
  await expect(page.locator('.pw-events tbody tr')).toHaveCount(total);
});

test('search marks what it found, and sorts by column', async ({ page, axe }) => {
  await page.goto('/events');
  await axe();
  await page.getByLabel('Words').fill('masks');
  await page.getByRole('button', { name: 'Apply filters' }).first().click();
  await expect(page.locator('mark').first()).toHaveText(/mask/i);
  await page.getByRole('columnheader', { name: /Place/ }).getByRole('link').click();
  await expect(page).toHaveURL(/q=masks.*sort=place/);
  await expect(page.getByRole('columnheader', { name: /Place/ })).toHaveAttribute('aria-sort', 'ascending');
});

test('pages through the whole record', async ({ page }) => {
  await page.goto('/events?density=compact');
  const total = countIn(await page.getByRole('heading', { level: 1 }).textContent());
  const titles = page.locator('.pw-events__title a');
  const seen = new Set<string>();
  for (;;) {
    for (const href of await titles.evaluateAll((links) =>
      links.map((link) => link.getAttribute('href') ?? ''),
    ))
      seen.add(href);
    const next = page.getByRole('link', { name: /Next page/ });
    if ((await next.count()) === 0) break;
    const first = (await titles.first().getAttribute('href'))!;
    await next.click();
    await expect(titles.first()).not.toHaveAttribute('href', first);
  }
  expect(seen.size).toBe(total);
});

test('an empty answer says so and offers a way out', async ({ page, axe }) => {
  for (const path of ['/?q=zzzzzz', '/timeline?q=zzzzzz', '/events?q=zzzzzz']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^None of/);
    await axe();
  }
  await page.getByRole('link', { name: 'Clear all filters' }).first().click();
  await expect(page).toHaveURL(/\/events$/);
});

test('what cannot be used is named', async ({ page, axe }) => {
  await page.goto('/?from=rubbish&pillar=prevnet&region=Atlantis');
  const alert = page.getByRole('alert').filter({ hasText: 'left out' });
  for (const words of ['rubbish', 'prevnet', 'Atlantis']) await expect(alert).toContainText(words);
  await axe();
});

test('an event shows its sources, and can be cited', async ({ page, axe, request }) => {
  const address = '/events/kansas-city-hospital-bomb-plot-2020';
  await page.goto(address);
  await expect(page.getByText(/on or shortly before 8 April 2020/)).toBeVisible();
  await expect(page.getByText(/paragraph 20, footnote 10/)).toBeVisible();
  await axe();
  expect(await (await request.get(`${address}/cite?as=ris`)).text()).toMatch(
    /^TY {2}- ELEC\r\nTI {2}- Timothy Wilson plans/,
  );
  expect(await (await request.get(`${address}/cite?as=bibtex`)).text()).toContain(
    '@misc{pillarwatch-kansas-city',
  );
});

test('the timeline is whole in the page itself', async ({ page, axe }) => {
  await page.goto('/timeline');
  await expect(page.getByRole('link', { name: /Glasgow/ }).first()).toBeAttached();
  await axe();
  await page.goto('/timeline?lanes=type');
  await axe();
});

test('profiles of pillars and places', async ({ page, axe }) => {
  await page.goto('/pillars/prevent');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Prevent: \d+ events/);
  await axe();
  await page.goto('/regions/uk');
  await expect(page).toHaveURL(/\/regions\/GB$/);
  await page.getByRole('link', { name: 'England', exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^England: \d+ events/);
  await axe();
});

test('the question goes along from section to section, and from a place to those in and about it', async ({
  page,
}) => {
  await page.goto('/?pillar=prevent&from=2020-03-01&over=none');
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Map' }).click();
  await expect(page).toHaveURL(/\/map\?from=2020-03-01&pillar=prevent/);
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Places' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('United Kingdom: ');
  const england = page.getByRole('listitem').filter({ hasText: /^England \d+$/ });
  const count = /\d+/.exec((await england.textContent())!)![0];
  await england.getByRole('link').click();
  // The number beside the place is of the events that its page shows.
  await expect(page.getByRole('heading', { level: 1 })).toContainText(new RegExp(`^England: ${count} event`));
  await page
    .getByRole('navigation', { name: 'Wider places' })
    .getByRole('link', { name: 'United Kingdom' })
    .click();
  await expect(page).toHaveURL(/\/regions\/GB\?.*pillar=prevent/);
  await page.getByRole('link', { name: 'Pillarwatch' }).click();
  await expect(page).toHaveURL(/\/$/);
});

test('the reference set is left out by one click, and its lockdown bands stay', async ({ page }) => {
  await page.goto('/');
  const heading = page.getByRole('heading', { level: 1 });
  const all = countIn(await heading.textContent());
  await page.getByRole('link', { name: 'leave them out' }).click();
  await expect(heading).toHaveText(new RegExp(`^\\d+ of ${all} events`));
  expect(all - countIn(await heading.textContent())).toBe(12);
  await expect(page).toHaveURL(/set=corpus/);
  await expect(page.getByText('Stay-at-home requirement in England').first()).toBeAttached();
});

test('the codebook defines every word with an event, and the data page names the sets', async ({
  page,
  axe,
}) => {
  await page.goto('/data');
  await expect(page.getByRole('heading', { name: /OxCGRT/ })).toBeVisible();
  await axe();
  await page.getByRole('link', { name: 'codebook', exact: true }).click();
  const attack = page.getByRole('row', { name: /^Attack/ });
  await expect(attack).toContainText('Violence carried out.');
  await axe();
  await attack.getByRole('link').click();
  await expect(page.getByRole('definition').filter({ hasText: 'Violence carried out.' })).toBeVisible();
});

test('what is not there is said to be so', async ({ page, axe }) => {
  for (const path of ['/pillars/none', '/regions/nowhere', '/events/none', '/none']) {
    expect((await page.goto(path))!.status()).toBe(404);
    await axe();
  }
});
