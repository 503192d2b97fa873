import { expect, test } from '../setup/fixtures';

const pages = (pdf: Buffer): number => (pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;

for (const query of ['', '?pillar=prevent', '?region=GB', '?type=attack&from=2020-01-01']) {
  test(`a brief is two pages of A4 at most: ${query || 'the whole record'}`, async ({ page, axe }) => {
    await page.goto(`/briefing${query}`);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pages(pdf)).toBeGreaterThan(0);
    expect(pages(pdf)).toBeLessThanOrEqual(2);
    await axe();
  });
}

test('a brief numbers its sources, and every form of it says the same', async ({ page, request }) => {
  await page.goto('/briefing?pillar=prevent');
  const title = (await page.getByRole('heading', { level: 1 }).textContent())!;
  const numbers = await page
    .locator('.pw-brief__events a[href^="#source-"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
  expect(numbers.length).toBeGreaterThan(3);
  for (const href of new Set(numbers)) await expect(page.locator(href)).not.toBeEmpty();
  await expect(page.locator('.pw-brief__sources li')).toHaveCount(new Set(numbers).size);
  const markdown = await (await request.get('/briefing/briefing.md?pillar=prevent')).text();
  expect(markdown).toContain(`# ${title}`);
  const word = await request.get('/briefing/briefing.docx?pillar=prevent');
  expect(word.headers()['content-type']).toContain('wordprocessingml');
  expect((await word.body()).length).toBeGreaterThan(5000);
  expect((await request.get('/briefing/briefing.md?pilar=x')).status()).toBe(400);
});
