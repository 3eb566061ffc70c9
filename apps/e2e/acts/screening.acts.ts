// A host family on the coordinator's pages: the checks it needs, written down one by one until it may be approved.
import type { Page } from '@playwright/test';
import { expect } from '../world/story.js';

export type Check = readonly [requirement: string, who: string];

/** Opens the form of one check. */
export async function beginCheck(page: Page, [requirement, who]: Check): Promise<void> {
  await page.getByRole('button', { name: `Record ${requirement} for ${who}` }).click();
}

export async function recordCheck(page: Page, check: Check): Promise<void> {
  await beginCheck(page, check);
  await page.getByLabel('Done by').fill('Harbor City police');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'Save' })).toBeHidden();
}
