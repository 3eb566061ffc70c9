// An account elsewhere: it lets nobody in until somebody links it from their own account; then it does, with the second factor asked for
// as ever, until it is unlinked.
import type { Page } from '@playwright/test';
import { generateSync } from 'otplib';
import { query } from '../world/databases.js';
import { enter } from '../world/people.js';
import { axe, expect, expectNoSidewaysScroll, reopenRightToLeft, shoot, story } from '../world/story.js';

story.use({ beginning: 'with_provider' });

async function goThereAs(page: Page, name: 'ada' | 'ben'): Promise<void> {
  await page.getByRole('button', { name: 'Go on with City of Fort Worth' }).click();
  await page.getByRole('link', { name: `Go on as ${name}` }).click();
}

story(
  'somebody links the account they have at the city, signs in with it, and unlinks it',
  async ({ page, visitor, phone, server, watch }) => {
    watch.expect(/401 POST \/api\/access\/provider\/(answers|codes)$/, /403 POST \/api\/access\/provider\/identities$/);
    await enter(page, server);
    const stranger = await visitor();
    await stranger.goto('/sign-in?returnTo=%2Faccount');
    await expect(stranger.getByRole('button', { name: 'Go on with City of Fort Worth' })).toBeVisible();
    await axe(stranger);
    await shoot(stranger, 'provider-sign-in');
    await goThereAs(stranger, 'ben');
    await expect(stranger.getByText('Nobody here has linked this account of City of Fort Worth yet', { exact: false })).toBeVisible();
    expect(new URL(stranger.url()).search).toBe('');
    await axe(stranger);
    await shoot(stranger, 'provider-refused');
    await reopenRightToLeft(stranger);
    await stranger.goto('/sign-in/provider?lang=en');
    await expect(stranger.getByText('This page opens when you come back', { exact: false })).toBeVisible();
    await stranger.close();

    await page.goto('/account');
    await query(server.database, `update identity.sessions set confirmed_at = now() - interval '11 minutes'`);
    await page.getByRole('button', { name: 'Link City of Fort Worth' }).click();
    await page.getByRole('dialog', { name: 'Is it really you?' }).getByLabel('Your password').fill('a-long-way-between-two-cities');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Go on as ada' }).click();
    await expect(page).toHaveURL(/\/account$/);
    await expect(page.getByText('ada@city.example')).toBeVisible();
    await axe(page);
    await shoot(page, 'provider-account');

    await page.getByRole('button', { name: 'Add an app' }).click();
    const secret = ((await page.locator('.secret').textContent()) ?? '').replaceAll(' ', '');
    await page.getByLabel('Code from the app').fill(generateSync({ secret }));
    await page.getByRole('button', { name: 'Turn it on' }).click();
    await page.getByRole('button', { name: 'I have kept them' }).click();

    await phone.goto('/sign-in?returnTo=%2Faccount');
    await goThereAs(phone, 'ada');
    await expect(phone.getByRole('heading', { level: 1, name: 'One more step' })).toBeVisible();
    await axe(phone);
    await shoot(phone, 'provider-code');
    await phone.getByLabel('Code').fill('000000');
    await phone.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(phone.getByText('This code does not fit', { exact: false })).toBeVisible();
    await phone.getByLabel('Code').fill(generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + 30 }));
    await phone.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(phone).toHaveURL(/\/account$/);
    await expect(phone.getByText('by another account').first()).toBeVisible();
    await expectNoSidewaysScroll(phone);

    await page.reload();
    await page.getByRole('button', { name: 'Unlink ada@city.example' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Unlink' }).click();
    await expect(page.getByText('ada@city.example', { exact: true })).toBeHidden();
    await phone.close();
  },
);
