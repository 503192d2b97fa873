import type { Page } from '@playwright/test';
import { ADMIN, ADMIN_STATE, expect, test } from '../setup/fixtures';
import { arrowTo, pressKey, typeInto } from '../setup/keys';

// All of this must hold with scripts and without: the file runs in both projects.
test.describe.configure({ mode: 'serial' });

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).last().click();

async function fillEvent(page: Page, title: string, when: string): Promise<void> {
  await page.getByLabel('Title', { exact: true }).first().fill(title);
  await page.getByLabel('When did it happen?').fill(when);
  await page.getByLabel('Summary').fill('The harbour <script>alert(1)</script> held a drill.');
  await page.getByRole('radio', { name: 'Operations' }).check();
  await page.getByRole('checkbox', { name: 'Prepare' }).check();
  await page.getByLabel('Place', { exact: true }).fill('Wales');
  await page.getByRole('radio', { name: 'Confirmed' }).check();
  await page.locator('[name="sources.0.title"]').fill('Harbour log');
}

test.describe('visitors', () => {
  test('are sent to sign in, and come back to where they wanted to go', async ({ page, axe }) => {
    await page.goto('/admin/events/new');
    await expect(page).toHaveURL(/\/sign-in\?next=/);
    await axe();
    await page.getByLabel('Email address').fill(ADMIN.email);
    await page.getByLabel('Password', { exact: true }).fill('not the right password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.locator('.govuk-error-summary')).toContainText(
      'Enter a correct email address and password',
    );
    await expect(page.getByLabel('Email address')).toHaveValue(ADMIN.email);
    await axe();
    await page.getByLabel('Password', { exact: true }).fill(ADMIN.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('heading', { name: 'Add an event' })).toBeVisible();
  });

  test('are not led to another site after signing in', async ({ page }) => {
    await page.goto('/sign-in?next=//evil.example/');
    await page.getByLabel('Email address').fill(ADMIN.email);
    await page.getByLabel('Password', { exact: true }).fill(ADMIN.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page).toHaveURL(/localhost:\d+\/admin\/events$/);
  });
});

