// Two organizations in one installation: the umbrella asks, the chapter agrees, the umbrella reads numbers and no names, and the chapter
// ends it. The chapter is the demo organization, so that there is something to count.
import type { Page } from '@playwright/test';
import { axe, expect, expectNoSidewaysScroll, reopenRightToLeft, shoot, story } from '../world/story.js';

story.use({ beginning: 'demo' });

const [umbrella, chapter] = ['National Association', 'Harbor City Sister Cities'];

/** From wherever the sign-in led to, to one of the organizations of the account. */
async function workIn(page: Page, organization: string): Promise<void> {
  await page.goto('/settings/chapters');
  const bar = page.getByRole('banner');
  await bar.getByRole('button', { name: new RegExp(`${umbrella}|${chapter}`) }).click();
  await page.getByRole('menuitem', { name: organization }).click();
  await expect(bar.getByRole('button', { name: organization })).toBeVisible();
  await expect(page).toHaveURL(/\/today$/);
  await page.goto('/settings/chapters');
}

story('an umbrella sees sums, once both sides agree', async ({ page, visitor, signIn, server, watch }) => {
  watch.expect(/404 POST \/api\/access\/affiliations/); // an address that nobody has
  const said = await server.command(
    ...['access', 'add-organization', '--name', umbrella, '--address', 'national', '--zone', 'America/New_York'],
    ...['--administrator', 'admin@example.org'],
  );
  expect(said).toContain('National Association is here.');
  const member = await visitor();
  for (const each of [page, member]) await signIn(each, 'administrator');

  await workIn(page, umbrella);
  await expect(page.getByText('No other organization is tied to yours.', { exact: false })).toBeVisible();
  await shoot(page, 'chapters-empty');
  await axe(page);
  await page.getByRole('button', { name: 'Add an organization' }).click();
  const sheet = page.getByRole('region', { name: 'Add an organization' });
  await sheet.getByText('Our chapter', { exact: true }).click();
  await sheet.getByLabel('Its address').fill('harbour-city');
  await sheet.getByRole('button', { name: 'Add it' }).click();
  await expect(sheet.getByText('There is no organization at this address.')).toBeVisible();
  await shoot(page, 'chapters-sheet');
  await axe(page);
  await sheet.getByLabel('Its address').fill('harbor-city');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Waits for them')).toBeVisible();

  await workIn(member, chapter);
  await expect(member.getByText('would like to see your figures', { exact: false })).toBeVisible();
  await shoot(member, 'chapters-asked');
  await axe(member);
  await member.getByRole('button', { name: `Show our figures ${umbrella}` }).press('Enter');
  await expect(member.getByText('It sees your figures, and nothing else.', { exact: false })).toBeVisible();

  await page.reload();
  const row = page.getByRole('row', { name: new RegExp(chapter) });
  await expect(row).toBeVisible();
  await expect(row.getByRole('cell').first()).toHaveText('2'); // partnerships of the demo organization
  await shoot(page, 'chapters');
  await axe(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page);
  await page.reload();
  await expect(page.getByRole('link', { name: 'Chapters', exact: true })).toBeInViewport({ ratio: 1 }); // the tabs scroll to it
  await page.setViewportSize({ width: 1440, height: 900 });
  const lastYear = String(new Date().getFullYear() - 1);
  await page.getByLabel('Year').selectOption(lastYear);
  await expect(page).toHaveURL(new RegExp(`year=${lastYear}`));
  await expect(page.getByText(`Dec 31, ${lastYear}`, { exact: false })).toBeVisible();

  await member.getByRole('button', { name: `End it ${umbrella}` }).click();
  await member.getByRole('button', { name: 'End it', exact: true }).click();
  await expect(member.getByText('Waits for you')).toBeVisible();
  await member.getByRole('button', { name: `Decline ${umbrella}` }).click();
  await expect(member.getByText('You declined', { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByText('They declined', { exact: true })).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);
  await reopenRightToLeft(page);
});
