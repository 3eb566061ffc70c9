// A coordinator keeps a passport and a health note of a person, in confidence: asked what for, shown for a moment, hidden again by
// itself, and on record.
import { axe, expect, expectNoSidewaysScroll, shoot, story } from '../world/story.js';

story.use({ beginning: 'demo' });

story('what is told in confidence', async ({ page, signIn, watch }) => {
  watch.expect(/422 POST \/api\/privacy\/people\/[0-9a-f-]+\/facts/); // a number that was forgotten
  await signIn(page, 'coordinator');
  await page.goto('/people');
  await page.getByRole('searchbox').fill('Tanaka');
  await page
    .getByRole('row', { name: /Tanaka/ })
    .first()
    .click();
  const section = page.getByRole('region', { name: 'Sensitive' });
  await expect(section.getByText('Nothing is kept here yet')).toBeVisible();
  await axe(page);

  const show = async (purpose: string): Promise<void> => {
    await section.getByLabel('What do you need it for?').selectOption(purpose);
    await section.getByRole('button', { name: 'Show' }).click();
  };
  await show('Travel and visas');
  await section.getByRole('button', { name: 'Add an entry' }).click();
  await section.getByRole('button', { name: 'Save' }).click();
  await expect(section.getByText('Write the number as it stands on the document.')).toBeVisible();
  await section.getByLabel('Number').fill('TK 482-0913');
  await section.getByLabel('Issued by').fill('jp');
  await section.getByLabel('Expires').fill('2031-04-30');
  await shoot(page, 'sensitive-form');
  await axe(page);
  await section.getByRole('button', { name: 'Save' }).click();
  await expect(section.getByText('TK 482-0913')).toBeVisible();

  await section.getByRole('button', { name: 'Add an entry' }).click();
  await section.getByLabel('Kind').selectOption('Health');
  await section.getByLabel('What was told').fill('Penicillin allergy. Carries an adrenaline pen in the day bag.');
  await section.getByRole('button', { name: 'Save' }).click();
  await expect(section.getByText('Penicillin allergy')).toBeVisible();
  await shoot(page, 'sensitive-open');
  await axe(page);

  await page.evaluate(`window.dispatchEvent(new Event('blur'))`);
  await expect(section.getByText('TK 482-0913')).toBeHidden();
  await expect(section.getByText('2 entries are kept sealed.')).toBeVisible();
  await show('Health and safety');
  await expect(section.getByText('Penicillin allergy')).toBeVisible();
  await section.getByRole('button', { name: 'Hide now' }).click();
  await section.getByText('Who has read this (1)').click();
  await expect(section.getByText('Health and safety: Health, Identity document')).toBeVisible();
  await shoot(page, 'sensitive-locked');
  await axe(page);
  await page.setViewportSize({ width: 320, height: 740 });
  await expectNoSidewaysScroll(page);
});

story('consents, recorded by a coordinator and decided by the person', async ({ page, signIn, watch }) => {
  watch.expect(/422 POST \/api\/privacy\/people\/[0-9a-f-]+\/consents/); // nobody said how it is known
  await signIn(page, 'coordinator');
  await page.goto('/people');
  await page.getByRole('searchbox').fill('Tanaka');
  await page
    .getByRole('row', { name: /Tanaka/ })
    .first()
    .click();
  const section = page.getByRole('region', { name: 'Consents' });
  await section.getByRole('button', { name: 'Record consent: Surveys' }).click();
  await section.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(section.getByText('Say how you know')).toBeVisible();
  await section.getByLabel('How do you know?').fill('signed form of May 3');
  await shoot(page, 'consents-form');
  await section.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(section.getByRole('button', { name: 'Record withdrawal: Surveys' })).toBeVisible();
  await section.getByRole('button', { name: 'Make a personal link' }).click();
  const link = await section.getByLabel('Personal link').inputValue();
  await axe(page);

  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your consents');
  await page.getByRole('button', { name: 'I agree: Photos and videos' }).click();
  await expect(page.getByRole('button', { name: 'I take it back: Photos and videos' })).toBeVisible();
  await page.getByRole('button', { name: 'I take it back: Surveys' }).click();
  await expect(page.getByText(/Taken back on/)).toBeVisible();
  await shoot(page, 'consents-mine');
  await axe(page);
  await page.setViewportSize({ width: 320, height: 740 });
  await expectNoSidewaysScroll(page);
});

story('who may not read it does not see that it is there', async ({ page, signIn }) => {
  await signIn(page, 'officer');
  await page.goto('/people');
  await page.getByRole('row').nth(1).click();
  await expect(page.getByRole('heading', { level: 2 })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Sensitive' })).toHaveCount(0);
});
