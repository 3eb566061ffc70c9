import type { Job } from '@amity/interchange';
import { DomainError } from '@amity/kernel';
import { Tenants } from '../database/tenants.js';
import { TestWorld } from '../testing/test-world.js';
import { Jobs } from './jobs.js';

describe('jobs', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await TestWorld.open();
    const jobs = world.get(Jobs);
    jobs.register('test.count', async (_actor, _input, report) => {
      for (let i = 1; i <= 5; i++) await report(i, 5);
      return { counted: 5 };
    });
    jobs.register('test.endless', async (_actor, _input, report) => {
      for (let i = 0; ; i = Math.min(i + 1, 99)) {
        await report(i, 100);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    });
    jobs.register('test.refused', () => Promise.reject(new DomainError('kernel.unknown', { what: 'file' })));
  });
  afterAll(() => world.close());

  const start = (actor: Awaited<ReturnType<TestWorld['organization']>>, kind: `test.${string}`) =>
    world.get(Tenants).write(actor, (tx) => world.get(Jobs).start(tx, kind, 'Counting', {}));
  const ended = (actor: Awaited<ReturnType<TestWorld['organization']>>, id: string) =>
    world.eventually('the job ended', async () => {
      const { body } = await world.call<Job>('GET', `/api/interchange/jobs/${id}`, { as: actor });
      return ['done', 'failed', 'cancelled'].includes(body.state) && body;
    });

  it('run, say how far they are, and leave a result', async () => {
    const actor = await world.organization();
    const job = await ended(actor, (await start(actor, 'test.count')).id);
    expect([job.state, job.done, job.total, job.result]).toEqual(['done', 5, 5, { counted: 5 }]);
  });

  it('stop when somebody cancels', async () => {
    const actor = await world.organization();
    const { id } = await start(actor, 'test.endless');
    await world.eventually(
      'it runs',
      async () => (await world.call<Job>('GET', `/api/interchange/jobs/${id}`, { as: actor })).body.done > 2,
    );
    expect((await world.call<Job>('POST', `/api/interchange/jobs/${id}/cancel`, { as: actor, body: {} })).body.cancelRequested).toBe(true);
    expect((await ended(actor, id)).state).toBe('cancelled');
  });

  it('say why they failed', async () => {
    const actor = await world.organization();
    const job = await ended(actor, (await start(actor, 'test.refused')).id);
    expect([job.state, job.problem?.code]).toEqual(['failed', 'kernel.unknown']);
  });

  it('are invisible to another organization', async () => {
    const actor = await world.organization();
    const { id } = await start(actor, 'test.count');
    expect((await world.call('GET', `/api/interchange/jobs/${id}`, { as: await world.organization() })).status).toBe(404);
  });
});
