import type { Browser, Page } from '@playwright/test';
import { ADMIN_STATE, expect, test } from '../setup/fixtures';

// All of this must hold with scripts and without: the file runs in both projects.

const PASSWORD = 'marble ladder violin pocket';
const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).first().click();
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).last().click();

/** Somebody who was invited as an editor, signed in. */
async function signedInEditor(
  browser: Browser,
  admin: Page,
  name: string,
  javaScriptEnabled: boolean,
): Promise<Page> {
  const email = `${name.toLowerCase().replaceAll(/\W/g, '.')}@example.test`;
  await admin.goto('/admin/users/invite');
  await admin.getByLabel('Name').fill(name);
  await admin.getByLabel('Email address').fill(email);
  await admin.getByRole('radio', { name: 'Editor' }).check();
  await press(admin, 'Invite');
  const link = await admin.locator('.pw-link-passed').innerText();
  const page = await (
    await browser.newContext({ javaScriptEnabled, storageState: { cookies: [], origins: [] } })
  ).newPage();
  await page.goto(link);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await press(page, 'Set password');
  await expect(page.getByText('Your password is set')).toBeVisible();
  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await press(page, 'Sign in');
  await expect(page.getByRole('heading', { name: 'Manage events' })).toBeVisible();
  return page;
}

async function fillEvent(page: Page, title: string): Promise<void> {
  await page.getByLabel('Title', { exact: true }).first().fill(title);
  await page.getByLabel('Summary').fill('A review of the plans was ordered.');
  await page.getByRole('radio', { name: /^Policy/ }).check();
  await page.getByRole('checkbox', { name: /^Protect/ }).check();
  await page.getByLabel('When did it happen?').fill('14 May 2020');
  await page.getByLabel('Place', { exact: true }).fill('Iceland');
  await page
    .getByRole('radio', { name: /^Reported/ })
    .first()
    .check();
  await page.locator('[name="sources.0.title"]').fill('A notice');
}

test.use({ storageState: ADMIN_STATE });

test('what an editor writes is seen by readers only once a reviewer has published it', async ({
  page: admin,
  browser,
  request,
  axe,
  javaScriptEnabled,
}, { project }) => {
  const title = `Plans for harbours are reviewed (${project.name})`;
  const editor = await signedInEditor(browser, admin, `Wri ${project.name}`, javaScriptEnabled ?? true);
  await editor.goto('/admin/events/new');
  await expect(editor.getByRole('radio', { name: /^Published/ })).toHaveCount(0);
  await fillEvent(editor, title);
  await save(editor);
  const question = editor.getByRole('button', { name: /Save anyway/ });
  await expect(question.or(editor.locator('.pw-banner'))).toBeVisible();
  if (await question.isVisible()) await question.click();
  await expect(editor.locator('.pw-banner')).toContainText('only editors see it');
  const slug = new URL(editor.url()).searchParams.get('saved')!;
  expect((await request.get(`/api/v1/events/${slug}`, { headers: { cookie: '' } })).status()).toBe(404);

  await admin.goto('/');
  await admin.getByRole('link', { name: /to review$/ }).click();
  await axe();
  await admin.getByRole('link', { name: title }).click();
  await admin.getByLabel('What is to be changed?').fill('Which harbours?');
  await press(admin, 'Return to its writer');
  await expect(admin.locator('.pw-banner')).toContainText('Returned to its writer');

  await editor.goto(`/admin/events/${slug}`);
  await expect(editor.getByText('Which harbours?')).toBeVisible();
  await editor.getByRole('radio', { name: /^In review/ }).check();
  await save(editor);
  await expect(editor.locator('.pw-banner')).toContainText('Saved as in review');

  await admin.goto(`/admin/events/${slug}`);
  await axe();
  await press(admin, 'Publish');
  await expect(admin.locator('.pw-banner')).toContainText('on the dashboard');
  expect((await request.get(`/events/${slug}`)).status()).toBe(200);

  // A change to what is published is a proposal beside it.
  await editor.goto(`/admin/events/${slug}`);
  await editor.getByLabel('Summary').fill('A review of all harbours was ordered.');
  await save(editor);
  await expect(editor.locator('.pw-banner')).toContainText('Sent to review');
  expect(await (await request.get(`/events/${slug}`)).text()).not.toContain('all harbours');
  await admin.goto('/admin/review');
  await admin
    .getByRole('row', { name: new RegExp(`${project.name}\\).*published event`) })
    .getByRole('link')
    .click();
  await expect(admin.getByRole('row', { name: /Summary/ })).toContainText('all harbours');
  await axe();
  await press(admin, 'Return to its writer');
  await expect(admin.getByText('Say why you return it')).toBeVisible();
  await press(admin, 'Accept and publish');
  await expect(admin.locator('.pw-banner')).toContainText('on the dashboard');
  expect(await (await request.get(`/events/${slug}`)).text()).toContain('all harbours');

  // Nor may an editor do by hand what no page of theirs offers.
  await editor.goto('/admin/review');
  await expect(editor).toHaveURL(/\/no-permission$/);
  await editor.context().close();
});
