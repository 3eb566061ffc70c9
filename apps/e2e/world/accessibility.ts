// WCAG 2.2 AA as far as a machine can tell, in both themes. No rule is switched off: light is held against every rule, dark against
// those that depend on a color, because the themes differ in nothing else. While a modal dialog is open, what lies behind its
// backdrop is inactive (WCAG 1.4.3 exempts it, and the veil changes its colors): then the dialog is looked at.
import { expect, type Frame, type Page } from '@playwright/test';
import type { AxeResults, ContextObject, RunOptions } from 'axe-core';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drawn, settled } from './settled.js';

interface WithAxe {
  readonly axe: { run(context: ContextObject, options: RunOptions): Promise<AxeResults> };
}

const axeScript = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const rulesOfColor = ['color-contrast', 'link-in-text-block'];

const openDialog = '[role="dialog"][aria-modal="true"]';

/** One line for every violation of the page as it stands: rule, what it means, where. */
export async function violations(page: Page, rules: 'all' | 'of color' = 'all'): Promise<string[]> {
  const isOpen = (await page.locator(openDialog).count()) > 0;
  await Promise.all(page.frames().map(bringAxe));
  const { violations: found } = await page.evaluate(([context, options]) => (globalThis as unknown as WithAxe).axe.run(context, options), [
    isOpen ? { include: [[openDialog]] } : { exclude: [] },
    {
      runOnly: rules === 'all' ? { type: 'tag', values: standards } : { type: 'rule', values: rulesOfColor },
      resultTypes: ['violations'], // every rule runs; what it found in order is not written down node by node
    },
  ] satisfies [ContextObject, RunOptions]);
  return found.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} at ${target.join(' ')}`));
}

/** Half a megabyte of script: brought once to each document, not before each look. */
async function bringAxe(frame: Frame): Promise<void> {
  if (!(await frame.evaluate(() => 'axe' in globalThis))) await frame.evaluate(axeScript);
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

/** To the end of the page: there the bar at the foot of a phone covers nothing, and no button is looked at half hidden. */
export async function scrollToEnd(page: Page): Promise<void> {
  await page.evaluate('window.scrollTo(0, document.documentElement.scrollHeight)');
}
