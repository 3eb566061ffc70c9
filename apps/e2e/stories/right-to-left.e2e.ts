// Every page of the demo organization in the right-to-left pseudo-locale: found by following links, so a new page is visited by itself.
import type { FeedLink } from '@amity/visits';
import type { Page } from '@playwright/test';
import { delegationNamed, type Named } from '../world/demo.js';
import { send } from '../world/people.js';
import { expect, openRightToLeft, story } from '../world/story.js';

story.use({ beginning: 'demo' });

/** The addresses of the app that a page leads to. */
const linksOf = (page: Page) =>
  page.evaluate<string[]>(`[...document.querySelectorAll('a[href]')]
    .filter((link) => link.origin === location.origin && !/^\\/(api|p)\\//.test(link.pathname) && !link.hash)
    .map((link) => link.pathname)`);

/** `/visits/01a2…/x` → `/visits/:id/x`: one page, whatever it shows. */
const shapeOf = (path: string): string => path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id');

story('every page reads from right to left, in words of the language files', async ({ page, signIn }) => {
  await signIn(page, 'administrator');
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const inTown = await delegationNamed(page, 'Tamano teachers');
  const seen = new Set<string>();
  const ahead = [
    `/visits/${inTown}`,
    `/placements/${inTown}`,
    `/delegations/${inTown}/roster/import`,
    '/interchange/jobs',
    '/shortcuts',
    '/no/such/place',
  ];
  for (const list of ['hosting/households', 'partnerships', 'outcomes/indicators', 'outcomes/waves']) {
    const { items } = (await (await page.request.get(`/api/${list}`)).json()) as { items: Named[] };
    ahead.push(`/${list.replace('/households', '').replace('waves', 'surveys')}/${items[0]?.id ?? 'none'}`);
  }
  ahead.push(...(await linksOf(page)));
  for (const path of ahead) {
    if (seen.has(shapeOf(path))) continue;
    seen.add(shapeOf(path));
    await openRightToLeft(page, path);
    ahead.push(...(await linksOf(page)));
  }
  expect(seen.size).toBeGreaterThan(25);
});

story('every public page reads from right to left, in words of the language files', async ({ page, phone, signIn, mail }) => {
  await signIn(page, 'coordinator');
  const visit = (await (
    await page.request.get(`/api/visits/of-delegation/${await delegationNamed(page, 'Tamano teachers')}`)
  ).json()) as Named;
  const feed = (await (await send(page.request, `/api/visits/${visit.id}/feed`)).json()) as FeedLink;
  const offer = await mail('okafor@example.org', /^A guest for the Okafor family/);
  const survey = await mail('@', /questions for you/);
  await phone.goto('/sign-in');
  for (const address of ['/sign-in', '/p/harbor-city/host', '/p/nowhere', feed.pageUrl, offer.links[0] ?? '', survey.links[0] ?? ''])
    await openRightToLeft(phone, address);
});
