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
});
