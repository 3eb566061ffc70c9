// A coordinator's first hour, by keyboard alone: set Amity up, add a partnership whose two places the gazetteer knows, look at it,
// put it to sleep, write a note, and be told that the pair stands already.
import type { Page } from '@playwright/test';
import { axe, expect, expectNoSidewaysScroll, shoot, story } from '../world/story.js';

async function pick(page: Page, label: string, typed: string, option: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label }).focus();
  await page.keyboard.type(typed);
  await expect(page.getByRole('option').first()).toHaveText(option);
  await page.keyboard.press('Enter');
}

/** Moves on with Tab until the element of this name has the focus. */
async function tabTo(page: Page, name: string | RegExp, role: 'button' | 'link' | 'textbox' | 'combobox' = 'button'): Promise<void> {
  const goal = page.getByRole(role, { name }).first();
  await expect(goal).toBeVisible();
  for (let presses = 0; presses < 60; presses++) {
    if ((await goal.and(page.locator(':focus')).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${name.toString()}.`);
}

story('a partnership from the gazetteer, by keyboard alone', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Set up Amity');
  await tabTo(page, 'Name of the organization', 'textbox');
  await page.keyboard.type('Fort Worth Sister Cities');
  await tabTo(page, 'Your name', 'textbox');
  await page.keyboard.type('Ada Administrator');
  await tabTo(page, 'E-mail', 'textbox');
  await page.keyboard.type('admin@example.org');
  await page.keyboard.press('Tab');
  await page.keyboard.type('a-long-way-between-two-cities');
  await page.keyboard.press('Enter');

  await tabTo(page, 'Partnerships', 'link');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Partnerships stand here')).toBeVisible();
  await shoot(page, 'partnerships-empty');
  await axe(page);

  await tabTo(page, 'Add a partnership', 'link');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Add a partnership');
  await pick(page, 'Home community', 'fort wo', /Fort Worth.*TX · United States/);
  await tabTo(page, 'Partner community', 'combobox');
  await pick(page, 'Partner community', 'bonn', /Bonn.*Germany/);
  await expect(page.locator('amity-community-facts.partner')).toContainText('Europe/Berlin');
  await expect(page.locator('amity-community-facts.partner')).toContainText('50.73° N, 7.10° E');
  await tabTo(page, 'Since', 'textbox');
  await page.keyboard.type('1986');
  await shoot(page, 'partnership-new');
  await axe(page);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Fort Worth and Bonn');
  await expect(page.getByText('Sister city since 1986.')).toBeVisible();
  await expect(page.getByText(/Bonn is \d hours ahead\./)).toBeVisible();
  await tabTo(page, 'Notes', 'textbox');
  await page.keyboard.type('The orchestra comes every second year.');
  await page.keyboard.press('Tab');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  await page.getByRole('button', { name: 'Put it to sleep' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Dormant now')).toBeVisible();
  await shoot(page, 'partnership');
  await axe(page);
  await page.setViewportSize({ width: 320, height: 740 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1440, height: 900 });

  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveValue('The orchestra comes every second year.');
});

story('the same pair again, from the other side, leads to the one that stands', async ({ page, signIn, watch }) => {
  watch.expect(/409 POST \/api\/partnerships/, /409/);
  await signIn(page, 'administrator');
  await page.goto('/partnerships/new');
  await pick(page, 'Home community', 'bonn', /Bonn/);
  await pick(page, 'Partner community', 'fort worth', /Fort Worth/);
  await page.getByRole('button', { name: 'Add the partnership' }).click();
  await expect(page.getByText('Fort Worth and Bonn are partners already. Open that partnership instead.')).toBeVisible();
  await page.getByRole('link', { name: 'Open that partnership' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Fort Worth and Bonn');
});

story('a place that the gazetteer lacks is written down and flagged', async ({ page, signIn }) => {
  await signIn(page, 'administrator');
  await page.goto('/partnerships/new');
  await pick(page, 'Home community', 'fort worth', /Fort Worth/);
  await page.getByRole('button', { name: 'Not in the list? Write it down' }).nth(1).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Port Lockroy');
  await page.getByRole('combobox', { name: 'Country' }).selectOption({ label: 'Antarctica' });
  await page.getByRole('textbox', { name: 'Latitude' }).fill('-64,825');
  await page.getByRole('textbox', { name: 'Longitude' }).fill('-63.494');
  await page.getByRole('textbox', { name: 'Longitude' }).press('Tab');
  await expect(page.getByRole('combobox', { name: 'Time zone' })).not.toHaveValue('');
  await shoot(page, 'partnership-by-hand');
  await axe(page);
  await page.getByRole('button', { name: 'Use this community' }).click();
  await page.getByRole('button', { name: 'Add the partnership' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Fort Worth and Port Lockroy');
  await expect(page.getByText('Not in the gazetteer: please check the facts.')).toBeVisible();

  await page.goto('/partnerships');
  await page.getByRole('button', { name: 'Place not in the gazetteer' }).click();
  await expect(page).toHaveURL(/flagged=true/);
  await expect(page.getByText('1 in all')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page.getByText('2 in all')).toBeVisible();
  await shoot(page, 'partnerships');
  await axe(page);
});

story('a list of twin towns is looked at before it is written', async ({ page, signIn }) => {
  const columns =
    'origincityLabel origincountry originlat originlong originpopulation sistercityLabel destinationlat destinationlong destinationpopulation destination_countryLabel dist eu';
  const rows = [
    'Bonn|Germany|50.7344|7.0955|313125|Oxford|51.7522|-1.256|171380|United Kingdom|1|EU',
    'Oxford|United Kingdom|51.7522|-1.256|171380|Bonn|50.7344|7.0955|313125|Germany|1|EU',
    'Bonn|Germany|50.7344|7.0955|313125|Tateyama|||47000|Japan|1|EU',
  ];
  const list = [columns.replaceAll(' ', '\t'), ...rows.map((row) => row.replaceAll('|', '\t'))].join('\n');
  await signIn(page, 'administrator');
  await page.goto('/partnerships/import');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'towns.tsv', mimeType: 'text/tab-separated-values', buffer: Buffer.from(list) });
  await expect(page.getByText('Row 4 leaves destinationlat blank. Fill it in and import the file again.')).toBeVisible();
  await shoot(page, 'partnerships-import');
  await axe(page);
  await page.getByRole('button', { name: 'Import one partnership' }).click();
  await expect(page.getByRole('heading', { name: 'What was written' })).toBeVisible();
  await page.getByRole('link', { name: 'See the partnerships' }).click();
  await page.getByRole('searchbox').fill('oxford');
  await expect(page.getByText('1 in all')).toBeVisible();
  await expect(page).toHaveURL(/q=oxford/);
});
