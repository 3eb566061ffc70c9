// A coordinator shares a delegation with the counterpart in the other city, field by field; the partner knows a flight better, the
// coordinator takes it over and ends the share. A delegate sees their own journey and hides their name there, a family sees its home, a volunteer what they help with.
import type { Page } from '@playwright/test';
import { planDelegation } from '../world/program.js';
import { enter, send } from '../world/people.js';
import { axe, expect, expectNoSidewaysScroll, reopenRightToLeft, scrollToEnd, shoot, story } from '../world/story.js';

type Mail = (to: string, subject: RegExp) => Promise<{ links: readonly string[] }>;

async function ask<T>(page: Page, path: string, data: object, method = 'POST'): Promise<T> {
  const answer = await send(page.request, path, { method, data });
  if (!answer.ok()) throw new Error(`${method} ${path} answered ${answer.status()}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

const family = {
  givenName: 'Hana',
  familyName: 'Host',
  email: 'hana@example.org',
  phone: '+1 555 010 0200',
  address: '12 Harbor Street',
  postalCode: '98225',
  town: 'Harbor City',
  beds: 1,
  room: 'own_room',
  stairs: false,
  members: [{ givenName: 'Jonas', familyName: 'Host', relation: 'adult', birthDate: '' }],
  hasPets: false,
  pets: [],
  smokers: false,
  dietOffered: ['vegetarian'],
  languages: ['en'],
  offers: [{ from: '2027-05-01', to: '2027-05-20' }],
  notes: '',
  agreesToTakePart: true,
  agreesToScreening: true,
  agreesToFollowUp: false,
};

/** Somebody joins with a role, from the letter, and stays on the page they land on. */
async function joins(page: Page, visitor: Page, mail: Mail, { email, name, role }: { email: string; name: string; role: string }) {
  await ask(page, '/api/access/invitations', { email, roles: [role], customRoleIds: [] });
  await visitor.goto((await mail(email, /invites you/)).links[0] ?? '');
  await visitor.getByLabel('Your name').fill(name);
  await visitor.getByRole('button', { name: 'Join' }).click();
  await visitor.waitForURL((url) => !url.pathname.startsWith('/p/')); // nobody is signed in before
}

/** On a phone nothing scrolls to the side; the page goes back to the size it had. */
async function expectNarrow(page: Page): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page);
  if (before) await page.setViewportSize(before);
}

/** A delegation with one guest who agreed to be shared and one who did not. */
async function program(page: Page, name: string): Promise<{ id: string }> {
  const delegation = await planDelegation(page, null, { name });
  const add = (person: object, more: object) =>
    ask<{ person: { id: string } }>(page, `/api/delegations/${delegation.id}/roster`, { person, ...more });
  const yuki = { givenName: 'Yuki', familyName: 'Sato', email: 'yuki@example.org', phone: '+81 258 35 1122', birthDate: '1984-03-09' };
  const { person } = await add(yuki, { diet: ['vegetarian'], petAllergies: ['cat'], flights: 'NH 12, May 10, 09:40' });
  await add({ givenName: 'Ken', familyName: 'Mori', email: 'ken@example.org' }, {});
  const agreed = { purpose: 'partner_sharing', decision: 'given', language: 'en', edition: 1, note: 'Signed form of May 3.' };
  await ask(page, `/api/privacy/people/${person.id}/consents`, agreed);
  return delegation;
}

story('a delegation is shared, settled and taken back', async ({ page, server, mail, visitor, watch }) => {
  watch.expect(/404/); // the partner looks once more at what is shared no longer
  await enter(page, server);
  const { id } = await program(page, 'Choir of Nagaoka');
  const pia = await visitor();
  await joins(page, pia, mail, { email: 'pia@nagaoka.example', name: 'Pia Partner', role: 'partner_coordinator' });
  await expect(pia.getByText('shares nothing with you yet')).toBeVisible();
  await axe(pia);

  await page.goto(`/delegations/${id}/sharing`);
  await expect(page.getByText('This delegation is shared with nobody.')).toBeVisible();
  await page.getByLabel('Partner coordinator').selectOption({ label: 'Pia Partner · pia@nagaoka.example' });
  for (const field of ['Names', 'Flights']) await page.getByRole('button', { name: field, exact: true }).click();
  await axe(page);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(page.getByText('pia@nagaoka.example', { exact: true })).toBeVisible();

  await pia.reload();
  await axe(pia);
  await shoot(pia, 'sharing-partner-list');
  await pia.getByRole('link', { name: 'Choir of Nagaoka' }).click();
  await expect(pia.getByText('Yuki Sato')).toBeVisible();
  await expect(pia.getByText('1 person did not agree to be shared and is left out.')).toBeVisible();
  await expect(pia.getByText(/Mori|vegetarian|yuki@example|Vegetarian/)).toHaveCount(0);
  await pia.getByRole('button', { name: /I know better Delegate 1, Flights/ }).click();
  await pia.getByRole('textbox', { name: 'Flights' }).fill('NH 12, May 11, 09:40');
  await axe(pia);
  await shoot(pia, 'sharing-partner-entry');
  await pia.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(pia.getByText('You say')).toBeVisible();
  await axe(pia);
  await expectNarrow(pia);
  await shoot(pia, 'sharing-partner');

  await page.reload();
  await expect(page.getByRole('heading', { name: 'Where you and the partner disagree' })).toBeVisible();
  await axe(page);
  await expectNarrow(page);
  await shoot(page, 'sharing-delegation');
  await page.getByRole('button', { name: 'Take theirs Yuki Sato, Flights' }).click();
  await expect(page.getByText('The roster of Yuki Sato has the partner’s value now.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Where you and the partner disagree' })).toHaveCount(0);
  await reopenRightToLeft(page);

  await page.goto('/settings/sharing?lang=en');
  await expect(page.getByText('Choir of Nagaoka')).toBeVisible();
  await axe(page);
  await expectNarrow(page);
  await shoot(page, 'sharing-settings');
  await page.getByRole('button', { name: 'Share something' }).click();
  await expect(page.getByRole('combobox', { name: 'What' })).toBeVisible();
  await axe(page);
  await shoot(page, 'sharing-new');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'End sharing Pia Partner' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'End sharing' }).click();
  await expect(page.getByText('Nothing is shared.', { exact: false })).toBeVisible();
  await pia.reload();
  await expect(pia.getByRole('alert')).toBeVisible();
  await expect(pia.getByText('Yuki Sato')).toHaveCount(0);
});

story('a delegate, a family and a volunteer see what is theirs', async ({ page, server, mail, visitor, phone }) => {
  await enter(page, server);
  const { id } = await program(page, 'Painters of Nagaoka');
  await joins(page, phone, mail, { email: 'yuki@example.org', name: 'Yuki Sato', role: 'delegate' });
  await expect(phone.getByRole('heading', { level: 1, name: 'My journey' })).toBeVisible();
  await expect(phone.getByText('NH 12, May 10, 09:40')).toBeVisible();
  await expect(phone.getByText('Ken')).toHaveCount(0);
  await scrollToEnd(phone);
  await axe(phone);
  await expectNoSidewaysScroll(phone);
  await shoot(phone, 'sharing-my-journey');
  await phone.getByRole('button', { name: 'Hide my name now' }).press('Enter');
  await expect(phone.getByText(/It is done. From now on you appear as/)).toBeVisible();
  await expect(phone.getByText('Yuki')).toHaveCount(0);
  await scrollToEnd(phone);
  await axe(phone);
  await expectNoSidewaysScroll(phone);
  await shoot(phone, 'sharing-my-journey-hidden');
  await phone.reload(); // and it is still theirs
  await expect(phone.getByText('NH 12, May 10, 09:40')).toBeVisible();
  await expect(phone.getByText('Yuki')).toHaveCount(0);
  await page.goto(`/delegations/${id}/roster`);
  await expect(page.getByText('Mori')).toBeVisible();
  await expect(page.getByText('Yuki')).toHaveCount(0);
  await reopenRightToLeft(phone);

  const hana = await visitor();
  await joins(page, hana, mail, { email: 'hana@example.org', name: 'Hana Host', role: 'host' });
  await expect(hana.getByText('No household is known under the address you signed in with.', { exact: false })).toBeVisible();
  await axe(hana);
  await ask(page, '/api/hosting/households', family);
  await hana.reload();
  await expect(hana.getByRole('heading', { level: 2, name: 'Host' })).toBeVisible();
  await expect(hana.getByText('12 Harbor Street, Harbor City')).toBeVisible();
  await axe(hana);
  await expectNarrow(hana);
  await shoot(hana, 'sharing-my-home');
  await reopenRightToLeft(hana);

  const vito = await visitor();
  await joins(page, vito, mail, { email: 'vito@example.org', name: 'Vito Volunteer', role: 'volunteer' });
  await vito.goto('/delegations');
  await expect(vito.getByText('Painters of Nagaoka')).toHaveCount(0);
  await page.goto(`/delegations/${id}/sharing`);
  await page.getByLabel('Volunteer', { exact: true }).selectOption('Vito Volunteer');
  await page.getByRole('button', { name: 'Assign' }).click();
  await expect(page.getByRole('button', { name: 'Take off Vito Volunteer' })).toBeVisible();
  await axe(page);
  await shoot(page, 'sharing-volunteers');
  await vito.reload();
  await expect(vito.getByText('Painters of Nagaoka').first()).toBeVisible();
});
