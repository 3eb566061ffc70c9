// The tour of the README through the demo organization: what a newcomer sees first, without one complaint of the browser.
// Its pictures are the README's.
import { delegationNamed, type Named } from '../world/demo.js';
import { send } from '../world/people.js';
import { axe, expect, shoot, story } from '../world/story.js';

story.use({ beginning: 'demo' });

story('a coordinator looks around', async ({ page, signIn }) => {
  await signIn(page, 'coordinator');
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await expect(page.getByText('Needs a person')).toBeVisible();
  await expect(page.getByText('7 guests asleep in 6 homes tonight')).toBeVisible();
  await expect(page.getByRole('link', { name: /Lunch with counterpart teachers/ })).toBeVisible();
  await axe(page);
  await shoot(page, 'tour-today');
  await page.getByRole('link', { name: 'Find families' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Punta Arenas youth sailing' })).toBeVisible();
  await expect(page.getByText('6 of 10 placed')).toBeVisible();
  await axe(page);
  await shoot(page, 'tour-placements');

  const inTown = await delegationNamed(page, 'Tamano teachers');
  await page.goto(`/visits/${inTown}`);
  await expect(page.getByText('Welcome at City Hall').first()).toBeVisible();
  await axe(page);
  await shoot(page, 'tour-visit-week');

  for (const place of ['delegations', 'visits', 'hosting', 'placements', 'partnerships', 'people']) {
    await page.goto(`/${place}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await axe(page);
  }
});

story('the pocket itinerary of a guest', async ({ page, phone, signIn }) => {
  await signIn(page, 'coordinator');
  const visit = await page.request.get(`/api/visits/of-delegation/${await delegationNamed(page, 'Tamano teachers')}`);
  const { id } = (await visit.json()) as Named;
  const feed = await send(page.request, `/api/visits/${id}/feed`);
  const token = /feeds\/([\w-]+)\.ics/.exec(await feed.text())?.[1] ?? '';
  await phone.goto(`/p/itinerary#${token}`);
  await expect(phone.getByRole('heading', { level: 1 })).toBeVisible();
  await axe(phone);
  await shoot(phone, 'tour-pocket');
});

story('a family begins to sign up', async ({ phone }) => {
  await phone.goto('/p/harbor-city/host');
  await expect(phone.getByRole('heading', { level: 1 })).toBeVisible();
  await shoot(phone, 'tour-host-sign-up');
});

story('a program officer looks at outcomes', async ({ page, signIn }) => {
  await signIn(page, 'officer');
  await page.goto('/outcomes');
  await expect(page.getByRole('heading', { level: 1, name: 'Outcomes' })).toBeVisible();
  await axe(page);
  await shoot(page, 'tour-outcomes');
});
