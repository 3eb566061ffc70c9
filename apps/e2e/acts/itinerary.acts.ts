// What goes out of a visit: a version, its paper, its calendar, its page on a phone.
import type { Page } from '@playwright/test';
import ical from 'node-ical';
import { axe, expect, shoot } from '../world/story.js';

export async function publish(page: Page, number: number): Promise<void> {
  await page.getByRole('button', { name: `Publish version ${number}` }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('listitem').first()).toBeVisible();
  await shoot(page, `visit-publish-${number}`);
  await axe(page);
  await dialog.getByRole('button', { name: `Publish version ${number}` }).click();
  await expect(page.getByText(`as published in version ${number}`)).toBeVisible();
}

/** @returns the addresses given out, without the host */
export async function shareFeed(page: Page): Promise<{ feed: string; pocket: string }> {
  await page.getByRole('button', { name: 'Calendar feed' }).click();
  await page.getByRole('button', { name: 'Make an address' }).click();
  const feed = await page.getByLabel('Address of the calendar').inputValue();
  const pocket = await page.getByLabel('Page for a phone').inputValue();
  await expect(page.getByRole('link', { name: 'Subscribe here' })).toHaveAttribute('href', feed.replace(/^https?:/, 'webcal:'));
  await axe(page);
  await page.getByRole('button', { name: 'Close' }).last().click();
  return { feed: new URL(feed).pathname, pocket: new URL(pocket).pathname + new URL(pocket).hash };
}

/** What a calendar program makes of the feed: title, beginning and end of each event, in the order of time. */
export function eventsOf(calendar: string): (readonly [title: string, from: string, to: string])[] {
  return Object.values(ical.sync.parseICS(calendar))
    .flatMap((part) => (part?.type === 'VEVENT' ? [part] : []))
    .map(({ summary, start, end }) => [String(summary), start.toISOString(), end?.toISOString() ?? ''] as const)
    .sort(([, one], [, other]) => one.localeCompare(other));
}

/** Whether a PDF says that it is tagged, and has the tree of tags: what a screen reader goes by. */
export function isTagged(pdf: Buffer): boolean {
  const raw = pdf.toString('latin1');
  return /\/MarkInfo\s*<<[^>]*\/Marked true/.test(raw) && /\/StructTreeRoot \d+ 0 R/.test(raw);
}
