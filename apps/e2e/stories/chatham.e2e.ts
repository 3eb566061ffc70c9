// A delegation is put under the Chatham House rule by one coordinator; another one sees no name anywhere; loosening is refused with
// the list of whose consent is missing, and goes through once everybody has agreed.
import { fillRoster, planDelegation } from '../world/program.js';
import { axe, expect, expectNoSidewaysScroll, reopenRightToLeft, shoot, story } from '../world/story.js';

story.use({ beginning: 'demo' });

story('a delegation whose names stay inside', async ({ page, signIn, visitor, watch }) => {
  watch.expect(/409 POST \/api\/delegations\/[0-9a-f-]+\/rule/, /403 GET \/api\/placements\/delegations/);
  await page.goto('/');
  await signIn(page, 'administrator');
  const talks = await planDelegation(page, null, { name: 'Lakeside dialogue', track: 2, programFormat: 'track_two_dialogue' });
  await fillRoster(page, talks, [
    ['Quintavia', 'Zobelberg'],
    ['Ilan', 'Marouf'],
  ]);

  await page.goto(`/delegations/${talks.id}/names`);
  await expect(page.getByText('In force')).toBeVisible();
  await page.getByRole('button', { name: 'Tighten to Chatham House' }).click();
  await expect(page.getByText('The rule is now: Chatham House.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Loosen to Public' })).toBeVisible();
  await axe(page);
  await expectNoSidewaysScroll(page);
  await shoot(page, 'chatham-names');

  const other = await visitor();
  await other.goto('/');
  await signIn(other, 'coordinator');
  await other.goto(`/delegations/${talks.id}/roster`);
  await expect(
    other.getByText('The names of this delegation are shown to its attendees and to staff who need to know them.'),
  ).toBeVisible();
  await axe(other);
  await shoot(other, 'chatham-withheld');
  for (const address of [
    `/delegations/${talks.id}`,
    `/delegations/${talks.id}/names`,
    `/visits/${talks.id}`,
    `/placements/${talks.id}`,
    '/people?q=Zobelberg',
    '/',
  ]) {
    await other.goto(address);
    await expect(other.getByRole('main')).toBeVisible();
    await other.waitForLoadState('networkidle');
    await expect(other.getByText(/Quintavia|Zobelberg|Marouf/)).toHaveCount(0);
  }
  await other.goto(`/visits/${talks.id}`);
  await expect(other.getByText('Chatham House').first()).toBeVisible();
  await axe(other);
  await shoot(other, 'chatham-visit');

  await page.getByRole('button', { name: 'Loosen to Public' }).click();
  await expect(page.getByText('2 of 2 still to agree.')).toBeVisible();
  await page.getByRole('button', { name: 'Loosen to Public' }).last().click();
  await expect(page.getByRole('alert')).toContainText('It is missing from Marouf Ilan, Zobelberg Quintavia.');
  await axe(page);
  await shoot(page, 'chatham-loosening');
  for (const left of [1, 0]) {
    await page
      .getByRole('button', { name: /^Record consent/ })
      .first()
      .click();
    await expect(page.getByText(left === 0 ? 'Everybody agreed.' : '1 of 2 still to agree.')).toBeVisible();
  }
  await page.getByRole('button', { name: 'Loosen to Public' }).last().click();
  await expect(page.getByText('The rule is now: Public.')).toBeVisible();
  await reopenRightToLeft(page);
});
