import type { Browser, Page } from '@playwright/test';
import { ADMIN_STATE, expect, test } from '../setup/fixtures';
import { arrowTo, pressKey, typeInto } from '../setup/keys';

// All of this must hold with scripts and without: the file runs in both projects.

const PASSWORD = 'marble ladder violin pocket';
const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).first().click();
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).last().click();

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).last();

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
  await typeInto(page, page.getByLabel('Email address'), email);
  await typeInto(page, page.getByLabel('Password', { exact: true }), PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Manage events' })).toBeVisible();
  return page;
}

/** Fills the form by keys alone, from its top to its end. */
async function fillEvent(page: Page, title: string): Promise<void> {
  await typeInto(page, page.getByLabel('Title', { exact: true }).first(), title);
  await typeInto(page, page.getByLabel('Summary'), 'A review of the plans was ordered.');
  await arrowTo(page, 'type', page.getByRole('radio', { name: /^Policy/ }));
  await pressKey(page, page.getByRole('checkbox', { name: /^Protect/ }), 'Space');
  await typeInto(page, page.getByLabel('When did it happen?'), '14 May 2020');
  await typeInto(page, page.getByLabel('Place', { exact: true }), 'iceland');
  await typeInto(page, page.locator('[name="sources.0.title"]'), 'A notice');
  await arrowTo(page, 'confidence', page.getByRole('radio', { name: /^Reported/ }).first());
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
  // By keys alone, from signing in to publishing.
  await pressKey(editor, editor.getByRole('link', { name: 'Add an event' }));
  await expect(editor.getByRole('heading', { name: 'Add an event' })).toBeVisible();
  await expect(editor.getByRole('radio', { name: /^Published/ })).toHaveCount(0);
  await fillEvent(editor, title);
  await pressKey(editor, button(editor, 'Save and add another'));
  const question = editor.getByRole('button', { name: /Save anyway/ });
  await expect(question.or(editor.locator('.pw-banner'))).toBeVisible();
  if (await question.isVisible()) await pressKey(editor, question);
  await expect(editor.locator('.pw-banner')).toContainText('Saved as in review');
  const slug = new URL(editor.url()).searchParams.get('after')!;
  expect((await request.get(`/api/v1/events/${slug}`, { headers: { cookie: '' } })).status()).toBe(404);

  await admin.goto('/');
  await admin.getByRole('link', { name: /to review$/ }).click();
  // The reviewer too goes by keys alone, the skip link first.
  await pressKey(admin, admin.getByRole('link', { name: 'Skip to main content' }));
  await typeInto(admin, admin.getByLabel('Sent by'), `Wri ${project.name} (1)`);
  await pressKey(admin, button(admin, 'Apply'));
  await expect(admin).toHaveURL(/[?&]by=/);
  await expect(admin.getByRole('table')).toContainText('1 item for review');
  await axe();
  await pressKey(admin, admin.getByRole('link', { name: title }));
  await expect(admin.getByRole('heading', { name: 'Change an event' })).toBeVisible();
  await typeInto(admin, admin.getByLabel('Comment, for the desk alone'), 'Seen.');
  await pressKey(admin, button(admin, 'Add comment'));
  await expect(admin.getByRole('status').filter({ hasText: 'Comment added' })).toBeVisible();
  await typeInto(admin, admin.getByLabel('What is to be changed?'), 'Which harbours?');
  await pressKey(admin, button(admin, 'Return to its writer'));
  await expect(admin.locator('.pw-banner')).toContainText('Returned to its writer');
  if (javaScriptEnabled) await expect(admin.locator('.pw-banner')).toBeFocused();
  await expect(admin.getByRole('heading', { name: 'Review', exact: true })).toBeVisible();

  await editor.goto(`/admin/events/${slug}`);
  await expect(editor.getByText('Which harbours?')).toBeVisible();
  await admin.goto('/admin/events?status=draft');
  await expect(admin.getByRole('row').filter({ hasText: title })).toContainText(
    `Open now: Wri ${project.name}`,
  );
  await arrowTo(editor, 'status', editor.getByRole('radio', { name: /^In review/ }));
  await pressKey(editor, button(editor, 'Save'));
  await expect(editor.locator('.pw-banner')).toContainText('Saved as in review');

  await admin.goto('/admin/review');
  await pressKey(admin, admin.getByRole('link', { name: title }));
  await expect(admin.getByRole('heading', { name: 'Change an event' })).toBeVisible();
  await expect(admin.getByText('open too')).toHaveCount(0);
  await axe();
  await pressKey(admin, button(admin, 'Publish'));
  await expect(admin.locator('.pw-banner')).toContainText('on the dashboard');
  expect((await request.get(`/events/${slug}`)).status()).toBe(200);

  // A change to what is published is a proposal beside it.
  await admin.goto(`/admin/events/${slug}`);
  await editor.goto(`/admin/events/${slug}`);
  await expect(editor.getByText('Ada Admin has this event open too, since')).toBeVisible();
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
  await expect(admin.locator('.govuk-error-summary')).toContainText('Say why you return it');
  // Its writer opens the form again: the reviewer sees that, and the form holds what was sent, not what it would replace.
  await editor.goto(`/admin/events/${slug}`);
  await expect(editor.getByLabel('Summary')).toHaveValue('A review of all harbours was ordered.');
  await expect(editor.getByText('The form holds the change that you sent to review')).toBeVisible();
  await axe();
  await admin.reload();
  await expect(admin.getByText(`Wri ${project.name} has this event open too`)).toBeVisible();
  await pressKey(admin, button(admin, 'Accept and publish'));
  await expect(admin.locator('.pw-banner')).toContainText('on the dashboard');
  expect(await (await request.get(`/events/${slug}`)).text()).toContain('all harbours');

  // Nor may an editor do by hand what no page of theirs offers.
  await editor.goto('/admin/review');
  await expect(editor).toHaveURL(/\/no-permission$/);
  await editor.context().close();
});
