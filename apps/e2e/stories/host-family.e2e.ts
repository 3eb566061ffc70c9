// A host family's journey from an empty database: it signs up on a phone, comes back in the middle, confirms by the letter, is screened
// and approved, and says yes to a guest from its letter. A mistyped link meets a friendly word, and all reads from right to left as well.
import type { Page } from '@playwright/test';
import { addDelegate, planDelegation } from '../acts/delegation.acts.js';
import { beginCheck, recordCheck } from '../acts/screening.acts.js';
import type { Watch } from '../browser/watch.js';
import { enter } from '../world/people.js';
import { axe, expect, expectNoSidewaysScroll, type Mail, reopenRightToLeft, shoot, story } from '../world/story.js';

const signUp = '/p/fort-worth-sister-cities/host';
const year = new Date().getFullYear() + 1;

const saved = (phone: Page) => expect(phone.getByText('saved just now')).toBeVisible();
/** The link of a letter, opened at the world's own address. */
const behind = ({ links: [link = ''] }: Mail): string => new URL(link).pathname + new URL(link).hash;
const heading = (phone: Page, name: string) => expect(phone.getByRole('heading', { level: 1, name })).toBeVisible();
const next = (phone: Page) => phone.getByRole('button', { name: /^Next/ }).click();

/** A page on a phone, seen once more: no violation, nothing too wide, a picture. */
async function judge(phone: Page, name: string): Promise<void> {
  await axe(phone);
  await expectNoSidewaysScroll(phone);
  await shoot(phone, `host-${name}`);
}

/** The seven steps. */
async function signUpOnThePhone(phone: Page, watch: Watch): Promise<void> {
  // 1: what is missing is said beside the field, and typing is kept
  await phone.goto(signUp);
  await heading(phone, 'Open your home to a guest');
  await phone.getByLabel('First name').fill('Lena');
  await next(phone);
  await expect(phone.getByRole('alert')).toContainText('3 things are still missing');
  await judge(phone, '1-you-missing');
  await phone.getByRole('button', { name: 'Write your family name.' }).click();
  await expect(phone.getByLabel('Family name')).toBeFocused();
  await phone.getByLabel('Family name').fill('Okafor');
  await phone.getByLabel('E-mail').fill('lena@example.org');
  await phone.getByLabel('Phone').fill('+1 555 010 0200');
  await next(phone);

  // 2: the page is loaded again in the middle of a word, and everything is there
  await heading(phone, 'Where do you live?');
  await phone.getByLabel('Street and house number').fill('12 Harbor Street');
  await saved(phone);
  await phone.reload();
  await expect(phone.getByLabel('Street and house number')).toHaveValue('12 Harbor Street');

  // without a connection typing goes on and is sent later
  watch.expect(/ERR_INTERNET_DISCONNECTED|lost: /);
  await phone.context().setOffline(true);
  await phone.getByLabel('Town').fill('Harbor City');
  await expect(phone.getByText('No connection.')).toBeVisible();
  await phone.context().setOffline(false);
  await saved(phone);
  await judge(phone, '2-home');
  await next(phone);

  await heading(phone, 'Where would your guest sleep?');
  await phone.getByRole('button', { name: 'One more' }).click();
  await phone.getByText('Own room').click();
  await phone.getByText('No', { exact: true }).click();
  await judge(phone, '3-beds');
  await next(phone);

  await heading(phone, 'Who lives with you?');
  await phone.getByRole('button', { name: 'Adult' }).click();
  await phone.getByLabel('First name').fill('Jonas');
  await phone.getByRole('button', { name: 'Child' }).click();
  await expect(phone.getByLabel('First name')).toHaveCount(2);
  await phone.getByLabel('First name').last().fill('Mia');
  await phone.getByLabel('Birthday').fill(`${year - 9}-03-14`);
  await judge(phone, '4-people');
  await next(phone);

  await heading(phone, 'Animals, smoke and food');
  await phone.getByText('Yes', { exact: true }).first().click();
  await phone.getByRole('button', { name: 'Cat' }).click();
  await phone.getByText('No', { exact: true }).last().click();
  await phone.getByRole('button', { name: 'Vegetarian' }).click();
  await judge(phone, '5-pets');
  await next(phone);

  await heading(phone, 'Languages and dates');
  await phone.getByRole('combobox').last().selectOption('en');
  await phone.getByLabel('First night').fill(`${year}-05-01`);
  await phone.getByLabel('Guest leaves on').fill(`${year}-05-15`);
  await judge(phone, '6-dates');
  await next(phone);

  await heading(phone, 'Does everything fit?');
  await phone.getByText('We would like to host').click();
  await phone.getByText('You may visit and check us').click();
  await saved(phone);
  await judge(phone, '7-send');
  await phone.getByRole('button', { name: 'Send our sign-up' }).click();
  await heading(phone, 'Almost done: look into your mail');
  await judge(phone, '8-sent');
}

