import { DataSource } from 'typeorm';
import { ChainTheLog1763800013100 } from '../database/migrations/1763800013100-chain-the-log.js';
import { EraseFromTheLog1763800019000 } from '../database/migrations/1763800019000-erase-from-the-log.js';
import { RenameWhatWasWritten1763800017100 } from '../database/migrations/1763800017100-rename-what-was-written.js';
import { SayWhy1763800013000 } from '../database/migrations/1763800013000-say-why.js';
import { Tenants } from '../database/tenants.js';
import { addPeople } from '../testing/someone.js';
import { TestWorld } from '../testing/test-world.js';
import { Chains } from './chain.service.js';
import { CheckpointFile } from './checkpoint-file.js';

const steps = [
  new SayWhy1763800013000(),
  new ChainTheLog1763800013100(),
  new RenameWhatWasWritten1763800017100(),
  new EraseFromTheLog1763800019000(),
];

describe('a log from before there was a chain', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await TestWorld.open();
  });
  afterAll(() => world.close());

  it('is chained as it was shown, each organization for itself, and goes on from there', async () => {
    const organizations = [await world.organization(), await world.organization()];
    const tenants = world.get(Tenants);
    for (const as of organizations) await tenants.write(as, (tx) => addPeople(tx, 4));
    const inOrder = `select organization_id, id, action, subject_id, after from audit.entries order by organization_id, id`;
    const before = (await world.owner.query<Record<string, unknown>>(inOrder)).rows;

    const owner = await new DataSource({ type: 'postgres', url: world.database.ownerUrl, installExtensions: false }).initialize();
    try {
      const runner = owner.createQueryRunner();
      await runner.connect();
      await runner.startTransaction();
      for (const step of steps.toReversed()) await step.down(runner);
      for (const step of steps) await step.up(runner);
      await runner.commitTransaction();
      await runner.release();
    } finally {
      await owner.destroy();
    }

    expect((await world.owner.query<Record<string, unknown>>(inOrder)).rows).toEqual(before);
    expect((await world.owner.query(`select id from audit.entries order by organization_id, number`)).rows).toEqual(
      before.map(({ id }) => ({ id })),
    );
    for (const as of organizations) await tenants.write(as, (tx) => addPeople(tx, 2));
    const verdicts = [];
    for await (const verdict of new Chains(world.get(DataSource), world.get(Tenants), new CheckpointFile('/nowhere/at-all.jsonl')).verify())
      verdicts.push(verdict);
    expect(verdicts).toEqual(
      ['organization-1', 'organization-2'].map((organization) => ({ organization, entries: 7, checkpoints: 0, broken: null })),
    );
  });
});
