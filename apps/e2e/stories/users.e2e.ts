// Who works here: an administrator invites a coordinator with a role of the organization's own, the coordinator joins from the letter,
// a host family signs in by mail, and everybody who sees a delegation can be named with the reason.
import type { Page } from '@playwright/test';
import { planDelegation } from '../world/program.js';
import { axe, expect, expectNoSidewaysScroll, reopenRightToLeft, shoot, story } from '../world/story.js';
import { enter } from '../world/people.js';

async function makeRole(page: Page): Promise<void> {
  await page.goto('/settings/roles');
  await expect(page.getByRole('heading', { level: 1, name: 'Roles' })).toBeVisible();
  await page.getByRole('button', { name: 'New role' }).click();
  await page.getByLabel('Name of the role').fill('Archivist');
  await page.getByLabel('See who changed what').check();
  await axe(page);
  await shoot(page, 'users-role-sheet');
  await page.getByRole('button', { name: 'Save the role' }).click();
  await expect(page.getByRole('button', { name: 'Archivist' })).toBeVisible();
  await axe(page);
  await shoot(page, 'users-roles');
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1440, height: 900 });
}

async function invite(page: Page, email: string, ...roles: string[]): Promise<void> {
  await page.goto('/settings/users');
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  await page.getByLabel('E-mail', { exact: true }).fill(email);
  for (const role of roles) await page.getByRole('button', { name: role, exact: true }).click();
  await axe(page);
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  await expect(page.getByText(email, { exact: true })).toBeVisible();
}

story('people come in, get roles and are let go', async ({ page, setUp, mail, visitor, phone, watch }) => {
  await setUp(page);
  await makeRole(page);
  await invite(page, 'nia@example.org', 'Coordinator', 'Archivist');
  await shoot(page, 'users-invited');

  const nia = await visitor();
  await nia.goto((await mail('nia@example.org', /invites you/)).links[0] ?? '');
  await expect(nia.getByRole('heading', { level: 1, name: 'Join Fort Worth Sister Cities' })).toBeVisible();
  await axe(nia);
  await shoot(nia, 'users-invitation');
  await nia.getByLabel('Your name').fill('Nia Novak');
  await nia.getByLabel('Choose a password').fill('a sentence to remember');
  await nia.getByRole('button', { name: 'Join' }).click();
  await expect(nia.getByRole('link', { name: 'Delegations' }).first()).toBeVisible();
  await nia.close(); // new roles end the session, and a page that stayed open would say so

  await page.reload();
  await page.getByRole('button', { name: 'Nia Novak' }).click();
  await expect(page.getByRole('button', { name: 'Archivist', pressed: true })).toBeVisible();
  await axe(page);
  await shoot(page, 'users-user-sheet');
  await page.getByRole('button', { name: 'Program officer', exact: true }).click();
  await page.getByRole('button', { name: 'Save roles' }).click();
  await expect(page.getByText(/Nia Novak has new roles/)).toBeVisible();
  await page.getByRole('button', { name: 'Suspend access' }).click();
  await expect(page.getByText('Nia Novak cannot sign in any more.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Nia Novak can sign in again.')).toBeVisible();
  await reopenRightToLeft(page);

  const { id } = await planDelegation(page);
  await page.goto(`/delegations/${id}?lang=en`);
  await page.getByRole('button', { name: 'Who can see this' }).click();
  await expect(page.getByRole('dialog').getByText('Nia Novak')).toBeVisible();
  await axe(page);
  await shoot(page, 'users-who-sees');
  await page.getByRole('button', { name: 'Done' }).click();

  await byMail(page, phone, mail);
  watch.expect(/410/); // the link is used a second time on purpose
});

async function byMail(
  page: Page,
  phone: Page,
  mail: (to: string, subject: RegExp) => Promise<{ links: readonly string[] }>,
): Promise<void> {
  await invite(page, 'host@example.org', 'Host');
  await phone.goto((await mail('host@example.org', /invites you/)).links[0] ?? '');
  await phone.getByLabel('Your name').fill('Hana Host');
  await phone.getByRole('button', { name: 'Join' }).click();
  await expect(phone).toHaveURL(/welcome|my-home|hosting|today/);
  await phone.context().clearCookies();

  await phone.goto('/sign-in');
  await phone.getByRole('link', { name: 'Sign in by a link in your mail' }).click();
  await expect(phone.getByRole('heading', { level: 1, name: 'Sign in by mail' })).toBeVisible();
  await phone.getByLabel('E-mail').fill('host@example.org');
  await axe(phone);
  await phone.getByRole('button', { name: 'Send me a link' }).click();
  await expect(phone.getByText(/Look into your mail/)).toBeVisible();
  const link = (await mail('host@example.org', /link to sign in/)).links[0] ?? '';
  await phone.goto(link);
  await expect(phone.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await axe(phone);
  await shoot(phone, 'users-magic-link');
  await phone.getByRole('button', { name: 'Sign in' }).click();
  await expect(phone).toHaveURL(/welcome|my-home|hosting|today/);
  await phone.goto('/p/invitation');
  await phone.goto(link);
  await phone.getByRole('button', { name: 'Sign in' }).click();
  await expect(phone.getByText(/has been used or has expired/)).toBeVisible();
}

story('a program gets a token, shown once, and loses it', async ({ page, server }) => {
  await enter(page, server);
  await page.goto('/settings/tokens');
  await expect(page.getByText('No program has a key yet.')).toBeVisible();
  await axe(page);
  await page.getByRole('button', { name: 'New token' }).click();
  await page.getByLabel('Which program will use it').fill('City calendar');
  await page.getByLabel('See visits and itineraries').check();
  await axe(page);
  await shoot(page, 'users-token-sheet');
  await page.getByRole('button', { name: 'Make the token' }).click();
  await expect(page.getByLabel('Token', { exact: true })).toHaveValue(/^amity_/);
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(page.getByRole('button', { name: 'City calendar' })).toBeVisible();
  await axe(page);
  await shoot(page, 'users-tokens');
  await page.getByRole('button', { name: 'Revoke' }).first().click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByText('The token City calendar does not work any more.')).toBeVisible();
});
