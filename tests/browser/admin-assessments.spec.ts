import { ADMIN_STATE, expect, test } from '../setup/fixtures';

test.describe('an editor', () => {
  test.use({ storageState: ADMIN_STATE });

  test('records how a month went, and readers see it on the profile with its history', async ({
    page,
    axe,
    javaScriptEnabled,
  }) => {
    const month = javaScriptEnabled ? 'May 2020' : 'June 2020';
    await page.goto('/admin/assessments/new');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.locator('.govuk-error-summary')).toContainText('Enter a month, like October 2020');
    await axe();
    await page.getByLabel('Month').fill(month);
    await page.getByLabel('Place').fill('Denmark');
    await page.getByRole('radio', { name: 'Protect' }).check();
    await page.getByRole('radio', { name: 'Improved' }).check();
    await page.getByLabel('Why').fill('Borders opened again in step with neighbours.');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.locator('.govuk-notification-banner')).toContainText(
      `Recorded: Protect, Denmark, ${month}`,
    );
    await axe();
    await page.goto('/admin/assessments/new');
    await page.getByLabel('Month').fill(month);
    await page.getByLabel('Place').fill('Denmark');
    await page.getByRole('radio', { name: 'Protect' }).check();
    await page.getByRole('radio', { name: 'Unchanged' }).check();
    await page.getByLabel('Why').fill('Borders stayed half open.');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.locator('.govuk-error-summary')).toContainText('There is an assessment of this month');
    await expect(page.getByText('Now recorded by')).toContainText('Borders opened again');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.locator('.govuk-notification-banner')).toContainText('Recorded');
    await page.goto('/regions/DK');
    await expect(page.getByRole('region', { name: 'Assessments' })).toContainText(
      'Borders stayed half open.',
    );
    await axe();
    await page.goto('/assessments?region=DK');
    const replaced = page.getByRole('row').filter({ hasText: 'Borders opened again' }).first();
    await expect(replaced).toContainText('(replaced)');
    await axe();
  });

  test('puts a note on the charts, and takes it off', async ({ page, axe, javaScriptEnabled }) => {
    const text = javaScriptEnabled ? 'First order to stay at home' : 'Second order to stay at home';
    await page.goto('/admin/annotations');
    await page.getByRole('button', { name: 'Add the note' }).click();
    await expect(page.locator('.govuk-error-summary')).toContainText('Enter the note');
    await axe();
    await page.getByLabel('Day or span').fill('23 March 2020');
    await page.getByLabel('Last day (optional)').fill('12 May 2020');
    await page.getByLabel('Note', { exact: true }).fill(text);
    await page.getByLabel('Place (optional)').fill('England');
    await page.getByRole('button', { name: 'Add the note' }).click();
    await expect(page.getByRole('status').first()).toContainText('The note is on the charts');
    await page.goto('/');
    const notes = page.getByRole('list', { name: 'Notes on the chart' });
    // On the timeline and on the chart by period, each with its numbers.
    await expect(notes).toContainText([`England: ${text}`, `England: ${text}`]);
    for (const file of [
      '/charts/period.svg',
      '/charts/timeline.csv',
      '/indicators/files/aid.csv',
      '/indicators/files/aid.svg',
      '/series/files/prevent-referrals.csv?region=GB',
    ])
      expect(await (await page.request.get(file)).text(), file).toContain(text);
    await page.goto('/?region=KZ');
    await expect(notes).toHaveCount(0);
    await page.goto('/admin/annotations');
    await page.getByRole('row').filter({ hasText: text }).getByRole('button').click();
    await expect(page.getByRole('status').first()).toContainText('off the charts');
  });

  test('links an event to a question from its page, and withdraws the link again', async ({
    page,
    axe,
    javaScriptEnabled,
  }) => {
    const slug = javaScriptEnabled ? 'unrest' : 'aid';
    const event = 'kansas-city-hospital-bomb-plot-2020';
    const note = 'It shows what was feared.';
    await page.goto(`/events/${event}`);
    await page.getByRole('link', { name: 'Link it to a question' }).click();
    await page.getByRole('combobox', { name: 'Question' }).selectOption(slug);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.locator('.govuk-error-summary')).toContainText('Enter a note that says why');
    await expect(page.getByLabel('Event')).toHaveValue(event);
    await expect(page.getByRole('combobox', { name: 'Question' })).toHaveValue(slug);
    await axe();
    await page.getByRole('radio', { name: 'Supports' }).check();
    await page.getByLabel('Note').fill(note);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('status').getByRole('link').click();
    const found = page.getByRole('figure', { name: '1 event supports it, none speaks against it' });
    await expect(found.getByRole('link', { name: 'SVG' })).toBeVisible();
    await expect(page.getByRole('region', { name: /^Supporting/ })).toContainText(note);
    await axe();
    const csv = await (await page.request.get(`/indicators/evidence/${slug}.csv`)).text();
    expect(csv).toContain(`supports,${note}`);
    expect(await (await page.request.get(`/indicators/evidence/${slug}.svg`)).text()).toContain(
      '1 event supports',
    );
    await page.goto(`/events/${event}`);
    await expect(page.getByRole('region', { name: 'Questions it bears on' })).toContainText(note);
    await page.goto(`/admin/evidence?indicator=${slug}&q=kansas`);
    await expect(page.getByRole('list', { name: 'Events found' })).toContainText('Kansas City');
    await axe();
    await page.getByRole('list', { name: 'Events found' }).getByRole('link').first().click();
    await expect(page.getByText('Now recorded by')).toContainText(note);
    await page.getByRole('radio', { name: 'Withdrawn' }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('status').first()).toContainText('Withdrawn');
    await page.goto(`/indicators/${slug}`);
    await expect(
      page.getByRole('heading', { name: /no event is linked to this question yet/ }),
    ).toBeVisible();
  });
});