/** The letter confirms once; the second time it says so. @returns the address of the family's page */
async function confirmByLetter(phone: Page, letter: Mail): Promise<string> {
  await phone.goto(behind(letter));
  await heading(phone, 'Thank you. Your sign-up is with us');
  await judge(phone, '9-confirmed');
  const open = phone.getByRole('link', { name: 'Open our family’s page' });
  const home = (await open.getAttribute('href')) ?? '';
  await open.click();
  await heading(phone, 'Family Okafor');
  await judge(phone, 'home');
  await phone.goto('about:blank');
  await phone.goto(behind(letter));
  await heading(phone, 'You have confirmed already');
  return home;
}

/** Quick clicks are saved one after the other; of two who change the same at once, both versions are shown and one chooses. */
async function changeItsHome(phone: Page, other: Page, home: string, watch: Watch): Promise<void> {
  await phone.goto(home);
  await heading(phone, 'Family Okafor');
  const beds = (page: Page) => page.getByRole('spinbutton', { name: 'Beds you can offer' });
  await phone.getByRole('button', { name: 'One more' }).dblclick();
  await phone.getByRole('button', { name: 'Dog' }).click();
  await saved(phone);
  await other.goto(home);
  await expect(beds(other)).toHaveValue('4');
  await expect(other.getByRole('button', { name: 'Dog', pressed: true })).toBeVisible();

  watch.expect(/412 PATCH \/api\/hosting\/home/);
  await phone.getByRole('button', { name: 'One less' }).click();
  await saved(phone);
  await other.getByRole('button', { name: 'One more' }).click();
  const choice = other.getByRole('group', { name: 'Beds you can offer' });
  await expect(choice).toContainText(/Yours\s*5.*Theirs\s*3/s);
  await judge(other, 'home-two-versions');
  await choice.getByText('Theirs').click();
  await other.getByRole('button', { name: 'Save what I chose' }).click();
  await expect(choice).toHaveCount(0);
  await expect(beds(other)).toHaveValue('3');
}

/** The coordinator finds the family, is refused an early approval with the reasons, records the checks, approves. */
async function screenAndApprove(page: Page, watch: Watch): Promise<void> {
  await page.goto('/hosting');
  await expect(page.getByText('one new family waits for a call')).toBeVisible();
  await axe(page);
  await shoot(page, 'hosting-list');
  await page.getByRole('button', { name: 'Okafor' }).click();
  await heading(page, 'Family Okafor');
  await page.getByRole('button', { name: 'Start screening' }).click();
  watch.expect(/409 POST .*\/state/);
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('Jonas Okafor – Criminal background check: not done yet.')).toBeVisible();
  await beginCheck(page, ['Home visit and interview', 'Okafor']);
  await axe(page);
  await shoot(page, 'hosting-family-screening');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/lapses after/)).toBeVisible();
  await recordCheck(page, ['Criminal background check', 'Lena Okafor']);
  await recordCheck(page, ['Criminal background check', 'Jonas Okafor']);
  for (const requirement of ['First reference', 'Second reference', 'Host orientation']) await recordCheck(page, [requirement, 'Okafor']);
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('Every requirement is met today.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await axe(page);
  await shoot(page, 'hosting-family-approved');
}

