import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { ADMIN_STATE, expect, test } from '../setup/fixtures';
import { pressKey, tabTo, typeInto } from '../setup/keys';

// All of this must hold with scripts and without: the file runs in both projects.
test.describe.configure({ mode: 'serial' });

const HEAD = 'Ref,Headline,Happened,Country,City,Deaths,Notes';
const csv = (...lines: string[]): Buffer => Buffer.from(`${[HEAD, ...lines].join('\n')}\n`);

async function upload(page: Page, name: string, buffer: Buffer, mimeType = 'text/csv'): Promise<void> {
  await page.goto('/admin/import');
  await page.getByLabel('File of events').setInputFiles({ name, mimeType, buffer });
  await page.getByRole('button', { name: 'Upload' }).click();
}

/** The number in the first column of a line of the report. */
const rowsOf = (page: Page, what: string) =>
  page
    .locator('.pw-import-counts tr')
    .filter({ has: page.getByRole('rowheader', { name: what }) })
    .locator('td')
    .first();

async function map(page: Page, set: string): Promise<void> {
  // By keys alone: the button that checks stands before the fields.
  await typeInto(page, page.getByLabel('Set that the events go to'), 'A new set');
  await pressKey(page, page.locator('summary').filter({ hasText: 'A new set' }));
  await typeInto(page, page.locator('[name="newSet.title"]'), set);
  await typeInto(page, page.locator('[name="newSet.attribution"]'), 'The harbours of the north');
  await tabTo(page, page.getByRole('button', { name: 'Check the whole file' }), true);
  await page.keyboard.press('Enter');
}

test.describe('visitors and other sites', () => {
  test('cannot send a file', async ({ request, baseURL }) => {
    const multipart = {
      file: { name: 'a.csv', mimeType: 'text/csv', buffer: csv('1,A,1 May 2020,France,,,') },
    };
    const headers = { Accept: 'application/json' };
    const path = '/admin/import/upload';
    expect(
      (await request.post(path, { multipart, headers: { ...headers, Origin: baseURL! } })).status(),
    ).toBe(401);
    expect(
      (
        await request.post(path, { multipart, headers: { ...headers, Origin: 'https://evil.example' } })
      ).status(),
    ).toBe(403);
    expect((await request.post(path, { multipart, headers })).status()).toBe(403);
  });
});

