// A delegation and its delegates by their forms.
import type { Page } from '@playwright/test';
import { expect } from '../world/story.js';

export interface DelegationTyped {
  readonly name: string;
  readonly format: string;
  readonly arrivesOn: string;
  readonly departsOn: string;
  /** What is typed to find the partnership; none unless said. */
  readonly partnership?: string;
}

/** Fills the open form of a new delegation; the format chooses the track. */
export async function describeDelegation(page: Page, { name, format, arrivesOn, departsOn, partnership }: DelegationTyped): Promise<void> {
  await page.getByLabel('Name').fill(name);
  if (partnership !== undefined) {
    await page.getByRole('combobox', { name: 'Partnership' }).pressSequentially(partnership);
    await page.getByRole('option', { name: new RegExp(partnership, 'i') }).click();
  }
  await page.getByLabel('Program format').selectOption(format);
  await page.getByLabel('Arrives on').fill(arrivesOn);
  await page.getByLabel('Departs on').fill(departsOn);
}

/** @returns its id; the page shows the delegation */
export async function planDelegation(page: Page, typed: DelegationTyped): Promise<string> {
  await page.goto('/delegations/new');
  await describeDelegation(page, typed);
  await page.getByRole('button', { name: 'Create the delegation' }).click();
  await expect(page.getByRole('heading', { level: 1, name: typed.name })).toBeVisible();
  return /delegations\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
}

/** On the page of the roster. @param allergies the chips to press, `Cats` */
export async function addDelegate(page: Page, given: string, family: string, allergies: readonly string[] = []): Promise<void> {
  await page.getByRole('button', { name: 'Add a delegate' }).click();
  await page.getByLabel('Given name').fill(given);
  await page.getByLabel('Family name').fill(family);
  for (const pet of allergies) await page.getByRole('button', { name: pet }).click();
  await page.getByRole('button', { name: 'Add to the roster' }).click();
  await expect(page.getByRole('button', { name: `${family}, ${given}` })).toBeVisible();
}