test.describe('an editor', () => {
  test.use({ storageState: ADMIN_STATE });

  test('adds, corrects and archives an event, and loses nothing on the way', async ({
    page,
    context,
    axe,
    javaScriptEnabled,
  }, { project }) => {
    const title = `Drill at a harbour (${project.name})`;
    // Somebody else looks at a page that will have it; the page listens once it is quiet.
    const reader = await context.newPage();
    await reader.clock.install();
    await reader.goto('/events?region=GB-WLS&type=operations');
    await reader.clock.runFor(6000);
    await page.goto('/admin/events/new');
    await axe();
    await page.getByLabel('Title', { exact: true }).first().fill(title);
    await page.getByLabel('When did it happen?').fill('the day after');
    await page.getByRole('button', { name: 'Add an actor' }).click();
    await page.getByLabel('Name').fill('Harbour authority');
    await page.getByLabel('Role').selectOption('authority');
    await save(page);
    const summary = page.locator('.govuk-error-summary');
    await expect(summary).toContainText('the day after');
    await expect(summary).toContainText('Select at least one pillar');
    await expect(page.getByLabel('Title', { exact: true }).first()).toHaveValue(title);
    await expect(page.getByLabel('Role')).toHaveValue('authority');
    await axe();
    await fillEvent(page, title, 'mid-May 2020');
    await save(page);
    // The other project has put in an event of the same kind: that is what the question is for.
    const question = page.getByRole('button', { name: /Save anyway/ });
    const heading = page.getByRole('heading', { level: 1, name: title });
    await expect(question.or(heading)).toBeVisible();
    if (await question.isVisible()) await question.click();
    await expect(heading).toBeVisible();
    await expect(page.getByText('Mid-May 2020').first()).toBeVisible();
    await axe();
    const address = page.url().replace(/\?.*/, '');
    if (javaScriptEnabled) {
      const heading1 = reader.getByRole('heading', { level: 1 });
      const before = await heading1.boundingBox();
      await expect(reader.getByText(/new events? match(?:es)? your filters/)).toBeVisible();
      expect(await heading1.boundingBox()).toEqual(before);
      await expect(reader.getByRole('link', { name: title })).toHaveCount(0);
      await reader.getByRole('button', { name: 'Show them' }).click();
      await expect(reader.getByRole('link', { name: title })).toBeVisible();
    }
    await reader.close();
    await page.goto('/events?region=GB-WLS&type=operations');
    await expect(page.getByRole('link', { name: title })).toBeVisible();

    await page.goto('/admin/events/new');
    await page.getByLabel('Fill from a pasted citation').fill('Smith, J. (2020) ‘Drills’, Ports Today.');
    await page.getByRole('button', { name: 'Fill a source from it' }).click();
    await expect(page.locator('[name="sources.0.publisher"]')).toHaveValue('Ports Today');
    await expect(page.getByLabel('Fill from a pasted citation')).toHaveValue('2020');
    await fillEvent(page, title, '14 May 2020');
    if (javaScriptEnabled) {
      // The tab is closed before anything was saved: what was typed is offered again, and is in this browser alone.
      await page.getByLabel('Town or site').fill('Milford Haven');
      await page.reload();
      await page.getByRole('button', { name: `Restore ${title}` }).click();
      await expect(page.getByLabel('Town or site')).toHaveValue('Milford Haven');
      await expect(page.locator('[name="sources.0.publisher"]')).toHaveValue('Ports Today');
    }
    await page.getByRole('button', { name: 'Save and add another' }).click();
    await expect(page.getByRole('heading', { name: 'Is it one of these?' })).toBeVisible();
    await axe();

    // Many at once: previewed, then written; the two versions side by side, and the earlier one in the form again.
    const bulkTag = `drill-${project.name.length}`;
    await page.goto('/admin/events?q=Drill');
    await pressKey(page, page.getByRole('checkbox', { name: `Select ${title}` }), 'Space');
    await pressKey(page, page.getByRole('button', { name: 'Change selected' }));
    await typeInto(page, page.getByLabel('What to do'), 'Add the tag');
    await pressKey(page, page.getByRole('button', { name: 'Preview' }));
    await expect(page.locator('.govuk-error-summary')).toContainText(
      'Enter the tag to add, remove or replace',
    );
    if (javaScriptEnabled) await expect(page.locator('.govuk-error-summary')).toBeFocused();
    await typeInto(page, page.getByLabel(/^Tag, to add/), bulkTag);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('row', { name: new RegExp(bulkTag) })).toContainText('Changes at once');
    await axe();
    await pressKey(page, page.getByRole('button', { name: 'Change 1 event' }));
    await expect(page.locator('.pw-banner')).toContainText('1 event changed');
    await pressKey(page, page.getByRole('link', { name: 'Back to the list' }));
    await expect(page).toHaveURL(/q=Drill/);
    await page.goto(`${address.replace('/events/', '/admin/events/')}/history`);
    await expect(page.getByRole('row', { name: /^Tags/ })).toContainText(bulkTag);
    await axe();
    await arrowTo(page, 'to', page.getByRole('radio', { name: 'Compare to version 1' }));
    await pressKey(page, page.getByRole('button', { name: 'Compare' }));
    await expect(page.getByText('Nothing differs between version 1 and version 1')).toBeVisible();
    await pressKey(page, page.getByRole('link', { name: 'Restore version 1' }));
    await expect(page.getByText('The form holds version 1 as it was')).toBeVisible();
    await expect(page.getByLabel('Tags (optional)')).toHaveValue('');

    await page.goto('/admin/events?q=Drill');
    await page.getByRole('button', { name: `Archive ${title}` }).click();
    await expect(page.locator('.pw-banner')).toContainText('Archived');
    await page.goto('/events?region=GB-WLS&type=operations');
    await expect(page.getByRole('link', { name: title })).toHaveCount(0);
    await page.goto('/admin/events?q=Drill');
    await axe();
    await page.getByRole('button', { name: `Restore ${title}` }).click();
    await expect(page.locator('.pw-banner')).toContainText('Back on the dashboard');
    await page.goto(address);
    await expect(heading).toBeVisible();
  });

  test('is shown both versions where someone else saved first', async ({ page, context, axe }, {
    project,
  }) => {
    const edit =
      project.name === 'editors'
        ? '/admin/events/mast-arson-europe-5g-2020'
        : '/admin/events/milk-tea-alliance-spat-2020';
    const other = await context.newPage();
    await page.goto(edit);
    await other.goto(edit);
    await other.getByLabel('Town or site').fill('Their town');
    await save(other);
    await expect(other.locator('.pw-banner')).toContainText('Saved');
    await page.getByLabel('Town or site').fill('My town');
    await save(page);
    await expect(page.getByRole('heading', { name: /someone has saved this event/ })).toBeVisible();
    await expect(page.getByRole('cell', { name: 'Their town' })).toBeVisible();
    await expect(page.getByRole('cell', { name: 'My town' })).toBeVisible();
    await axe();
    await save(page);
    await expect(page.locator('.pw-banner')).toContainText('Saved');
    await expect(page.getByText('My town').first()).toBeVisible();
  });
});
