import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base } from '@playwright/test';
import { runFolder } from './run-folder';

/** Where the set-up project keeps the signed-in state. */
export const ADMIN_STATE = path.join(runFolder(), 'admin.json');
export const ADMIN = { name: 'Ada Admin', email: 'ada@example.test', password: 'three random words here' };

interface Fixtures {
  /** Fails the test on any finding of axe, at WCAG 2.2 AA, on the page as it stands. */
  axe: () => Promise<void>;
  watch: void;
}

/** A page whose console errors, script errors and requests to anywhere else fail the test. */
export const test = base.extend<Fixtures>({
  axe: async ({ page, javaScriptEnabled }, use) => {
    await use(async () => {
      // axe is a script of the page: where scripts are off it cannot run, and the other project looks at the same pages.
      if (!javaScriptEnabled) return;
      // Between two pages the old title is gone before the new one stands.
      await expect(page).toHaveTitle(/./);
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
      expect(
        violations.map(({ id, help, nodes }) => ({
          id,
          help,
          nodes: nodes.map((node) => node.html.slice(0, 200)).slice(0, 5),
        })),
      ).toEqual([]);
    });
  },
  watch: [
    async ({ page, baseURL }, use) => {
      const problems: string[] = [];
      page.on('console', (message) => {
        // A page that is rightly "not found" or "unauthorised" is logged by the browser itself.
        if (message.type() === 'error' && !/status of 40[0134]/.test(message.text()))
          problems.push(message.text());
      });
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('request', (request) => {
        if (!request.url().startsWith(baseURL!) && !/^(data|blob):/.test(request.url()))
          problems.push(`request to ${request.url()}`);
      });
      await use();
      expect(problems).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
