import type { Browser, Page } from '@playwright/test';
import { ADMIN_STATE, expect, test } from '../setup/fixtures';
import { pressKey, typeInto } from '../setup/keys';
import { totp } from '../setup/totp';

// All of this must hold with scripts and without: the file runs in both projects.
test.describe.configure({ mode: 'serial' });

const PASSWORD = 'kettle lamp orange window';
const errors = (page: Page) => page.locator('.govuk-error-summary');
const fillPassword = (page: Page, password: string, label = 'Password') =>
  page.getByLabel(label, { exact: true }).fill(password);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const emailOf = (project: { name: string }) => `ed.${project.name}@example.test`;
const nameOf = (project: { name: string }) => `Ed ${project.name}`;

async function asAdmin(browser: Browser, javaScriptEnabled: boolean): Promise<Page> {
  return (await browser.newContext({ storageState: ADMIN_STATE, javaScriptEnabled })).newPage();
}

async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill(email);
  await fillPassword(page, password);
  await press(page, 'Sign in');
}

async function openPerson(admin: Page, name: string): Promise<void> {
  await admin.goto('/admin/users');
  await admin.getByRole('link', { name, exact: true }).click();
  await expect(admin.getByRole('heading', { name })).toBeVisible();
}

let secret = '';
let used = '';
let codes: string[] = [];

test('an invitation gives a way in, once', async ({ browser, page, axe, javaScriptEnabled }, { project }) => {
  const admin = await asAdmin(browser, javaScriptEnabled);
  await admin.goto('/admin/users/invite');
  await admin.getByLabel('Name').fill(nameOf(project));
  await press(admin, 'Invite');
  await expect(errors(admin)).toContainText('Enter an email address');
  await expect(admin.getByLabel('Name')).toHaveValue(nameOf(project));
  await admin.getByLabel('Email address').fill(emailOf(project));
  await admin.getByRole('radio', { name: 'Editor' }).check();
  await press(admin, 'Invite');
  const link = await admin.locator('.pw-link-passed').innerText();
  await admin.context().close();

  await page.goto(link);
  await axe();
  await fillPassword(page, 'passwordpassword');
  await press(page, 'Set password');
  await expect(errors(page)).toContainText('easy to guess');
  await axe();
  await fillPassword(page, PASSWORD);
  await press(page, 'Set password');
  await expect(page.getByText('Your password is set')).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible();
  await signIn(page, emailOf(project));
  await expect(page.getByRole('heading', { name: 'Manage events' })).toBeVisible();
  for (const path of ['/admin/users', '/admin/users/invite', '/admin/audit']) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/no-permission$/);
  }
});

test('a second step is turned on with a code that works', async ({ page, axe }, { project }) => {
  await signIn(page, emailOf(project));
  await expect(page.getByRole('heading', { name: 'Manage events' })).toBeVisible();
  await page.goto('/account');
  await axe();
  await page.getByRole('link', { name: 'Turn on a second step' }).click();
  await fillPassword(page, 'not the password', 'Current password');
  await press(page, 'Continue');
  await expect(errors(page)).toContainText('Enter your current password correctly');
  await fillPassword(page, PASSWORD, 'Current password');
  await press(page, 'Continue');
  secret = await page.locator('.pw-secret').innerText();
  codes = await page.locator('.pw-codes code').allInnerTexts();
  expect(codes).toHaveLength(10);
  await axe();
  await page.getByRole('textbox', { name: 'Code' }).fill('12345');
  await press(page, 'Turn on');
  await expect(errors(page)).toContainText('6 digits');
  used = totp(secret);
  await page.getByRole('textbox', { name: 'Code' }).fill(used);
  await press(page, 'Turn on');
  await expect(page.getByText('Second step turned on')).toBeVisible();
});

test('without the second step nobody is in; a code works once, and so does a recovery code', async ({
  page,
  axe,
}, { project }) => {
  await signIn(page, emailOf(project));
  await expect(page.getByRole('heading', { name: 'Enter your code' })).toBeVisible();
  await axe();
  await page.goto('/account');
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.goto('/sign-in/second-step');
  const enter = async (code: string) => {
    await page.getByRole('textbox', { name: 'Code' }).fill(code);
    await press(page, 'Continue');
  };
  // Seen over a shoulder.
  await enter(used);
  await expect(errors(page)).toContainText('Enter the code that your app shows now');
  await enter(codes[0]!);
  await expect(page.getByRole('heading', { name: 'Manage events' })).toBeVisible();
  await page.goto('/account');
  await press(page, 'Sign out everywhere');
  await expect(page.getByText('You are signed out everywhere')).toBeVisible();
  await signIn(page, emailOf(project));
  await enter(codes[0]!);
  await expect(errors(page)).toBeVisible();
  await enter(codes[1]!);
  await expect(page.getByRole('heading', { name: 'Manage events' })).toBeVisible();
});

test('sessions are seen and ended from another browser', async ({ browser, page, javaScriptEnabled }, {
  project,
}) => {
  await signIn(page, emailOf(project));
  await page.getByRole('textbox', { name: 'Code' }).fill(codes[2]!);
  await press(page, 'Continue');
  await expect(page.getByRole('heading', { name: 'Manage events' })).toBeVisible();
  const admin = await asAdmin(browser, javaScriptEnabled);
  await openPerson(admin, nameOf(project));
  await press(admin, 'Sign out everywhere');
  await expect(admin.getByText('Signed out everywhere')).toBeVisible();
  await page.goto('/account');
  await expect(page).toHaveURL(/\/sign-in/);
  await press(admin, 'Turn the second step off');
  await expect(admin.getByText('Second step turned off')).toBeVisible();
  await signIn(page, emailOf(project));
  await expect(page.getByRole('heading', { name: 'Manage events' })).toBeVisible();
  await admin.context().close();
});

test('who is deactivated is out at once, and learns no more than a stranger', async ({
  browser,
  page,
  javaScriptEnabled,
}, { project }) => {
  await signIn(page, emailOf(project));
  await expect(page.getByRole('heading', { name: 'Manage events' })).toBeVisible();
  const admin = await asAdmin(browser, javaScriptEnabled);
  await openPerson(admin, nameOf(project));
  await press(admin, 'Deactivate');
  await expect(admin.getByText('Deactivated, and signed out everywhere')).toBeVisible();
  await page.goto('/account');
  await expect(page).toHaveURL(/\/sign-in/);
  await signIn(page, emailOf(project));
  const words = await errors(page).innerText();
  await signIn(page, 'nobody.at.all@example.test');
  await expect(errors(page)).toHaveText(words.replaceAll('\n', ''), { ignoreCase: false });
  await admin.goto('/admin/users');
  await admin.getByRole('link', { name: 'Ada Admin', exact: true }).click();
  await press(admin, 'Deactivate');
  await expect(errors(admin)).toContainText('the last admin');
  await admin.goto('/admin/audit');
  await typeInto(admin, admin.getByLabel('Who'), 'ada');
  await typeInto(admin, admin.getByRole('textbox', { name: 'From' }), 'the other day');
  await typeInto(admin, admin.getByLabel('What', { exact: true }), 'Account deactivated');
  await pressKey(admin, admin.getByRole('button', { name: 'Search' }));
  // What could not be read stays, to be mended.
  await expect(errors(admin)).toContainText('is not a date');
  await expect(admin.getByRole('textbox', { name: 'From' })).toHaveValue('the other day');
  await expect(admin.getByRole('cell', { name: emailOf(project) }).first()).toBeVisible();
  await admin.context().close();
});
