// Through the door by its pages: the form of the first visitor, the way out, and the form of everybody who comes back.
import type { Page } from '@playwright/test';
import { accounts, ownPassword } from '../world/people.js';
import { expect } from '../world/story.js';

export const administrator = 'Ada Administrator';

/** Answers the form that an empty installation shows; the visitor is its administrator afterwards. */
export async function setUpByForm(page: Page, organizationName = 'Fort Worth Sister Cities'): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Set up Amity');
  await page.getByLabel('Name of the organization').fill(organizationName);
  await page.getByLabel('Your name').fill(administrator);
  await page.getByLabel('E-mail').fill(accounts.administrator);
  await page.getByLabel('Password').fill(ownPassword);
  await page.getByRole('button', { name: 'Create the organization' }).click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: `Account of ${administrator}` }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
}

/** Answers the form of sign-in, wherever it was met. */
export async function signInByForm(page: Page): Promise<void> {
  await page.getByLabel('E-mail').fill(accounts.administrator);
  await page.getByLabel('Password').fill(ownPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
}
