// Runs jobs. The work itself is an area's: it registers a kind and a runner. A runner reports progress, and its report
// is where a cancel reaches it. What a runner changes it changes in one transaction of its own, so a cancelled or failed
// job leaves nothing half done; a worker that dies is followed by another try.
import { randomUUID } from 'node:crypto';
import type { Actor } from '@amity/access';
import type { Job, JobQuery } from '@amity/interchange';
import { DomainError, type Id } from '@amity/kernel';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Queue, type QueuedWork } from '../database/queue.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { problemOf } from '../http/problem.filter.js';
import { JobEntity } from './job.entity.js';

/** @returns the job's result, stored with it. `report` throws when somebody asked to cancel. */
export type JobRunner = (
  actor: Actor,
  input: Record<string, unknown>,
  report: (done: number, total: number) => Promise<void>,
) => Promise<unknown>;

/** A job about a delegation tells of people: its result lists lines of the file. Who need not know their names sees no such job. */
const readable = `(j.input->>'delegationId' is null or delegations.known(j.organizationId, (j.input->>'delegationId')::uuid))`;

class Cancelled extends Error {}

@Injectable()
export class Jobs implements OnApplicationBootstrap {
  private readonly log = new Logger(Jobs.name);
  private readonly runners = new Map<string, JobRunner>();

  constructor(
    private readonly tenants: Tenants,
    private readonly queue: Queue,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.queue.work('interchange.job', (work) => this.run(work));
  }

  /** Called once by the area that owns this kind of work. */
  register(kind: `${string}.${string}`, runner: JobRunner): void {
    this.runners.set(kind, runner);
  }

  /** Puts a job in the queue inside the caller's transaction. */
  async start(tx: TenantTx, kind: `${string}.${string}`, title: string, input: Record<string, unknown>): Promise<Job> {
    const job = await tx.insert(JobEntity, { kind, title, input, createdBy: tx.actor.kind === 'member' ? tx.actor.accountId : null });
    await this.queue.enqueue(tx, 'interchange.job', job.id);
    return toJob(job);
  }

  list(actor: Actor, query: JobQuery): Promise<{ items: Job[] }> {
    return this.tenants.read(actor, async (tx) => {
      const jobs = tx.from(JobEntity, 'j').where(readable).orderBy('j.id', 'DESC').limit(50);
      if (query.state === 'running') jobs.where(`j.state in ('queued', 'running')`);
      return { items: (await jobs.getMany()).map(toJob) };
    });
  }

  get(actor: Actor, id: Id): Promise<Job> {
    return this.tenants.read(actor, async (tx) => toJob(await this.readable(tx, id)));
  }

  /** Asks a job to stop. One that has not begun is cancelled at once. */
  cancel(actor: Actor, id: Id): Promise<Job> {
    return this.tenants.write(actor, async (tx) => {
      await this.readable(tx, id);
      const job = await tx.lock(JobEntity, id, 'job');
      if (job.state === 'queued') return toJob(await tx.update(JobEntity, id, 'any', { state: 'cancelled', cancelRequested: true }, 'job'));
      if (job.state === 'running') return toJob(await tx.update(JobEntity, id, 'any', { cancelRequested: true }, 'job'));
      throw new DomainError('kernel.state', { what: 'job', from: job.state, to: 'cancelled' });
    });
  }

  private async readable(tx: TenantTx, id: Id): Promise<JobEntity> {
    const job = await tx.from(JobEntity, 'j').where(readable).where('j.id = :id', { id }).getOne();
    if (!job) throw new DomainError('kernel.unknown', { what: 'job' });
    return job;
  }

  private async run({ organizationId, id }: QueuedWork): Promise<void> {
    const worker: Actor = { kind: 'system', organizationId, name: 'worker' };
    const job = await this.tenants.write(worker, async (tx) => {
      const found = await tx.lock(JobEntity, id, 'job');
      return found.state === 'queued' || found.state === 'running'
        ? tx.update(JobEntity, id, 'any', { state: 'running', done: 0 }, 'job')
        : null;
    });
    if (!job) return; // cancelled before it began, or ended by an earlier try
    const runner = this.runners.get(job.kind);
    if (!runner) throw new Error(`Nobody runs jobs of kind ${job.kind}.`);
    try {
      const result = await runner(worker, job.input, (done, total) => this.report(worker, id, done, total));
      await this.end(worker, id, { state: 'done', result: result ?? null });
    } catch (error) {
      if (error instanceof Cancelled) return await this.end(worker, id, { state: 'cancelled' });
      // The person who waits sees why; a fault of ours is in the log under the same reference
      const problem = problemOf(error, randomUUID().slice(0, 8));
      if (problem.status >= 500) this.log.error({ job: id, reference: problem.reference, err: error }, 'job failed');
      await this.end(worker, id, { state: 'failed', problem });
    }
  }

  /** Progress is written past the audit log, at most as often as the runner reports; it is not a change of anybody's data. */
  private async report(worker: Actor, id: Id, done: number, total: number): Promise<void> {
    const [row] = await this.tenants.write(worker, (tx) =>
      tx.query<{ cancel_requested: boolean }>(
        `with moved as (update interchange.jobs set done = $3, total = $4, updated_at = now() where organization_id = $1 and id = $2 returning cancel_requested)
         select cancel_requested from moved`,
        [id, done, total],
      ),
    );
    if (row?.cancel_requested) throw new Cancelled();
  }

  private async end(worker: Actor, id: Id, values: Partial<Pick<JobEntity, 'state' | 'result' | 'problem'>>): Promise<void> {
    await this.tenants.write(worker, (tx) => tx.update(JobEntity, id, 'any', values, 'job'));
  }
}

export function toJob(job: JobEntity): Job {
  return {
    id: job.id,
    kind: job.kind,
    title: job.title,
    state: job.state,
    done: job.done,
    total: job.total,
    cancelRequested: job.cancelRequested,
    result: job.result ?? null,
    problem: job.problem,
    createdAt: job.createdAt.toISOString(),
    version: job.version,
  };
}
