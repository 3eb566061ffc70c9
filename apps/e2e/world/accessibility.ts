// WCAG 2.2 AA as far as a machine can tell, in both themes. No rule is switched off: light is held against every rule, dark against
// those that depend on a color, because the themes differ in nothing else. While a modal dialog is open, what lies behind its
// backdrop is inactive (WCAG 1.4.3 exempts it, and the veil changes its colors): then the dialog is looked at.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { drawn, settled } from './settled.js';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const rulesOfColor = ['color-contrast', 'link-in-text-block'];

const openDialog = '[role="dialog"][aria-modal="true"]';

/** One line for every violation of the page as it stands: rule, what it means, where. */
export async function violations(page: Page, rules: 'all' | 'of color' = 'all'): Promise<string[]> {
  const builder = new AxeBuilder({ page });
  if (rules === 'all') builder.withTags(standards);
  else builder.withRules(rulesOfColor);
  if ((await page.locator(openDialog).count()) > 0) builder.include(openDialog);
  const { violations: found } = await builder.analyze();
  return found.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} at ${target.join(' ')}`));
}

/** Asserts that the page, once it is drawn, has no violation, in light and in dark. */
export async function axe(page: Page): Promise<void> {
  await drawn(page);
  await settled(page);
  expect(await violations(page), 'accessibility in light').toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await settled(page);
  expect(await violations(page, 'of color'), 'accessibility in dark').toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  await settled(page);
}