/** Three guests for the beds of a home with a cat: one is allergic, one is asked for and taken back, one is asked for by keyboard. */
async function askTheFamily(page: Page): Promise<void> {
  await planDelegation(page, {
    name: 'Tamano teachers',
    format: 'teacher_and_faculty_exchange',
    arrivesOn: `${year}-05-03`,
    departsOn: `${year}-05-08`,
  });
  await page.getByRole('link', { name: 'Fill the roster' }).click();
  await addDelegate(page, 'Maria', 'Silva', ['Cats']);
  await addDelegate(page, 'Elena', 'Rossi');
  await addDelegate(page, 'Kenji', 'Sato');
  await page.goto('/placements');
  await page.getByRole('link', { name: /Tamano teachers/ }).click();
  await expect(page.getByText('0 of 3 placed')).toBeVisible();

  const families = page.getByRole('region', { name: 'Families that fit' });
  const ask = families.getByRole('button', { name: /Okafor/ });
  await page.getByRole('link', { name: /Silva/ }).click();
  await expect(families.getByText('The guest is allergic to an animal that lives here: cat.')).toBeVisible();
  await expect(ask).toHaveCount(0);
  await page.getByRole('link', { name: /Rossi/ }).click();
  await expect(families.getByText('3 beds free')).toBeVisible();
  await axe(page);
  await shoot(page, 'placements');
  await ask.click();
  await expect(page.getByText('1 of 3 placed')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('0 of 3 placed')).toBeVisible();
  await page.getByRole('link', { name: /Sato/ }).click();
  await ask.press('Enter');
  await expect(page.getByText('1 of 3 placed')).toBeVisible();
}

/** The family says yes on its phone; the coordinator sees it without a reload. */
async function sayYes(phone: Page, page: Page, letter: Mail): Promise<void> {
  await phone.goto(behind(letter));
  await heading(phone, 'May Kenji stay with you?');
  await expect(phone.getByText('Sato')).toHaveCount(0); // the full name comes later
  await judge(phone, 'offer');
  await phone.getByLabel('Anything you want to tell the coordinator?').fill('Our cat lives with grandmother now.');
  await phone.getByRole('button', { name: 'Yes, Kenji is welcome' }).click();
  await heading(phone, 'Thank you! Kenji stays with you.');
  await phone.reload();
  await heading(phone, 'Thank you! Kenji stays with you.');
  await expect(page.getByText('“Our cat lives with grandmother now.”')).toBeVisible({ timeout: 20_000 });
}

story(
  'a family signs up on a phone, is approved, and says yes to a guest from its letter',
  async ({ phone, page, setUp, mail, visitor, watch }) => {
    await setUp(page);
    await signUpOnThePhone(phone, watch);
    const home = await confirmByLetter(phone, await mail('lena@example.org', /confirm your sign-up/));
    await changeItsHome(phone, await visitor(), home, watch);
    await screenAndApprove(page, watch);
    await askTheFamily(page);
    await sayYes(phone, page, await mail('lena@example.org', /^A guest for the Okafor family: Kenji/));

    // cancelled: the family is told, and its link says so
    await page.getByRole('button', { name: 'Cancel this placement' }).click();
    await page.getByRole('button', { name: 'Cancel the stay' }).click();
    await expect(page.getByText('0 of 3 placed')).toBeVisible();
    await mail('lena@example.org', /Kenji will not stay with you/);
    await phone.reload();
    await heading(phone, 'This offer was withdrawn.');
  },
);

story('an address without an organization is met with a friendly word, in both directions', async ({ phone, page, server, watch }) => {
  await enter(page, server);
  watch.expect(/404 GET .*\/welcome\/nowhere/);
  await phone.goto('/p/nowhere/host');
  await heading(phone, 'Nobody lives at this address');
  await axe(phone);
  await phone.goto(signUp);
  await reopenRightToLeft(phone);
  await axe(phone);
  await shoot(phone, 'host-right-to-left');
});
