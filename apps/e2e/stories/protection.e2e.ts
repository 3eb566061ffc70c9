// A safeguarding lead gives somebody a pseudonym, a second one agrees to open the real name for a moment, and later to end the
// protection; and somebody hides their own name from a phone, at once. A coordinator sees ordinary people throughout.
import type { Page } from '@playwright/test';
import { ownPassword, send } from '../world/people.js';
import type { Server } from '../world/server.js';
import { axe, expect, expectNoSidewaysScroll, type Mail, openRightToLeft, scrollToEnd, shoot, story } from '../world/story.js';

story.use({ beginning: 'demo' });

/** An administrator appoints them; they join, and are signed in on their page. */
async function lead(
  page: Page,
  server: Server,
  name: string,
  administrator: Page,
  mail: (address: string, subject: RegExp) => Promise<Mail>,
): Promise<void> {
  const email = `${name.toLowerCase()}@example.org`;
  const invited = await send(administrator.request, `${server.url}/api/access/invitations`, {
    data: { email, roles: ['safeguarding_lead'] },
  });
  expect(invited.status()).toBe(201);
  let token = '';
  await expect(async () => {
    token = (await mail(email, /invites you/)).links[0]?.split('token=')[1] ?? '';
  }).toPass({ timeout: 120_000 }); // after all the letters of the demo, which is as old as this story
  const joined = await page.request.post(`${server.url}/api/access/invitations/mine/accept`, {
    data: { name, password: ownPassword },
    headers: { 'x-amity-link': token },
  });
  expect(joined.ok()).toBe(true);
  expect((await page.request.post(`${server.url}/api/access/sessions`, { data: { email, password: ownPassword } })).ok()).toBe(true);
}

async function openPerson(page: Page, name: string): Promise<void> {
  await page.goto('/people');
  await page.getByRole('searchbox').fill(name);
  await page
    .getByRole('row', { name: new RegExp(name) })
    .first()
    .click();
}

