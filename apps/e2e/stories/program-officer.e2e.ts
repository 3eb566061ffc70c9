// The program officer: an aim, a survey by personal links, a result with the number of people behind it, and the report on paper
// and as a workbook. Six delegates answer, one of them on a phone; with four answers nothing is shown yet.
import type { Me } from '@amity/access';
import type { Page } from '@playwright/test';
import { agreeToSurveys, fillRoster, planDelegation } from '../world/program.js';
import { axe, download, expect, shoot, story } from '../world/story.js';

const delegates = [
  ['Aiko', 'Tanaka'],
  ['Haruto', 'Sato'],
  ['Yuki', 'Mori'],
  ['Ren', 'Abe'],
  ['Mei', 'Kato'],
  ['Sora', 'Ito'],
] as const;

/** Today's date where the organization is, and the day some days later. */
async function days(page: Page, later: number): Promise<[string, string]> {
  const { organization } = (await (await page.request.get('/api/access/me')).json()) as Me;
  const on = (date: Date) => new Intl.DateTimeFormat('en-CA', { timeZone: organization.zone }).format(date);
  return [on(new Date()), on(new Date(Date.now() + later * 86_400_000))];
}

async function aim(page: Page): Promise<void> {
  await page.goto('/outcomes');
  await expect(page.getByRole('heading', { level: 1, name: 'Outcomes' })).toBeVisible();
  await axe(page);
  await page.getByRole('link', { name: 'New indicator' }).first().click();
  await page.getByLabel('Name').fill('Lesson plans written together');
  await page.getByLabel('Unit').fill('plans');
  await page.getByLabel('Baseline').fill('0');
  await page.getByLabel('Target').fill('12');
  await axe(page);
  await page.getByRole('button', { name: 'Add the indicator' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Lesson plans written together' })).toBeVisible();
}

async function openSurvey(page: Page, delegationId: string): Promise<void> {
  const [today, closes] = await days(page, 30);
  await page.goto(`/outcomes/surveys/new?delegationId=${delegationId}`);
  await page.getByLabel('Instrument').selectOption({ label: 'Program experience' });
  await page.getByLabel('Moment').selectOption({ label: 'After the visit' });
  await page.getByLabel('Opens on').fill(today);
  await page.getByLabel('Closes on').fill(closes);
  await page.getByRole('button', { name: 'Open the survey and invite everybody' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Program experience' })).toBeVisible();
}

/** As the page of a phone would send it. */
async function answer(page: Page, link: string, satisfaction: number): Promise<void> {
  const answers = [
    { key: 'satisfaction', number: satisfaction },
    { key: 'learning', number: 4 },
    { key: 'used_since', number: 3 },
  ];
  const sent = await page.request.post('/api/outcomes/surveys/mine/answers', {
    headers: { 'x-amity-link': link.split('#')[1] ?? '' },
    data: { answers },
  });
  expect(sent.status(), await sent.text()).toBe(201);
}

/** One screen on; done when the page says another step, so that nobody presses a button that is about to go. */
async function next(phone: Page): Promise<void> {
  const heading = phone.getByRole('heading', { level: 1 });
  const before = (await heading.textContent()) ?? '';
  await phone.getByRole('button', { name: 'Next' }).click();
  await expect(heading).not.toHaveText(before);
}

async function answerOnThePhone(phone: Page, link: string): Promise<void> {
  await phone.goto(link);
  await expect(phone.getByRole('heading', { level: 1, name: 'Program experience' })).toBeVisible();
  await axe(phone);
  await phone.getByRole('button', { name: 'Begin' }).click();
  await expect(phone.getByRole('heading', { level: 1 })).toContainText('Step 1 of'); // from here on a question is shown or is not
  for (const question of [/worth the time/, /could not have learned/, /have used what I learned/]) {
    const group = phone.getByRole('radiogroup', { name: question });
    if (!(await group.isVisible())) await next(phone);
    await group.locator('label', { hasText: '5' }).first().click();
  }
  await axe(phone);
  await shoot(phone, 'survey');
  const send = phone.getByRole('button', { name: 'Send my answers' });
  while (!(await send.isVisible())) await next(phone);
  await send.click();
  await expect(phone.getByRole('heading', { level: 1, name: 'Thank you' })).toBeVisible();
  await phone.reload();
  await expect(phone.getByRole('heading', { level: 1, name: 'Your answers are here already' })).toBeVisible();
}

story('an aim, a survey, a result with its n, and the report', async ({ page, phone, setUp, mail }) => {
  await setUp(page);
  const delegation = await planDelegation(page);
  await fillRoster(page, delegation, delegates);
  await agreeToSurveys(page, delegation);
  await aim(page);
  await openSurvey(page, delegation.id);

  const results = page.url();
  const link = async (given: string, family: string) =>
    (await mail(`${given}.${family}@example.org`.toLowerCase(), /./)).links.find((each) => each.includes('/p/survey#')) ?? '';
  const [first, ...others] = delegates;
  await answerOnThePhone(phone, await link(...first));
  for (const [index, [given, family]] of others.entries()) {
    await answer(page, await link(given, family), 3 + (index % 3));
    if (index === 2) {
      await page.goto(results);
      await expect(page.getByText(/Withheld: fewer than five people/).first()).toBeVisible();
    }
  }

  await page.goto(results);
  await expect(page.getByText(/n = 6/).first()).toBeVisible();
  await expect(page.getByText(/change, not impact/)).toBeVisible();
  await axe(page);
  await shoot(page, 'survey-results');

  await page.goto('/outcomes');
  const paper = await download(page, () => page.getByRole('link', { name: 'Report PDF' }).click());
  expect([paper.name.endsWith('.pdf'), paper.bytes.subarray(0, 5).toString('latin1')]).toEqual([true, '%PDF-']);
  const workbook = await download(page, () => page.getByRole('link', { name: 'Report XLSX' }).click());
  expect([workbook.name.endsWith('.xlsx'), workbook.bytes.subarray(0, 2).toString('latin1')]).toEqual([true, 'PK']);
});
