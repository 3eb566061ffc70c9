// Every page of settings without a mouse: Tab comes to every control and shows where it is; what a button opens is closed by Escape, and
// the focus is back where it was.
import type { Page } from '@playwright/test';
import { walkByTab } from '../world/keyboard.js';
import { drawn } from '../world/settled.js';
import { expect, story } from '../world/story.js';

story.use({ beginning: 'demo' });

/** The page, and the button that opens its sheet where it has one. */
const pages: readonly (readonly [path: string, opens: string | null])[] = [
  ['users', 'Invite somebody'],
  ['roles', 'New role'],
  ['tokens', 'New token'],
  ['recoveries', null],
  ['sharing', 'Share something'],
  ['chapters', 'Add an organization'],
  ['policies', null],
  ['retention', 'Place a hold'],
  ['requests', 'Note a request'],
];

async function opensAndCloses(page: Page, name: string): Promise<void> {
  const opener = page.getByRole('button', { name, exact: true });
  const sheet = page.locator('amity-side-sheet, [role="dialog"]');
  await opener.press('Enter');
  await expect(sheet).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await expect(opener).toBeFocused();
  await opener.press('Enter');
  await expect(sheet).toBeVisible();
  await walkByTab(page);
}

story('the pages of settings are used without a mouse', async ({ page, signIn }) => {
  await signIn(page, 'administrator');
  for (const [path, opens] of pages) {
    await page.goto(`/settings/${path}`);
    await drawn(page);
    expect(await walkByTab(page), path).toBeGreaterThan(20);
    if (opens) await opensAndCloses(page, opens);
  }
  await page.goto('/account'); // devices that are signed in, and ways to sign in
  await drawn(page);
  await expect(page.getByText('This device')).toBeVisible();
  expect(await walkByTab(page), 'the account').toBeGreaterThan(15);
});
