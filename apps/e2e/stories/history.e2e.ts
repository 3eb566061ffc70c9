// Who did what: an administrator narrows the history, takes it away as a file with a reason, and finds that written down; a record
// shows its own last changes and leads to all of them.
import { send } from '../world/people.js';
import { planDelegation } from '../world/program.js';
import { axe, download, expect, expectNoSidewaysScroll, reopenRightToLeft, shoot, story } from '../world/story.js';

story('the history is narrowed, taken away with a reason, and remembers that', async ({ page, setUp }) => {
  await setUp(page);
  const delegation = await planDelegation(page);
  for (const familyName of ['Sato', '=HYPERLINK("http://evil")'])
    await send(page.request, '/api/people', { data: { givenName: 'Yuki', familyName, languages: ['ja'] } });

  await page.goto('/audit');
  await expect(page.getByText('Person Yuki Sato added').first()).toBeVisible();
  await page.getByLabel('Who, or for whom').fill('ada');
  await page.getByLabel('To which record').selectOption('people');
  await expect(page).toHaveURL(/who=ada/);
  await expect(page).toHaveURL(/subject=people/);
  await expect(page.getByText('Delegation Tateyama teachers added')).toHaveCount(0);
  await axe(page);
  await shoot(page, 'history-narrowed');

  await page.reload();
  await expect(page.getByLabel('Who, or for whom')).toHaveValue('ada');
  await expect(page.getByLabel('To which record')).toHaveValue('people');

  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('2 entries will be in the file')).toBeVisible();
  await dialog.getByRole('button', { name: 'Export' }).click();
  await expect(dialog.getByText('Not saved yet. Please look at this:')).toBeVisible();
  await dialog.getByLabel('Why is this file needed?').fill('Asked for by the auditor');
  await axe(page);
  await shoot(page, 'history-export');
  await dialog.getByLabel('Form', { exact: true }).selectOption('csv');
  const file = await download(page, () => dialog.getByRole('button', { name: 'Export' }).click());
  expect(file.name).toBe('History.csv');
  expect(file.bytes.toString('utf8').trim().split('\r\n')).toHaveLength(3);

  await page.getByLabel('To which record').selectOption('audit');
  await expect(page.getByText('Asked for by the auditor').first()).toBeVisible();
  await page.getByLabel('Reason contains').fill('a reason nobody gave');
  await expect(page.getByText('Nothing was done that fits.')).toBeVisible();
  await shoot(page, 'history-empty');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page.getByText('Delegation Tateyama teachers added').first()).toBeVisible();
  await reopenRightToLeft(page);

  await page.goto(`/delegations/${delegation.id}?lang=en`);
  await expect(page.getByRole('heading', { name: 'History' })).toBeVisible();
  await axe(page);
  await expectNoSidewaysScroll(page);
  await shoot(page, 'delegation-history');
  await page.getByRole('link', { name: 'The whole history: one entry' }).click();
  await expect(page.getByText('Only changes of one record are shown: Delegation Tateyama teachers.')).toBeVisible();
});
