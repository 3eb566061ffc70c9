// The frame around every page, as an administrator walks through it: each place of the rail, the palette, the themes, the
// pseudo-language, an address that leads nowhere. All of it under the content security policy of the real server: a script, a style
// or a string that it stops is a complaint, and a complaint fails the story.
import type { Page } from '@playwright/test';
import { enter, send } from '../world/people.js';
import { importRoster, planDelegation } from '../world/program.js';
import type { Server } from '../world/server.js';
import { axe, expect, expectNoSidewaysScroll, reopenRightToLeft, shoot, story } from '../world/story.js';

/** The addresses the rail leads to, in its order. */
async function places(page: Page): Promise<string[]> {
  const links = page.getByRole('navigation', { name: 'Main' }).getByRole('link');
  await expect(links.first()).toBeVisible();
  const addresses = await Promise.all((await links.all()).map((link) => link.getAttribute('href')));
  return addresses.map((address) => new URL(address ?? '', page.url()).pathname);
}

/** A letter to a family, a person who was changed, a job that was done and one that was refused. */
async function something(page: Page, server: Server): Promise<void> {
  const ask = async <T>(method: string, path: string, data: unknown, headers: Record<string, string> = {}): Promise<T> => {
    const answer = await send(page.request, `${server.url}/api/${path}`, { method, data, headers });
    if (!answer.ok()) throw new Error(`${method} ${path} answered ${answer.status()}: ${await answer.text()}`);
    return (answer.status() === 204 ? null : await answer.json()) as T;
  };
  const person = await ask<{ id: string }>('POST', 'people', { givenName: 'Yuki', familyName: 'Sato', languages: ['ja', 'en'] });
  const changed = { givenName: 'Yuki', familyName: 'Sato', nameOrder: 'family_first', birthDate: '1984-03-09', email: 'yuki@example.org' };
  await ask('PUT', `people/${person.id}`, { ...changed, languages: ['ja'], worksAt: 'City of Nagaoka' }, { 'if-match': '"1"' });

  const { me } = await ask<{ me: { organization: { slug: string } } }>('GET', 'access/session', undefined);
  const { token } = await ask<{ token: string }>('POST', 'hosting/sign-ups', { slug: me.organization.slug });
  const asFamily = { 'x-amity-link': token };
  const family = { draft: { givenName: 'Maria', familyName: 'Garza', email: 'maria@example.org' }, step: 1 };
  await ask('PATCH', 'hosting/sign-ups/mine', family, { ...asFamily, 'if-match': '"1"' });
  await ask('POST', 'hosting/sign-ups/mine/resume-link', undefined, asFamily);

  for (const [name, text] of Object.entries(twinTowns)) {
    const sent = await send(page.request, `${server.url}/api/partnerships/imports/files`, {
      multipart: { file: { name, mimeType: 'text/tab-separated-values', buffer: Buffer.from(text) } },
    });
    await ask('POST', 'partnerships/imports', { fileId: ((await sent.json()) as { id: string }).id, dryRun: false });
  }
}

const columns =
  'origincityLabel origincountry originlat originlong originpopulation sistercityLabel destinationlat destinationlong ' +
  'destinationpopulation destination_countryLabel dist eu';
const twinTowns = {
  'twin-towns.tsv': [columns.split(' '), ['Cork', 'Ireland', '51.9', '-8.47', '', 'Cologne', '50.94', '6.96', '', 'Germany', '1', 'EU']]
    .map((row) => row.join('\t'))
    .join('\n'),
  'shopping-list.tsv': 'bread\tmilk\n1\t2',
};

story('every place of the rail opens, at a desk and from the keyboard', async ({ page, server }) => {
  await enter(page, server);
  await page.goto('/');
  const all = await places(page);
  expect(all).toEqual(expect.arrayContaining(['/messages', '/audit']));
  for (const place of all) {
    await page.getByRole('navigation', { name: 'Main' }).locator(`a[href="${place}"]`).click();
    await expect(page).toHaveURL(new RegExp(`^[^?]*${place}`));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await axe(page);
  }
});

story('messages, history and jobs on every screen', async ({ page, server }) => {
  await enter(page, server);
  await something(page, server);
  for (const { address, heading, name, ready, sheet } of [
    { address: '/messages/outbox', heading: 'Messages', name: 'messages-outbox', ready: 'Kept here', sheet: true },
    { address: '/audit', heading: 'History', name: 'history', ready: 'Person Yuki Sato changed', sheet: true },
    { address: '/interchange/jobs', heading: 'Jobs', name: 'jobs', ready: 'Failed', sheet: false },
  ]) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await expect(page.getByText(ready, { exact: true }).first()).toBeVisible({ timeout: 20_000 });
    await axe(page);
    await expectNoSidewaysScroll(page);
    await shoot(page, name);
    if (sheet) {
      const row = page.getByRole('row').filter({ hasText: ready }).first();
      await row.getByRole('button').click();
      await expect(row.getByRole('button')).toHaveAttribute('aria-current', 'true');
      await axe(page);
      await shoot(page, `${name}-sheet`);
    }
    await page.goto(address);
    await reopenRightToLeft(page);
    await page.goto(`${address}?lang=en`);
  }
});

