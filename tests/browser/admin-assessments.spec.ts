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
    await expect(notes).toContainText(`England: ${text}`);
    expect(await (await page.request.get('/charts/period.svg')).text()).toContain(text);
    await page.goto('/?region=KZ');
    await expect(notes).toHaveCount(0);
    await page.goto('/admin/annotations');
    await page.getByRole('row').filter({ hasText: text }).getByRole('button').click();
    await expect(page.getByRole('status').first()).toContainText('off the charts');
  });
});