story('a protected participant', async ({ page, visitor, phone, signIn, server, mail, watch }) => {
  watch.expect(/422 POST \/api\/privacy\/protection\/people\/[0-9a-f-]+(\/endings)?/); // no reason was given
  const [administrator, lea, leo] = [await visitor(), page, await visitor()];
  await signIn(administrator, 'administrator');
  await lead(lea, server, 'Lea', administrator, mail);
  await lead(leo, server, 'Leo', administrator, mail);

  await openPerson(lea, 'Tanaka');
  const section = lea.getByRole('region', { name: 'Protection' });
  await section.getByRole('button', { name: 'Protect this person' }).click();
  await section.getByRole('button', { name: 'Protect now' }).click();
  await expect(section.getByText('Say why, in a few words.')).toBeVisible();
  await section.getByLabel('Why?').fill('Threatened for taking part.');
  await shoot(lea, 'protection-form');
  await axe(lea);
  await section.getByRole('button', { name: 'Protect now' }).click();
  await expect(section.getByText(/Under protection since/)).toBeVisible();
  const heading = lea.getByRole('heading', { level: 2 }).first();
  await expect(heading).not.toContainText('Tanaka'); // the sheet reads the record anew
  const pseudonym = (await heading.textContent())?.trim() ?? '';
  await shoot(lea, 'protection-section');

  await lea.goto('/settings/protection');
  await expect(lea.getByRole('heading', { name: 'Under protection (1)' })).toBeVisible();
  await lea.getByLabel('Responder').selectOption('Leo');
  await expect(lea.getByText('Saved.')).toBeVisible();
  await lea.getByRole('button', { name: `Ask for the real name of ${pseudonym}` }).click();
  await lea.getByLabel('Why is the name needed?').fill('The embassy asks who travels.');
  await axe(lea);
  await lea.getByRole('button', { name: 'Send the request' }).click();
  await expect(lea.getByText('You asked, so somebody else decides.')).toBeVisible();
  await shoot(lea, 'protection-asked');

  await leo.goto('/settings/protection');
  await expect(leo.getByText('The embassy asks who travels.')).toBeVisible();
  await shoot(leo, 'protection-decide');
  await leo.getByRole('button', { name: `Agree: Lea sees who ${pseudonym} is` }).click();
  await expect(leo.getByText('Agreed')).toBeVisible();

  await lea.reload();
  await lea.getByRole('button', { name: `Show the name: who ${pseudonym} is` }).click();
  await expect(lea.getByText('Tanaka', { exact: true })).toBeVisible();
  await shoot(lea, 'protection-shown');
  await axe(lea);
  await lea.evaluate(`window.dispatchEvent(new Event('blur'))`);
  await expect(lea.getByText('Tanaka', { exact: true })).toBeHidden();
  await lea.setViewportSize({ width: 320, height: 740 });
  await expectNoSidewaysScroll(lea);
  await lea.setViewportSize({ width: 1440, height: 900 });

  const coordinator = await visitor();
  await signIn(coordinator, 'coordinator');
  await openPerson(coordinator, pseudonym.split(' ')[0] ?? '');
  await expect(coordinator.getByRole('region', { name: 'Consents' })).toBeVisible();
  await expect(coordinator.getByRole('region', { name: 'Protection' })).toHaveCount(0);

  // the danger is over: one asks, the other one agrees, and everybody reads the name again
  await lea.getByRole('button', { name: `End the protection of ${pseudonym}` }).click();
  await lea.getByRole('button', { name: 'Ask to end it' }).click();
  await expect(lea.getByText('Say why, in a few words.')).toBeVisible();
  await lea.getByLabel('Why may it end?').fill('The threat is over, and she asks for it.');
  await shoot(lea, 'protection-ending-form');
  await axe(lea);
  await lea.getByRole('button', { name: 'Ask to end it' }).click();
  const ends = lea.getByRole('region', { name: 'Ends of protection' });
  await expect(ends.getByText('You asked, so somebody else decides.')).toBeVisible();
  await expect(lea.getByText('Somebody asks to end it: see below.')).toBeVisible();

  await leo.setViewportSize({ width: 360, height: 740 });
  await leo.reload();
  await leo.getByRole('button', { name: `Agree: ${pseudonym} is no longer protected` }).press('Enter');
  await leo.getByLabel('How do you know that it may end?').fill('I spoke to her this morning.');
  await expectNoSidewaysScroll(leo);
  await shoot(leo, 'protection-ending-decide');
  await scrollToEnd(leo);
  await axe(leo);
  await leo.getByRole('button', { name: 'End it now' }).click();
  await expect(leo.getByText('The real name stands on the record again.', { exact: false })).toBeVisible();
  await expect(leo.getByRole('heading', { name: 'Under protection (0)' })).toBeVisible();
  await leo.setViewportSize({ width: 1440, height: 900 });
  await lea.reload();
  await expect(ends.getByText('Ended')).toBeVisible();
  await expect(ends.getByText('I spoke to her this morning.')).toBeVisible();
  await shoot(lea, 'protection-ended');
  await axe(lea);
  await openPerson(coordinator, 'Tanaka');
  await expect(coordinator.getByRole('heading', { level: 2 }).first()).toContainText('Tanaka');

  // somebody else hides themself
  await coordinator.goto('/people');
  await coordinator.getByRole('row').nth(1).click();
  const consents = coordinator.getByRole('region', { name: 'Consents' });
  await expect(consents).toBeVisible(); // the record is there, and the heading is its name
  const before = (await coordinator.getByRole('heading', { level: 2 }).first().textContent())?.trim() ?? '';
  await consents.getByRole('button', { name: 'Make a personal link' }).click();
  const link = await consents.getByLabel('Personal link').inputValue();
  await phone.goto(link);
  await shoot(phone, 'hide-me');
  await axe(phone);
  await phone.getByRole('button', { name: 'Hide my name now' }).click();
  await expect(phone.getByText(/It is done. From now on you appear as/)).toBeVisible();
  await shoot(phone, 'hide-me-done');
  await axe(phone);
  await coordinator.reload();
  await expect(coordinator.getByRole('heading', { level: 2 }).first()).not.toHaveText(before);
  await leo.reload();
  await expect(leo.getByText('by themself')).toBeVisible();

  await openRightToLeft(lea, '/settings/protection');
});
