// A partnership by its form, both sides from the gazetteer.
import type { Page } from '@playwright/test';
import { expect } from '../world/story.js';

/** Types the beginning of a name and takes the first place offered. */
async function pickCommunity(page: Page, label: string, typed: string, place: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label }).pressSequentially(typed);
  await expect(page.getByRole('option').first()).toHaveText(place);
  await page.keyboard.press('Enter');
}

/** Fort Worth and Leipzig: what the gazetteer knows of a place is filled in, and the record shows it. */
export async function addPartnership(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Partnerships' }).first().click();
  await page.getByRole('link', { name: 'Add a partnership' }).first().click();
  await pickCommunity(page, 'Home community', 'fort wo', /Fort Worth.*United States/);
  await pickCommunity(page, 'Partner community', 'leipzig', /Leipzig.*Germany/);
  const partner = page.locator('amity-community-facts.partner');
  for (const fact of ['Leipzig', 'Germany', 'Europe/Berlin', '51.34° N, 12.37° E']) await expect(partner).toContainText(fact);
  await page.getByRole('button', { name: 'Add the partnership' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Fort Worth and Leipzig');
}
