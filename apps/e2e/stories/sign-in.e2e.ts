// The ways in: a passkey alone, or a password and the code of an app, or a recovery code when the phone is not at hand.
import type { Page } from '@playwright/test';
import { generateSync } from 'otplib';
import { accounts, ownPassword, setUp, signIn } from '../world/people.js';
import type { Server } from '../world/server.js';
import { addAuthenticator, axe, expect, expectNoSidewaysScroll, reopenRightToLeft, scrollToEnd, shoot, story } from '../world/story.js';

/** Signed in as the administrator of a world that is set up, whichever of these stories comes first. */
async function enter(page: Page, server: Server): Promise<void> {
  const { needed } = (await (await page.request.get(`${server.url}/api/access/set-up`)).json()) as { needed: boolean };
  await (needed ? setUp(page, server) : signIn(page, 'administrator', server));
}

async function leave(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Account of Ada Administrator' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
}

async function typePassword(page: Page): Promise<void> {
  await page.getByLabel('E-mail').fill(accounts.administrator);
  await page.getByLabel('Password').fill(ownPassword);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

story('a passkey is added, signs in without a password, and is removed', async ({ page, server, watch }) => {
  await enter(page, server);
  const authenticator = await addAuthenticator(page);
  await page.goto('/');
  await page.getByRole('button', { name: 'Account of Ada Administrator' }).click();
  await page.getByRole('menuitem', { name: 'Account and sign-in' }).click();
  await expect(page).toHaveURL(/\/account$/);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.getByRole('button', { name: 'Rename the passkey Chrome · Linux' })).toBeVisible();
  expect(await authenticator.count()).toBe(1);
  await page.getByRole('button', { name: 'Rename the passkey Chrome · Linux' }).click();
  await page.getByLabel('Name of this passkey').fill('Desk');
  await page.getByRole('button', { name: 'Save the name' }).click();
  await expect(page.getByText('Desk', { exact: true })).toBeVisible();
  await axe(page);

  await leave(page);
  await page.goto('/sign-in?returnTo=%2Faccount');
  await axe(page);
  await shoot(page, 'sign-in');
  await authenticator.confirms(false);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page.getByRole('alert')).toContainText('No passkey was used');
  await authenticator.confirms(true);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page).toHaveURL(/\/account$/);
  await expect(page.getByText('by passkey').first()).toBeVisible();

  await page.getByRole('button', { name: 'Remove the passkey Desk' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('Desk', { exact: true })).toBeHidden();
  await leave(page);
  watch.expect(/401 POST \/api\/access\/sessions\/passkey$/);
  await page.getByRole('button', { name: 'Use a passkey' }).click(); // the device has it still, the server no longer
  await expect(page.getByRole('alert')).toContainText('could not be checked');
});

story('a code of the app is asked for after the password, and a recovery code stands in for it', async ({ page, server, watch }) => {
  await enter(page, server);
  await page.goto('/account');
  await page.getByRole('button', { name: 'Add an app' }).click();
  await expect(page.getByRole('img', { name: 'QR code for the authenticator app' })).toBeVisible();
  await axe(page);
  await shoot(page, 'account-add-app');
  const secret = ((await page.locator('.secret').textContent()) ?? '').replaceAll(' ', '');
  const code = (steps: number): string => generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + 30 * steps });
  watch.expect(/422 POST \/api\/access\/authenticator\/confirm$/);
  await page.getByLabel('Code from the app').fill('000000');
  await page.getByRole('button', { name: 'Turn it on' }).click();
  await expect(page.getByText('This is not the code your app shows', { exact: false })).toBeVisible();
  await page.getByLabel('Code from the app').fill(code(0));
  await page.getByRole('button', { name: 'Turn it on' }).click();
  await expect(page.getByRole('heading', { name: 'Keep these ten recovery codes' })).toBeVisible();
  const codes = await page.locator('ol code').allTextContents();
  expect(codes.length).toBe(10);
  await axe(page);
  await shoot(page, 'account-recovery-codes');
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await expect(page.getByText('Unused: 10.', { exact: false })).toBeVisible();
  await shoot(page, 'account');
  await reopenRightToLeft(page);
  await shoot(page, 'account-right-to-left');

  await page.goto('/account?lang=en');
  await leave(page);
  watch.expect(/401 POST \/api\/access\/sessions$/);
  await page.goto('/sign-in?returnTo=https%3A%2F%2Felsewhere.example');
  await typePassword(page);
  await expect(page.getByRole('heading', { level: 1, name: 'One more step' })).toBeVisible();
  await expect(page.getByLabel('Code')).toBeFocused();
  await axe(page);
  await shoot(page, 'sign-in-code');
  await page.getByLabel('Code').fill('000000');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('does not fit');
  await page.getByLabel('Code').fill(code(1)); // the step of the enrolment is used up
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  expect(new URL(page.url()).origin).toBe(server.url); // never to where the address wanted to lead

  await leave(page);
  await typePassword(page);
  await page.getByLabel('Code').fill((codes[0] ?? '').toUpperCase());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await page.goto('/account');
  await expect(page.getByText('Unused: 9.', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Remove the app' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove the app' }).click();
  await expect(page.getByRole('button', { name: 'Add an app' })).toBeVisible();
});

story('a phone shows the account without anything lost', async ({ phone, server }) => {
  await enter(phone, server);
  await phone.goto('/account');
  await expect(phone.getByRole('heading', { level: 2, name: 'Devices' })).toBeVisible();
  await expectNoSidewaysScroll(phone);
  await scrollToEnd(phone);
  await axe(phone);
});
