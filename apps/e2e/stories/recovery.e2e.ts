// Phone and codes are gone: Nia asks at the sign-in, a letter lets her stop what was not her, the administrators learn it by a
// letter, two of them say why they are sure, and a link leads her back in.
import type { Page } from '@playwright/test';
import { generateSync } from 'otplib';
import { query } from '../world/databases.js';
import { enter, send } from '../world/people.js';
import { axe, expect, expectNoSidewaysScroll, type Mail, reopenRightToLeft, shoot, story } from '../world/story.js';

type MailTo = (address: string, subject: RegExp) => Promise<Mail>;

/** Invites somebody and lets them join, without the pages, which have a story of their own. */
async function bringIn(page: Page, url: string, mail: MailTo, who: Page, name: string, roles: string[]): Promise<void> {
  const email = `${name.toLowerCase()}@example.org`;
  expect((await send(page.request, `${url}/api/access/invitations`, { data: { email, roles } })).status()).toBe(201);
  const link = /#token=([\w-]+)/.exec((await mail(email, /invites you/)).links[0] ?? '')?.[1] ?? '';
  const data = { name, password: 'a sentence to remember' };
  const joined = await who.request.post(`${url}/api/access/invitations/mine/accept`, { data, headers: { 'x-amity-link': link } });
  expect(joined.status()).toBe(201);
}

async function addApp(who: Page, url: string): Promise<void> {
  const { secret } = (await (await send(who.request, `${url}/api/access/authenticator`, { data: {} })).json()) as { secret: string };
  const confirmed = await send(who.request, `${url}/api/access/authenticator/confirm`, { data: { code: generateSync({ secret }) } });
  expect(confirmed.status()).toBe(201);
}

async function askAsNia(nia: Page): Promise<void> {
  await nia.goto('/sign-in');
  await nia.getByLabel('E-mail').fill('nia@example.org');
  await nia.getByLabel('Password').fill('a sentence to remember');
  await nia.getByRole('button', { name: 'Sign in', exact: true }).click();
  await nia.getByText('Lost your phone and the codes?').click();
  await nia.getByRole('button', { name: 'Ask the administrators' }).click();
  await expect(nia.getByText('They are asked.', { exact: false })).toBeVisible();
}

story('two administrators let somebody back in who lost the phone and the codes', async ({ page, visitor, phone, server, mail, watch }) => {
  watch.expect(/401 POST \/api\/access\/sessions$/, /403 POST \/api\/access\/recoveries\/[\w-]+\/confirm$/);
  await enter(page, server);
  const [bea, nia] = [await visitor(), await visitor()];
  await bringIn(page, server.url, mail, bea, 'Bea', ['administrator']);
  await bringIn(page, server.url, mail, nia, 'Nia', ['coordinator']);
  await addApp(nia, server.url);
  await nia.context().clearCookies();

  await page.goto('/settings/recoveries');
  await expect(page.getByText('Nobody waits.', { exact: false })).toBeVisible();
  await axe(page);
  await shoot(page, 'recovery-empty');

  await askAsNia(nia);
  await axe(nia);
  await shoot(nia, 'recovery-asked');
  await phone.goto((await mail('nia@example.org', /Did you lose/)).links[0] ?? '');
  await expect(phone.getByRole('heading', { level: 1, name: 'Was it not you?' })).toBeVisible();
  await axe(phone);
  await shoot(phone, 'recovery-letter');
  await phone.getByRole('button', { name: 'Stop it' }).click();
  await expect(phone.getByText('your app and your codes stay', { exact: false })).toBeVisible();
  await phone.close();

  await askAsNia(nia);
  const told = await mail('bea@example.org', /lost their second factor/);
  expect(told.text).toContain('Call Nia at a number you already have');
  await page.reload();
  await page.getByLabel('How do you know?').fill('I called her at the number we have.');
  await axe(page);
  await shoot(page, 'recovery-waiting');
  await page.getByRole('button', { name: 'It is them' }).click();
  await expect(page.getByText('You confirmed this.', { exact: false })).toBeVisible();
  await axe(page);
  await reopenRightToLeft(page);

  await bea.setViewportSize({ width: 360, height: 740 });
  await bea.goto(told.links[0] ?? '');
  await expect(bea).toHaveURL(/\/settings\/recoveries$/);
  await expect(bea.getByText('I called her at the number we have.')).toBeVisible();
  await expectNoSidewaysScroll(bea);
  await axe(bea);
  await shoot(bea, 'recovery-second');
  await bea.getByLabel('How do you know?').fill('She came to the office this morning.');
  await query(server.database, `update identity.sessions set confirmed_at = now() - interval '11 minutes'`);
  await bea.getByRole('button', { name: 'It is them' }).click();
  await bea.getByRole('dialog', { name: 'Is it really you?' }).getByLabel('Your password').fill('a sentence to remember');
  await bea.keyboard.press('Enter');
  await expect(bea.getByText('The second factor of Nia is removed.', { exact: false })).toBeVisible();

  await nia.goto((await mail('nia@example.org', /You can sign in again/)).links[0] ?? '');
  await nia.getByRole('button', { name: 'Sign in' }).click();
  await expect(nia).toHaveURL(/\/account$/);
  await expect(nia.getByRole('button', { name: 'Add an app' })).toBeVisible();
});
