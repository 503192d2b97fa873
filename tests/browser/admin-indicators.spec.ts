import { ADMIN_STATE, expect, test } from '../setup/fixtures';

test.describe('an admin', () => {
  test.use({ storageState: ADMIN_STATE });

  test('makes an indicator from a filtered page, sees how often it would have fired, and archives it', async ({
    page,
    axe,
    javaScriptEnabled,
  }) => {
    const slug = javaScriptEnabled ? 'aid-sent' : 'aid-sent-plain';
    await page.goto('/events?type=aid_shipment&from=2020-01-01');
    await page.getByRole('link', { name: 'Watch as an indicator' }).click();
    await expect(page.getByLabel('Filter', { exact: true })).toHaveValue('type=aid_shipment');
    await page.getByLabel('Filter', { exact: true }).fill('/events?type=aid_shipment&region=Atlantis');
    await page.getByLabel('Question', { exact: true }).fill(`Is more aid sent (${slug})?`);
    await page.getByRole('button', { name: 'Save' }).click();
    const summary = page.locator('.govuk-error-summary');
    await expect(summary).toContainText('Atlantis');
    await expect(summary).toContainText('Select a pillar');
    await expect(page.getByLabel('Question', { exact: true })).toHaveValue(`Is more aid sent (${slug})?`);
    await axe();

    await page.getByLabel('Filter', { exact: true }).fill('type=aid_shipment&dated=exact&dated=span');
    const preview = page.getByRole('region', { name: 'On past data' });
    // With scripts it follows what is typed; without them a button asks.
    if (!javaScriptEnabled) await page.getByRole('button', { name: 'Preview' }).click();
    await expect(preview).toContainText(/It would have fired in \d+ of the \d+ months that could be read/);
    await expect(preview.getByRole('row', { name: /March 2020/ })).toContainText('High, above');
    await axe();

    await page.getByLabel('Address').fill(slug);
    await page.getByLabel('Why it is asked').fill('Aid says who is counted on.');
    await page.getByRole('radio', { name: 'Prepare' }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('status').getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Is more aid sent (${slug})?`);
    await page.goto(`/admin/indicators/${slug}`);
    await page.getByRole('button', { name: 'Archive this indicator' }).click();
    await expect(page.getByRole('status').first()).toContainText('Archived');
    await page.goto(`/indicators/${slug}`);
    await expect(page.getByText('This indicator is not watched any more.')).toBeVisible();
  });
});
