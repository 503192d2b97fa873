import { ADMIN_STATE, expect, test } from '../setup/fixtures';
import { arrowTo, pressKey, typeInto } from '../setup/keys';

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
    // By keys alone.
    await typeInto(page, page.getByLabel('Title'), `Stops at ports (${key})`);
    await typeInto(page, page.getByLabel('Address', { exact: true }), key);
    await typeInto(page, page.getByLabel('What one is called'), 'stops');
    await typeInto(page, page.getByLabel('What the numbers are'), 'Examinations at ports.');
    await typeInto(page, page.getByLabel('Area'), 'Great Britain');
    await typeInto(page, page.getByLabel('Place in the record'), 'uk');
    await arrowTo(page, 'pillar', page.getByRole('radio', { name: 'Protect' }));
    await typeInto(page, page.getByLabel('Publisher', { exact: true }), 'Home Office');
    const numbers = page.getByLabel('Numbers', { exact: true });
    await typeInto(page, numbers, 'period,value\n2019/20,9000\n2020/21,lots\n');
    await pressKey(page, page.getByRole('button', { name: 'Save' }));
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
    const column = page.getByRole('combobox', { name: 'Column that holds the numbers' });
    // Only what may hold numbers, and nothing called value where the file has no such column.
    await expect(column.getByRole('option')).toHaveText(['Choose a column', 'country_name', 'cases']);
    await expect(page.locator('#column-error')).toContainText('No column is called value');
    await column.selectOption('cases');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Saved.')).toBeVisible();
    await page.goto('/series/channel-adopted');
    await expect(page.getByText('697 cases in the year to March 2020: 25 per cent more')).toBeVisible();
  });
});