test.describe('an editor', () => {
  test.use({ storageState: ADMIN_STATE });

  test('is told what is wrong with a file that is none', async ({ page, axe }) => {
    await upload(page, 'empty.csv', Buffer.alloc(0));
    await expect(page.getByText('Choose a file that is not empty')).toBeVisible();
    await axe();
    await upload(page, '../../etc/passwd\u202E.pdf', Buffer.from('%PDF-1.7 nothing'), 'application/pdf');
    await expect(page.getByText('This is a PDF')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('passwd.pdf');
    await expect(page.getByRole('heading', { level: 1 })).not.toContainText('..');
    await page.getByRole('button', { name: 'Discard this file' }).click();
    await expect(page.getByRole('heading', { name: 'Import a file' })).toBeVisible();
  });

  test('uploads, maps, checks, confirms, corrects what was rejected, and takes it back', async ({
    page,
    axe,
  }, { project }) => {
    const key = project.name.replaceAll('-', '');
    await upload(
      page,
      `harbours-${key}.csv`,
      csv(
        `${key}1,Harbour ${key} closed,23 March 2020,France,Brest,0,"=1+1, they said"`,
        `${key}2,Harbour ${key} opened,24 March 2020,Atlantis,Brest,2,"two\nlines"`,
        `${key}3,Strike at ${key},26 March 2020,Deutschland,Kiel,-1.5,none`,
        `${key}3,Strike at ${key} again,27 March 2020,Germany,Kiel,,none`,
      ),
    );
    await expect(
      page.getByText('was guessed from their names').or(page.getByText('Mapped as the last file')),
    ).toBeVisible();
    await axe();
    await map(page, `Harbours ${key}`);
    // What runs, or has run, is the server's: the page can be left and reloaded.
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/Being read|To be confirmed/);
    await page.reload();
    await expect(rowsOf(page, 'New')).toHaveText('2');
    await expect(rowsOf(page, 'Rejected')).toHaveText('1');
    await expect(rowsOf(page, 'Held as likely duplicates')).toHaveText('1');
    await expect(rowsOf(page, 'Rows of the file')).toHaveText('4');
    await expect(page.getByRole('cell', { name: 'Atlantis' })).toBeVisible();
    await axe();
    await page.getByLabel('New events come in as').selectOption('published');
    await page.getByRole('button', { name: 'Add 2 events' }).click();
    await expect(page.getByText('What became of the rows')).toBeVisible();
    const report = page.url();
    await page.goto(`/events?q=Harbour+${key}`);
    await expect(page.getByRole('link', { name: `Harbour ${key} closed` })).toBeVisible();

    await page.goto(report);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Fetch the rejected rows as CSV' }).click();
    const rejected = readFileSync(await (await download).path(), 'utf8');
    expect(rejected).toContain('Atlantis');
    await upload(page, 'corrected.csv', Buffer.from(rejected.replace('Atlantis', 'Spain')));
    await expect(page.getByText('Mapped as the last file')).toBeVisible();
    await page.getByRole('button', { name: 'Check the whole file' }).click();
    await expect(rowsOf(page, 'New')).toHaveText('1');
    await expect(rowsOf(page, 'Rows of the file')).toHaveText('1');
    await page.getByRole('button', { name: 'Discard this file' }).click();

    await page.goto(report);
    await page.getByRole('button', { name: 'Undo this import' }).click();
    await page.getByRole('button', { name: 'Yes, undo the whole import' }).click();
    await expect(page.getByText('Undone', { exact: true })).toBeVisible();
    await page.goto(`/events?q=Harbour+${key}`);
    await expect(page.getByRole('link', { name: `Harbour ${key} closed` })).toHaveCount(0);
  });

  test('changes the rules of a format, sees first what they would do, and is not overwritten', async ({
    page,
    context,
    axe,
  }) => {
    const head = 'eventid,iyear,imonth,iday,country_txt,attacktype1_txt,nkill,summary';
    const rows = ['7,2020,5,1,France,Armed Assault,1,Shots', '8,2020,5,2,France,Hijacking,0,A ferry'];
    await upload(page, 'gtd.csv', Buffer.from([head, ...rows].join('\n')));
    await expect(page.getByText('Global Terrorism Database, by')).toBeVisible();
    const file = page.url();

    await page.goto('/admin/import-rules');
    await page.getByRole('link', { name: 'Global Terrorism Database' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Import rules: Global Terrorism Database',
    );
    await expect(page.getByRole('link', { name: 'GTD Codebook' })).toBeVisible();
    await page.getByRole('button', { name: 'Back to the rules of the product' }).click();
    await expect(page.getByText('They hold once you save them')).toBeVisible();
    await page.getByRole('button', { name: 'Save the rules' }).click();
    await expect(
      page.getByText(/Rules now: 3 rules, version \d+, as they come with the product/),
    ).toBeVisible();
    const other = await context.newPage();
    await other.goto(page.url());
    await page.getByRole('button', { name: 'Add a rule' }).click();
    await page.getByLabel('Rule 4: when').fill('attacktype1_txt: Hijacking');
    await page.getByRole('button', { name: 'Save the rules' }).click();
    await expect(page.locator('.govuk-error-summary')).toContainText(
      'Rule 4: write “column = value | value”',
    );
    await expect(page.getByLabel('Rule 4: when')).toHaveValue('attacktype1_txt: Hijacking');
    await page.getByLabel('Rule 4: when').fill('attacktype1_txt = Hij* | Kidnapping');
    await page.getByLabel('Rule 4: type').selectOption('plot');
    await page.getByRole('button', { name: 'Up rule 4' }).click();
    await expect(page.getByLabel('Rule 3: when')).toHaveValue('attacktype1_txt = Hij* | Kidnapping');
    await page.getByRole('button', { name: 'Show what they would do' }).click();
    await expect(page.getByText('Of 2 rows of gtd.csv, 1 would change')).toBeVisible();
    await axe();
    await page.getByRole('button', { name: 'Save the rules' }).click();
    await expect(page.getByText(/Rules now: 4 rules/)).toBeVisible();
    await page.goto(file);
    await expect(page.getByText('of the rules. What you change here')).toBeVisible();
    await expect(page.getByLabel('Rule 3: when')).toHaveValue('attacktype1_txt = Hij* | Kidnapping');
    await page.getByRole('button', { name: 'Discard this file' }).click();

    await other.getByRole('button', { name: 'Remove rule 1' }).click();
    await expect(other.getByLabel('Rule 3: when')).toHaveCount(0);
    await other.getByRole('button', { name: 'Save the rules' }).click();
    await expect(other.getByText('since you opened this page')).toBeVisible();
    await expect(other.getByLabel('Rule 3: when')).toHaveCount(0);
  });
});
