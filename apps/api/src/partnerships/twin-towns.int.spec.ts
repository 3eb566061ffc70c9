// Real lists are no part of the project: where `../shared/data/twin-towns` beside the checkout is absent, those cases say so by name.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MemberActor } from '@amity/access';
import type { Job } from '@amity/interchange';
import type { Partnership, TwinTownFile } from '@amity/partnerships';
import type { Page } from '@amity/kernel';
import { aTwinTownFile, twinTownSides } from '@amity/testing';
import { multipart } from '../testing/multipart.js';
import { TestWorld } from '../testing/test-world.js';
import { TwinTowns } from './twin-towns.js';

const folder = join(import.meta.dirname, '../../../../../shared/data/twin-towns');
const itWithFiles = existsSync(folder) ? it : it.skip;
const { bonn, oxford, tateyama, lockroy } = twinTownSides;

describe('the import of twin towns', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await TestWorld.open();
  });
  afterAll(() => world.close());

  const text = aTwinTownFile([bonn, oxford], [oxford, bonn], [bonn, tateyama], [tateyama, lockroy], [bonn, { ...oxford, latitude: '' }]);
  const counts = { rows: 5, new: 3, changed: 0, unchanged: 0, repeated: 1, refused: 1, flagged: 1 };
  const told = {
    refusals: [{ row: 6, sentence: 'Row 6 leaves destinationlat blank. Fill it in and import the file again.' }],
    remarks: { populationBlank: [4, 5], countryByCoordinates: [], notInGazetteer: [5] },
  };
  const import_ = (actor: MemberActor, content: string, dryRun = false) => world.get(TwinTowns).import(actor, content, dryRun);
  const audited = async ({ organizationId }: MemberActor) =>
    (
      await world.owner.query<{ subject: string; entries: number }>(
        `select subject, count(*)::int as entries from audit.entries where organization_id = $1 and subject like 'partnerships.%' group by 1 order by 1`,
        [organizationId],
      )
    ).rows;

  it('looks without writing, writes once, and finds nothing to do the second time', async () => {
    const ada = await world.organization();
    expect(await import_(ada, text, true)).toEqual({ dryRun: true, ...counts, ...told });
    expect(await audited(ada)).toEqual([]);
    expect(await import_(ada, text)).toEqual({ dryRun: false, ...counts, ...told });
    const written = [
      { subject: 'partnerships.communities', entries: 4 },
      { subject: 'partnerships.partnerships', entries: 3 },
    ];
    expect(await audited(ada)).toEqual(written);
    expect(await import_(ada, text)).toEqual({ dryRun: false, ...counts, new: 0, unchanged: 3, ...told });
    expect(await audited(ada)).toEqual(written);
  });

  it('completes a community that lacked its population, and says so', async () => {
    const ada = await world.organization();
    await import_(ada, aTwinTownFile([bonn, lockroy]));
    const filled = await import_(ada, aTwinTownFile([bonn, { ...lockroy, population: 4 }]));
    expect([filled.new, filled.changed, filled.unchanged]).toEqual([0, 1, 0]);
  });

  it('keeps nothing when it is stopped on its way', async () => {
    const ada = await world.organization();
    const stop = world
      .get(TwinTowns)
      .import(ada, text, false, (done) => (done === 4 ? Promise.reject(new Error('stopped')) : Promise.resolve()));
    await expect(stop).rejects.toThrow('stopped');
    expect(await audited(ada)).toEqual([]);
  });

  it('refuses a file that is no such list, by the columns it lacks', async () => {
    const ada = await world.organization();
    await expect(import_(ada, 'name,city\nAda,Bonn')).rejects.toMatchObject({ code: 'partnerships.columns_missing' });
  });

  it('runs as a job from the web, first to look and then to write', async () => {
    const ada = await world.organization();
    const { body: file } = await world.call<TwinTownFile>('POST', '/api/partnerships/imports/files', {
      as: ada,
      ...multipart('towns.tsv', Buffer.from(text)),
    });
    expect(file.name).toBe('towns.tsv');
    const run = async (dryRun: boolean) => {
      const { body: job } = await world.call<Job>('POST', '/api/partnerships/imports', { as: ada, body: { fileId: file.id, dryRun } });
      return world.eventually('the job ended', async () => {
        const { body } = await world.call<Job>('GET', `/api/interchange/jobs/${job.id}`, { as: ada });
        return body.state === 'done' && body;
      });
    };
    expect((await run(true)).result).toEqual({ dryRun: true, ...counts, ...told });
    expect((await run(false)).result).toEqual({ dryRun: false, ...counts, ...told });
    const { body: page } = await world.call<Page<Partnership>>('GET', '/api/partnerships', { as: ada });
    expect(page.items.map(({ home, partner }) => `${home.name} – ${partner.name}`)).toEqual([
      'Bonn – Tateyama',
      'Oxford – Bonn',
      'Tateyama – Port Lockroy',
    ]);
    const other = await world.organization();
    expect((await world.call('POST', '/api/partnerships/imports', { as: other, body: { fileId: file.id } })).status).toBe(404);
  });

  itWithFiles.each([
    ['ireland.tsv', { rows: 145, new: 141, repeated: 4, refused: 0, flagged: 9 }],
    ['germany.tsv', { rows: 5681, new: 4904, repeated: 776, refused: 1, flagged: 516 }],
  ])('takes %s once and finds all of it again (needs ../shared/data/twin-towns)', async (name, expected) => {
    const ada = await world.organization();
    const content = readFileSync(join(folder, name), 'utf8');
    expect(await import_(ada, content)).toMatchObject({ ...expected, changed: 0, unchanged: 0 });
    expect(await import_(ada, content)).toMatchObject({ ...expected, new: 0, changed: 0, unchanged: expected.new });
  }, 60_000); // prettier-ignore
});
