// Somebody asks what is kept about them, and later to be erased. A hold stands in the way until it is released; how long records
// are kept and what people agree to is decided in settings.
import type { Page } from '@playwright/test';
import { axe, download, expect, expectNoSidewaysScroll, reopenRightToLeft, shoot, story } from '../world/story.js';

story.use({ beginning: 'demo' });

async function narrow(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 740 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1440, height: 900 });
}

async function choose(page: Page, label: string, typed: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill(typed);
  await page.getByRole('option', { name: typed }).first().click();
}

async function personalLink(page: Page, name: string): Promise<string> {
  await page.goto('/people');
  await page.getByRole('searchbox').fill(name);
  await page
    .getByRole('row', { name: new RegExp(name) })
    .first()
    .click();
  const section = page.getByRole('region', { name: 'Consents' });
  await section.getByRole('button', { name: 'Make a personal link' }).click();
  return section.getByLabel('Personal link').inputValue();
}

async function checkIdentity(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'I know who asks' }).click();
  await page.getByLabel('How did you make sure?').fill('Called back the number we know.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Checked by', { exact: false })).toBeVisible();
}

story('a request for access is noted, checked, answered', async ({ page, signIn }) => {
  await signIn(page, 'administrator');
  await page.goto('/settings/requests');
  await expect(page.getByText('Nobody has asked about their data.', { exact: false })).toBeVisible();
  await axe(page);
  await page.getByRole('button', { name: 'Note a request' }).click();
  await page.getByRole('button', { name: 'Note the request' }).click();
  await expect(page.getByText('Choose the person whose data it is about.')).toBeVisible();
  await choose(page, 'Person', 'Tanaka');
  await page.getByLabel('In their words').fill('Everything about the visit in spring, please.');
  await axe(page);
  await shoot(page, 'privacy-request-sheet');
  await page.getByRole('button', { name: 'Note the request' }).click();

  await expect(page.getByRole('heading', { level: 1, name: /asks to see their data/ })).toBeVisible();
  await expect(page.getByText(/\d+ days left/)).toBeVisible();
  await axe(page);
  await checkIdentity(page);
  await page.getByRole('button', { name: 'Make the archive' }).click();
  await expect(page.getByText('An archive is ready.', { exact: false })).toBeVisible();
  await axe(page);
  await shoot(page, 'privacy-request');
  const archive = await download(page, () => page.getByRole('button', { name: 'Download once' }).click());
  expect(archive.name).toBe('data request.zip');
  await expect(page.getByText(/Downloaded by/)).toBeVisible();
  await page.getByRole('button', { name: 'Done, tell the person' }).click();
  await page.getByLabel('What do you tell the person?').fill('You have the archive on a stick that only you can open.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(/^Answered on/)).toBeVisible();
  await axe(page);
  await narrow(page);
  await reopenRightToLeft(page);
  await page.goto('/settings/requests?lang=en');
  await expect(page.getByRole('row', { name: /Tanaka/ })).toBeVisible();
  await shoot(page, 'privacy-requests');
});

story('somebody asks to be erased by their own link; a hold stands in the way until it is released', async ({ page, signIn, phone }) => {
  await signIn(page, 'administrator');
  const link = await personalLink(page, 'Tanaka');
  await phone.goto(link);
  await expect(phone.getByRole('heading', { level: 2, name: 'Your data' })).toBeVisible();
  await phone.getByRole('button', { name: 'Ask: Erase me' }).click();
  await phone.getByLabel('Anything you want to add').fill('I have moved away.');
  await axe(phone);
  await phone.getByRole('button', { name: 'Send the request' }).click();
  await expect(phone.getByText(/You will have an answer by/)).toBeVisible();
  await axe(phone);
  await shoot(phone, 'privacy-my-requests');

  await page.goto('/settings/retention');
  await expect(page.getByRole('heading', { level: 1, name: 'Retention' })).toBeVisible();
  await page.getByRole('button', { name: 'Place a hold' }).click();
  await choose(page, 'Person', 'Tanaka');
  await page.getByLabel('Reason', { exact: true }).fill('The court of Kyoto asked to keep the records.');
  await axe(page);
  await shoot(page, 'privacy-hold-sheet');
  await page.getByRole('button', { name: 'Place the hold' }).click();
  await expect(page.getByText('In force', { exact: true })).toBeVisible(); // not the word that says so and goes

  await page.goto('/settings/requests');
  await page
    .getByRole('row', { name: /Be erased/ })
    .getByRole('button')
    .first()
    .click();
  await checkIdentity(page);
  await expect(page.getByText('A legal hold stands on this person', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Erase the person' })).toBeDisabled();
  await axe(page);
  await shoot(page, 'privacy-request-held');
  const request = page.url();

  await page.goto('/settings/retention');
  await page.getByRole('button', { name: /Tanaka/ }).click();
  await page.getByLabel('Why it is released').fill('The case is closed.');
  await page.getByRole('button', { name: 'Release the hold' }).click();
  await expect(page.getByText('Released', { exact: true })).toBeVisible();

  await page.goto(request);
  await page.getByRole('button', { name: 'Erase the person' }).click();
  await axe(page);
  await page.getByRole('alertdialog').getByRole('button', { name: 'Erase the person' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Erased person asks to be erased' })).toBeVisible();
  await axe(page);
  await shoot(page, 'privacy-erased');
});

story('how long records are kept, and what people agree to', async ({ page, signIn, watch }) => {
  watch.expect(/422 PUT \/api\/privacy\/retention/); // a period out of bounds
  await signIn(page, 'administrator');
  await page.goto('/settings/retention');
  await page.getByRole('button', { name: 'Identity documents of travellers' }).click();
  await page.getByLabel('Keep for').fill('400');
  await page.getByRole('button', { name: 'Save the period' }).click();
  await expect(page.getByText('This period is shorter or longer than is sound', { exact: false })).toBeVisible();
  await page.getByLabel('Keep for').fill('45');
  await axe(page);
  await shoot(page, 'privacy-policy-sheet');
  await page.getByRole('button', { name: 'Save the period' }).click();
  await expect(page.getByRole('cell', { name: '45 days' })).toBeVisible();
  await axe(page);
  await shoot(page, 'privacy-retention');
  await narrow(page);
  await reopenRightToLeft(page);

  await page.goto('/settings/policies?lang=en');
  await page.getByRole('button', { name: 'New edition: Photos and videos' }).click();
  await page.getByLabel('What is agreed to').fill('Photos in which I can be recognized may be shown on the pages of both cities.');
  await axe(page);
  await page.getByRole('button', { name: 'Publish this edition' }).click();
  await expect(page.getByText('The new edition is in force.')).toBeVisible();
  await expect(page.getByText('edition 2')).toBeVisible();
  await axe(page);
  await shoot(page, 'privacy-policies');
  await narrow(page);
  await reopenRightToLeft(page);
});
