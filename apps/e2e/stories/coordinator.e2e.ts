// The coordinator's journey from an empty database, by its pages alone: through the door, a partnership from the gazetteer, a
// delegation with its roster from files, a week of appointments, a double booking that is refused with a reason, and an itinerary
// that goes out as a tagged PDF, as a calendar and as a page on a phone. The administrator of the new organization acts.
import type { Page } from '@playwright/test';
import { addDelegate, describeDelegation, planDelegation } from '../acts/delegation.acts.js';
import { setUpByForm, signInByForm, signOut } from '../acts/first-visit.acts.js';
import { eventsOf, isTagged, publish, shareFeed } from '../acts/itinerary.acts.js';
import { addPartnership } from '../acts/partnership.acts.js';
import { chooseSpreadsheetText, chooseWorkbook } from '../acts/roster-file.acts.js';
import { addAppointment, addSite, block, describeAppointment, dragOnto, pickSite, saveAppointment } from '../acts/week.acts.js';
import { enter } from '../world/people.js';
import { axe, download, expect, expectNoSidewaysScroll, shoot, story } from '../world/story.js';

const day = 'Tuesday, May 11';
const teachers = {
  name: 'Leipzig teachers',
  format: 'teacher_and_faculty_exchange',
  arrivesOn: '2027-05-10',
  departsOn: '2027-05-15',
  partnership: 'leipzig',
};

async function throughTheDoor(page: Page): Promise<void> {
  await setUpByForm(page);
  await signOut(page);
  await axe(page);
  await page.goto('/visits'); // where one wanted to go, one comes out
  await signInByForm(page);
  await expect(page).toHaveURL(/\/visits$/);
  await expect(page.getByText('Every delegation has a visit')).toBeVisible();
  await shoot(page, 'visits-empty');
}

async function planTheTeachers(page: Page): Promise<void> {
  await page.goto('/delegations');
  await page.getByRole('link', { name: 'Plan a delegation' }).first().click();
  await page.getByRole('button', { name: 'Create the delegation' }).click();
  await expect(page.getByText('Give the delegation a name.').first()).toBeVisible();
  await describeDelegation(page, { ...teachers, departsOn: '2027-05-01' });
  await expect(page.getByLabel('Track')).toHaveValue('5');
  await expect(page.getByLabel('Direction')).toHaveValue('inbound');
  await expect(page.getByLabel('Time zone')).toHaveValue('America/Chicago');
  await page.getByRole('button', { name: 'Create the delegation' }).click();
  await expect(page.getByText('The delegation leaves before it arrives.').first()).toBeVisible();
  await shoot(page, 'delegation-new');
  await axe(page);
  await page.getByLabel('Departs on').fill(teachers.departsOn);
  await page.getByRole('button', { name: 'Create the delegation' }).click();
  await expect(page.getByRole('heading', { name: teachers.name })).toBeVisible();
  await expect(page.getByText('Nobody is on the roster yet.')).toBeVisible();
  await shoot(page, 'delegation');
  await axe(page);
}

