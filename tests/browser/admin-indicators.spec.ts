import { ADMIN_STATE, expect, test } from '../setup/fixtures';
import { arrowTo, pressKey, typeInto } from '../setup/keys';

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
    await typeInto(page, page.getByLabel('Why it is asked'), 'Aid says who is counted on.');
    await arrowTo(page, 'pillar', page.getByRole('radio', { name: 'Prepare' }));
    await pressKey(page, page.getByRole('button', { name: 'Save' }));
    await page.getByRole('status').getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Is more aid sent (${slug})?`);
    await page.goto(`/admin/indicators/${slug}`);
    await page.getByRole('button', { name: 'Archive this indicator' }).click();
    await expect(page.getByRole('status').first()).toContainText('Archived');
    await page.goto(`/indicators/${slug}`);
    await expect(page.getByText('This indicator is not watched any more.')).toBeVisible();
  });

  test('enters who is told of new statuses, tries it, and sees in the log how it went', async ({
    page,
    axe,
    javaScriptEnabled,
  }) => {
    await page.goto('/admin/alerts/new');
    // By keys alone.
    await arrowTo(page, 'kind', page.getByRole('radio', { name: 'Webhook' }));
    await typeInto(page, page.getByLabel('Address'), 'http://alerts.example.test/');
    await pressKey(page, page.getByRole('checkbox', { name: 'Not enough data' }), 'Space');
    await pressKey(page, page.getByRole('button', { name: 'Save' }));
    await expect(page.locator('.govuk-error-summary')).toContainText('must begin with https://');
    await expect(page.getByLabel('Address')).toHaveValue('http://alerts.example.test/');
    await axe();
    const address = `https://127.0.0.1/${javaScriptEnabled ? 'hook' : 'hook-plain'}`;
    await page.getByLabel('Address').fill(address);
    await page.getByRole('checkbox', { name: 'Normal' }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    const secret = page.getByRole('status').filter({ hasText: 'whsec_' });
    await expect(secret.locator('code')).toHaveText(/^whsec_[\w+/]{43}=$/);
    await secret.getByRole('link', { name: 'Send a test' }).click();
    await expect(page.getByRole('checkbox', { name: 'Normal' })).toBeChecked();
    await axe();
    await page.getByRole('button', { name: 'Send a test' }).click();
    await expect(page.locator('.pw-banner')).toContainText('It did not arrive: Refused here');
    await page.getByRole('button', { name: 'Try now' }).click();
    await expect(page.getByRole('row', { name: address })).toContainText('2 of 8');
    await axe();
    await page.getByRole('link', { name: address }).click();
    await page.getByRole('button', { name: 'Switch it off' }).click();
    await expect(page.getByRole('status')).toContainText(`Switched off: ${address}`);
    await axe();
  });
});
