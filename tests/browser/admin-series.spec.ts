import { ADMIN_STATE, expect, test } from '../setup/fixtures';

test.describe('an editor', () => {
  test.use({ storageState: ADMIN_STATE });

  test('adds a series as a table, is told what cannot be read, and loses nothing', async ({
    page,
    axe,
    javaScriptEnabled,
  }) => {
    const key = javaScriptEnabled ? 'stops' : 'stops-plain';
    await page.goto('/admin/series/new');
    await axe();
    await page.getByLabel('Title').fill(`Stops at ports (${key})`);
    await page.getByLabel('Address', { exact: true }).fill(key);
    await page.getByLabel('What one is called').fill('stops');
    await page.getByLabel('What the numbers are').fill('Examinations at ports.');
    await page.getByLabel('Area').fill('Great Britain');
    await page.getByLabel('Place in the record').fill('uk');
    await page.getByRole('radio', { name: 'Protect' }).check();
    await page.getByLabel('Publisher', { exact: true }).fill('Home Office');
    await page.getByLabel('Numbers', { exact: true }).fill('period,value\n2019/20,9000\n2020/21,lots\n');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.locator('.govuk-error-summary')).toContainText('Row 3, value (lots): Enter a number');
    await expect(page.getByLabel('Title')).toHaveValue(/Stops at ports/);
    await expect(page.getByLabel('Numbers', { exact: true })).toHaveValue(/2020\/21,lots/);
    await axe();
    await page
      .getByLabel('Numbers', { exact: true })
      .fill('period,value\n2019/20,9000\n2020/21,"2,500 [p]"\n');
    await page.getByRole('button', { name: 'Save' }).click();
    await page
      .getByRole('link', { name: new RegExp(`Stops at ports \\(${key}\\)`) })
      .first()
      .click();
    await expect(page.getByText('2,500 stops in the year to March 2021: 72 per cent fewer')).toBeVisible();

    await page.goto(`/admin/series/${key}`);
    await expect(page.getByLabel('Numbers', { exact: true })).toHaveValue(/2020-04-01,2021-03-31/);
    await page.getByRole('button', { name: 'Delete this series' }).click();
    await page.getByRole('button', { name: 'Delete it for good' }).click();
    await expect(page.getByText('Deleted.')).toBeVisible();
    expect((await page.request.get(`/series/${key}`)).status()).toBe(404);
  });

  test('imports a file in the tidy shape, and names the column of the numbers', async ({ page }) => {
    await page.goto('/admin/series/channel-adopted');
    const text =
      'time_period,time_identifier,country_name,cases\n201819,Financial year,England and Wales,556\n201920,Financial year,England and Wales,697\n';
    const file = { name: 'tidy.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
    await page.getByLabel('Or a file').setInputFiles(file);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('combobox', { name: 'Column that holds the numbers' })).toBeVisible();
    await page.getByLabel('Column that holds the numbers').selectOption('cases');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Saved.')).toBeVisible();
    await page.goto('/series/channel-adopted');
    await expect(page.getByText('697 cases in the year to March 2020: 25 per cent more')).toBeVisible();
  });
});
