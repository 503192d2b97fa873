import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ADMIN, ADMIN_STATE, expect, test } from '../setup/fixtures';
import { runFolder } from '../setup/run-folder';

test('the printed link makes the first admin, once', async ({ page, axe }) => {
  const log = (): string => readFileSync(path.join(runFolder(), 'start.log'), 'utf8');
  await expect.poll(log).toContain('/setup/');
  const link = /\/setup\/\S+/.exec(log())![0];
  await page.goto(link);
  await axe();
  await page.getByLabel('Your name').fill(ADMIN.name);
  await page.getByLabel('Email address').fill(ADMIN.email);
  await page.getByLabel('Password', { exact: true }).fill('too short');
  await page.getByRole('button', { name: 'Make admin and sign in' }).click();
  await expect(page.locator('.govuk-error-summary')).toContainText('15 characters or more');
  await expect(page.getByLabel('Email address')).toHaveValue(ADMIN.email);
  await axe();
  await page.getByLabel('Password', { exact: true }).fill(ADMIN.password);
  await page.getByRole('button', { name: 'Make admin and sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Manage events' })).toBeVisible();
  await page.context().storageState({ path: ADMIN_STATE });
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible();
});
