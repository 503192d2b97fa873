import { expect, type Locator, type Page } from '@playwright/test';

// The keyboard alone: what a test does with these, somebody without a mouse can do.

/** Goes to a control as the keyboard does, past whatever stands before it; what has the focus must be seen to have it. */
export async function tabTo(page: Page, target: Locator, back = false): Promise<void> {
  const focused = target.and(page.locator(':focus-visible'));
  for (let stops = 0; stops < 150; stops++) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    if ((await focused.count()) > 0) return;
  }
  throw new Error(`The keyboard does not reach ${String(target)}`);
}

/** Types over what stands in a field, or picks the option of a list that begins so. */
export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}

export async function pressKey(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Chooses one of a group of radios, which is one stop: by arrows from the one that is chosen, or from the first. */
export async function arrowTo(page: Page, group: string, target: Locator): Promise<void> {
  const [of, focused] = [page.locator(`[name="${group}"]`), page.locator(':focus')];
  const chosen = of.and(page.locator(':checked'));
  await tabTo(page, (await chosen.count()) > 0 ? chosen : of.first());
  await page.keyboard.press('Space');
  for (let i = 0; i < 20 && !(await target.isChecked()); i++) await page.keyboard.press('ArrowDown');
  await expect(target.and(focused)).toBeChecked();
}
