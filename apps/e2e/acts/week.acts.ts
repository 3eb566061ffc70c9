// The calendar of one visit: what is typed into an appointment, where it is dropped, what stands there.
import type { Locator, Page } from '@playwright/test';
import { expect } from '../world/story.js';

export interface AppointmentTyped {
  readonly title: string;
  readonly kind?: string;
  /** Local, `2027-05-11T10:30`. */
  readonly starts?: string;
  readonly ends?: string;
  readonly host?: string;
  readonly state?: string;
}

const sheet = (page: Page): Locator => page.locator('amity-appointment-sheet');

/** The appointment on the calendar. */
export function block(page: Page, title: string): Locator {
  return page.locator('amity-week-grid').getByRole('button', { name: title });
}

/** Fills the open form. */
export async function describeAppointment(page: Page, { title, kind, starts, ends, host, state }: AppointmentTyped): Promise<void> {
  await page.getByLabel('Title').fill(title);
  if (starts) await page.getByLabel('Starts').fill(starts);
  if (ends) await page.getByLabel('Ends').fill(ends);
  if (kind) await page.getByLabel('Kind', { exact: true }).selectOption(kind);
  if (host) await page.getByLabel('Appointment host').fill(host);
  if (state) await page.getByLabel('State').selectOption(state);
}

export async function saveAppointment(page: Page): Promise<void> {
  await sheet(page)
    .getByRole('button', { name: /^(Add appointment|Save)$/ })
    .click();
  await expect(sheet(page)).toHaveCount(0);
}

export async function addAppointment(page: Page, appointment: AppointmentTyped): Promise<void> {
  await page.getByRole('button', { name: 'Add appointment' }).first().click();
  await describeAppointment(page, appointment);
  await saveAppointment(page);
}

export async function addSite(page: Page, name: string, address: string): Promise<void> {
  await page.getByRole('button', { name: 'New site' }).click();
  await page.getByLabel('Name of the site').fill(name);
  await page.getByLabel('Address', { exact: true }).fill(address);
  await page.getByRole('button', { name: 'Add site' }).click();
  await expect(page.getByRole('combobox', { name: 'Site' })).toHaveValue(name);
}

export async function pickSite(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Site' }).pressSequentially(name);
  await page.getByRole('option', { name }).first().click();
}

/** @param goal the free time it is dropped on, `Tuesday, May 11, 10:00` */
export async function dragOnto(page: Page, title: string, goal: string): Promise<void> {
  const [from, to] = [await block(page, title).boundingBox(), await page.getByRole('gridcell', { name: goal }).boundingBox()];
  if (!from || !to) throw new Error('Nothing to drag.');
  await page.mouse.move(from.x + 20, from.y + 6);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y + 20, { steps: 2 });
  await page.mouse.move(to.x + 20, to.y + 6, { steps: 4 });
  await page.mouse.up();
}