async function importTheRoster(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Fill the roster' }).click();
  await shoot(page, 'roster-empty');
  await axe(page);
  await page.getByRole('link', { name: 'Import a roster' }).click();
  await chooseSpreadsheetText(page);
  await expect(page.getByLabel('Column of the file for Given name')).toHaveValue('Vorname');
  await expect(page.getByLabel('Column of the file for Pet allergies')).toHaveValue('Tierhaarallergie');
  await expect(page.getByText('Not imported from your file: Schuhgröße')).toBeVisible();
  await shoot(page, 'roster-import-columns');
  await axe(page);

  await page.getByRole('button', { name: 'Check every row' }).click();
  const bad = page.getByRole('region', { name: 'Rows that do not fit' }).getByRole('row');
  await expect(bad).toHaveCount(6); // the head, and five reasons on two lines
  await expect(bad.nth(1)).toContainText('Given name is empty.');
  await expect(bad.nth(3)).toContainText('“30.02.1990” does not exist: February 1990 has 28 days.');
  await shoot(page, 'roster-import-check');
  await axe(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  const list = await download(page, () => page.getByRole('button', { name: 'Download the list' }).click());
  expect([list.name, list.bytes.toString('utf8').trim().split('\r\n').length]).toEqual(['liste – rows left out.csv', 6]);

  await page.getByRole('button', { name: 'Import 3 rows' }).click();
  await expect(page.getByText('The roster is imported.')).toBeVisible();
  await shoot(page, 'roster-import-done');
  await page.getByRole('link', { name: 'Go to the roster' }).click();
  const rows = page.getByRole('table', { name: 'Roster' }).getByRole('row');
  await expect(rows).toHaveCount(4);
  await expect(rows.nth(1)).toContainText('Müller, Jürgen');
  await expect(rows.filter({ hasText: 'Köhler' })).toContainText('Cats');
  await shoot(page, 'roster');
  await axe(page);

  // the same file once more changes nothing; a workbook with one who joined brings that one
  await page.getByRole('link', { name: 'Import a roster' }).click();
  await chooseSpreadsheetText(page);
  await page.getByRole('button', { name: 'Check every row' }).click();
  await expect(page.getByText('Nothing to import: every row that fits stands on the roster already.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Import / })).toHaveCount(0);
  await page.getByRole('link', { name: 'Go to the roster' }).click();
  await page.getByRole('link', { name: 'Import a roster' }).click();
  await chooseWorkbook(page);
  await page.getByRole('button', { name: 'Check every row' }).click();
  await page.getByRole('button', { name: 'Import one row' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'unchanged' })).toHaveText('3 unchanged');
  await page.getByRole('link', { name: 'Go to the roster' }).click();
  await expect(rows).toHaveCount(5);
  await expect(rows.filter({ hasText: 'Voß, Henrike' })).toHaveCount(1);
}

async function fillTheWeek(page: Page): Promise<void> {
  await page.getByRole('gridcell', { name: `${day}, 09:00` }).click();
  await describeAppointment(page, { title: 'City hall welcome', kind: 'ceremony', ends: '2027-05-11T10:30', host: 'The mayor' });
  await addSite(page, 'City Hall', '200 Texas Street');
  await shoot(page, 'visit-form');
  await axe(page);
  await saveAppointment(page);
  await expect(block(page, 'City hall welcome')).toBeVisible();
  for (const appointment of [
    { title: 'Lunch at the stockyards', kind: 'meal', starts: '2027-05-11T12:00', ends: '2027-05-11T13:15' },
    { title: 'School visit', kind: 'tour', starts: '2027-05-12T09:00', ends: '2027-05-12T11:30' },
    { title: 'Minibus to the museum', kind: 'transfer', starts: '2027-05-12T13:00', ends: '2027-05-12T13:30' },
    { title: 'Science museum', kind: 'tour', starts: '2027-05-12T13:30', ends: '2027-05-12T16:00' },
    { title: 'Joint lesson planning', kind: 'meeting', starts: '2027-05-13T14:00', ends: '2027-05-13T15:30', state: 'tentative' },
    { title: 'Families’ potluck', kind: 'meal', starts: '2027-05-14T17:30', ends: '2027-05-14T20:00' },
    { title: 'Free morning', kind: 'free_time', starts: '2027-05-15T08:30', ends: '2027-05-15T11:00' },
  ])
    await addAppointment(page, appointment);
  await shoot(page, 'visit-week');
  await axe(page);
  await expectNoSidewaysScroll(page);
}

/** Its own lunch is dropped on the welcome; another delegation wants the same site at the same time. */
async function refusedTwice(page: Page, traders: string): Promise<void> {
  await dragOnto(page, 'Lunch at the stockyards', `${day}, 10:00`);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText(
    /(Jürgen Müller|Zoë Köhler|Ana Lima|Henrike Voß) is taken until 10:30 on Tuesday 11 May: “City hall welcome” of Leipzig teachers at City Hall\./,
  );
  await expect(block(page, 'Lunch at the stockyards')).toHaveAccessibleName(/12:00–13:15/);
  await shoot(page, 'visit-refused');
  await axe(page);

  await page.goto(`/visits/${traders}`);
  await page.getByRole('gridcell', { name: `${day}, 10:00` }).click();
  await describeAppointment(page, { title: 'Trade round table' });
  await pickSite(page, 'City Hall');
  await page.locator('amity-appointment-sheet').getByRole('button', { name: 'Add appointment' }).click();
  await expect(alert).toContainText(
    'City Hall is taken until 10:30 on Tuesday 11 May: “City hall welcome” of Leipzig teachers. Choose another time, another site or other people.',
  );
  await page.getByRole('link', { name: 'Open “City hall welcome”' }).click();
  await expect(page.locator('amity-appointment-sheet').getByRole('heading', { name: 'City hall welcome' })).toBeVisible();
  await page.keyboard.press('Escape');
}

async function changedAndUndone(page: Page): Promise<void> {
  await dragOnto(page, 'Lunch at the stockyards', `${day}, 12:30`);
  await expect(block(page, 'Lunch at the stockyards')).toHaveAccessibleName(/12:30–13:45/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(block(page, 'Lunch at the stockyards')).toHaveAccessibleName(/12:00–13:15/);
  await block(page, 'Free morning').click();
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect(block(page, 'Free morning')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(block(page, 'Free morning')).toBeVisible();
}

story('a coordinator, from an empty database to an itinerary in every hand', async ({ page, phone, server, watch }) => {
  watch.expect(/409 PUT \/api\/visits\/appointments/, /409 POST \/api\/visits\/[0-9a-f-]+\/appointments/); // the two double bookings
  await throughTheDoor(page);
  await addPartnership(page);
  await planTheTeachers(page);
  await importTheRoster(page);
  const { arrivesOn, departsOn } = teachers;
  const traders = await planDelegation(page, { name: 'Trade delegation', format: 'business_and_trade_mission', arrivesOn, departsOn });

  await page.getByRole('link', { name: 'Visits' }).first().click();
  await page.getByRole('button', { name: teachers.name }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(teachers.name);
  await expect(page.getByRole('button', { name: 'Add the first appointment' })).toBeVisible();
  await shoot(page, 'visit-empty');
  await fillTheWeek(page);
  await refusedTwice(page, traders);
  await changedAndUndone(page);

  await publish(page, 1);
  const paper = await download(page, () => page.getByRole('link', { name: 'Itinerary PDF' }).click());
  expect([paper.name, isTagged(paper.bytes)]).toEqual(['Leipzig teachers version 1.pdf', true]);
  const { feed, pocket } = await shareFeed(page);
  const calendar = eventsOf(await (await page.request.get(`${server.url}${feed}`)).text());
  expect([calendar.length, calendar[0]]).toEqual([8, ['City hall welcome', '2027-05-11T14:00:00.000Z', '2027-05-11T15:30:00.000Z']]);

  await phone.goto(`${server.url}${pocket}`);
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText(teachers.name);
  await expect(phone.getByText('Met by The mayor').first()).toBeVisible();
  await shoot(phone, 'pocket');
  await axe(phone);
  await expectNoSidewaysScroll(phone);

  await block(page, 'School visit').click();
  await page.getByLabel('Starts').fill('2027-05-12T09:30');
  await page.getByLabel('Notes for the itinerary').fill('Bring indoor shoes.');
  await saveAppointment(page);
  await expect(page.getByText('differs from version 1 in one place')).toBeVisible();
  await publish(page, 2);
  await page.getByRole('button', { name: 'Versions' }).click();
  await expect(page.getByText('School visit moves from Wed, May 12 09:00 to Wed, May 12 09:30')).toBeVisible();
  await shoot(page, 'visit-versions');
  await axe(page);
  await page.goto('/visits');
  await expect(page.getByText('version 2')).toBeVisible();
  await shoot(page, 'visits');
  await axe(page);
});

story('a delegate is taken off the roster and put back', async ({ page, server }) => {
  await enter(page, server);
  await planDelegation(page, { name: 'Leipziger Chor', format: 'faith_exchange', arrivesOn: '2026-05-04', departsOn: '2026-05-10' });
  await page.getByRole('link', { name: 'Fill the roster' }).click();
  await addDelegate(page, 'Maria', 'Silva', ['Cats']);
  const maria = page.getByRole('button', { name: 'Silva, Maria' });
  await maria.click();
  await shoot(page, 'delegate-sheet');
  await axe(page);
  await page.getByRole('button', { name: 'Take off the roster' }).click();
  await expect(maria).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(maria).toBeVisible();
});