story('a letter that is kept is followed from its page', async ({ page, server, context }) => {
  await enter(page, server);
  await something(page, server);
  await page.goto('/messages/outbox');
  await page.getByRole('row').filter({ hasText: 'maria@example.org' }).first().getByRole('button').click();
  const [opened] = await Promise.all([context.waitForEvent('page'), page.getByRole('link', { name: /^Open the link/ }).click()]);
  await expect(opened).toHaveURL(new RegExp(`^${server.url}/p/`));
  await opened.close();
  await page.getByRole('button', { name: /^Copy the link/ }).click();
  await expect(page.getByText('The link is copied.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/messages\/outbox$/);
});

story('the history of one record is an address of its own', async ({ page, server }) => {
  await enter(page, server);
  await something(page, server);
  await page.goto('/audit');
  await page.getByRole('row').filter({ hasText: 'Person Yuki Sato changed' }).first().getByRole('button').click();
  await page.getByRole('button', { name: 'All changes of this record' }).click();
  await expect(page).toHaveURL(/subjectId=/);
  await page.reload();
  await expect(page.getByText('Only changes of one record are shown: Person Yuki Sato.')).toBeVisible();
  await expect(page.getByText('2 in all')).toBeVisible();
  await page.getByRole('button', { name: 'Show every change' }).click();
  await expect(page).not.toHaveURL(/subjectId=/);
});

story('the palette finds a place, the shortcuts page opens with a key', async ({ page, server }) => {
  await enter(page, server);
  await page.goto('/audit');
  await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await axe(page);
  await page.keyboard.type('jobs');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Jobs' })).toBeFocused();
  await page.keyboard.press('?');
  await expect(page.getByRole('heading', { level: 1, name: 'Keyboard shortcuts' })).toBeVisible();
  await axe(page);
});

story('the theme is chosen once and stays', async ({ page, server }) => {
  await enter(page, server);
  await page.goto('/shortcuts');
  await page.getByRole('button', { name: 'Account of Ada Administrator' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await axe(page);
});

story('a job that takes long is found after a reload, says how far it is, and is cancelled whole', async ({ page, server }) => {
  await enter(page, server);
  const delegation = await planDelegation(page, null, { name: 'Choir of twenty thousand' });
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await importRoster(page, delegation, 20_000);
  await page.reload(); // nothing of it is remembered in the browser
  const chip = page.getByRole('button', { name: '1 running' });
  await chip.click();
  await expect(page.getByText(/^[1-9]\d* of 20000$/)).toBeVisible({ timeout: 30_000 });
  await axe(page);
  await shoot(page, 'jobs-running');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(chip).toHaveCount(0, { timeout: 30_000 });
  await page.goto('/interchange/jobs');
  await expect(page.getByText('Stopped', { exact: true })).toBeVisible();
  const roster = await page.request.get(`/api/delegations/${delegation.id}/roster`);
  expect(((await roster.json()) as { items: unknown[] }).items).toEqual([]);
});

story('an address that leads nowhere says so', async ({ page, server }) => {
  await enter(page, server);
  await page.goto('/no/such/place');
  await expect(page.getByRole('heading', { level: 1, name: 'This page does not exist' })).toBeVisible();
  await axe(page);
  await page.getByRole('link', { name: 'Go to the start page' }).click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
});

story('the policy bites: what comes without the nonce does not run', async ({ page, server, watch, request }) => {
  await enter(page, server);
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  const tried = await page.evaluate(`(() => {
    const script = document.createElement('script');
    try { script.textContent = 'window.ran = true'; document.head.append(script); } catch (refused) { return [refused.name, window.ran]; }
    return ['', window.ran];
  })()`);
  expect(tried).toEqual(['TypeError', undefined]); // a string may not become a script at all
  await page.evaluate(`document.head.append(Object.assign(document.createElement('style'), { textContent: 'body { display: none }' }))`);
  await expect(page.locator('body')).toBeVisible();
  watch.expect(/^console: .*'TrustedScript' assignment/, /^policy: .*style-src/);
  const gone = await request.get('/assets/gone.png', { headers: { accept: 'text/html' } });
  expect([gone.status(), gone.headers()['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8']);
});
