// A dangerous act long after the sign-in: Amity asks whether it is really you, goes on by itself, and loses nothing that was typed. Then
// the other devices are out.
import { query } from '../world/databases.js';
import { accounts, ownPassword } from '../world/people.js';
import { axe, expect, shoot, story } from '../world/story.js';

const fresh = 'lanterns above the water';

story(
  'the password is changed after a fresh proof, and the other device is signed out',
  async ({ page, setUp, visitor, server, watch }) => {
    await setUp(page);
    const elsewhere = await visitor();
    await elsewhere.goto('/sign-in?returnTo=%2Faccount');
    await elsewhere.getByLabel('E-mail').fill(accounts.administrator);
    await elsewhere.getByLabel('Password').fill(ownPassword);
    await elsewhere.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(elsewhere.getByText('This device', { exact: true })).toBeVisible();

    await page.goto('/account');
    await expect(page.getByText('by setting Amity up')).toBeVisible();
    await page.getByRole('button', { name: 'Change the password' }).click();
    await page.getByLabel('Present password').fill(ownPassword);
    await page.getByLabel('New password').fill(fresh);
    await query(server.database, `update identity.sessions set confirmed_at = now() - interval '11 minutes'`);
    watch.expect(/403 POST \/api\/access\/password$/, /422 POST \/api\/access\/sessions\/current\/confirm$/);
    await page.getByRole('button', { name: 'Save the new password' }).click();

    const dialog = page.getByRole('dialog', { name: 'Is it really you?' });
    await expect(dialog.getByLabel('Your password')).toBeFocused();
    await axe(page);
    await shoot(page, 'confirm-its-you');
    await dialog.getByLabel('Your password').fill('guessing and guessing');
    await page.keyboard.press('Enter');
    await expect(dialog.getByText('This does not fit')).toBeVisible();
    await dialog.getByLabel('Your password').fill(ownPassword);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Your password is changed.', { exact: false })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Sign out all others' })).toBeHidden();

    await elsewhere.reload();
    await expect(elsewhere.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  },
);

story('a page that is older than the sign-in goes on with the new one', async ({ page, setUp, context, watch, server }) => {
  await page.goto('/');
  const { needed } = (await (await page.request.get(`${server.url}/api/access/set-up`)).json()) as { needed: boolean };
  if (needed) await setUp(page);
  await page.goto('/sign-in?returnTo=%2Faccount');
  await page.getByLabel('E-mail').fill(accounts.administrator);
  await page.getByLabel('Password').fill(needed ? ownPassword : fresh);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText('This device', { exact: true })).toBeVisible();
  const other = await context.newPage();
  await other.goto('/sign-in');
  await other.getByLabel('E-mail').fill(accounts.administrator);
  await other.getByLabel('Password').fill(needed ? ownPassword : fresh);
  await other.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(other.getByRole('navigation', { name: 'Main' })).toBeVisible();
  watch.expect(/403 POST \/api\/access\/authenticator$/);
  await page.getByRole('button', { name: 'Add an app' }).click();
  await expect(page.getByRole('img', { name: 'QR code for the authenticator app' })).toBeVisible();
});
