// Background work through pg-boss. A job is put in the queue by the transaction that needs it done: if that rolls back,
// the job was never there. Handlers may be called twice for one job and must be idempotent.
import type { Id } from '@amity/kernel';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { type JobWithMetadata, PgBoss } from 'pg-boss';
import { APP_DATABASE_URL } from './data-source.js';
import type { QueueName } from './queues.js';
import type { TenantTx } from './tenant-tx.js';

/** What every job carries: whose it is, and the row that says the rest. */
export interface QueuedWork {
  readonly organizationId: Id;
  readonly id: Id;
}

/** One try of a job. `signal` says that it is no longer this worker's; after the last try nobody tries again. */
export interface Attempt {
  readonly signal: AbortSignal;
  readonly isLast: boolean;
}

/** How often a worker says that it lives, and how often somebody looks for those who no longer do. In seconds. */
const heartbeat = 5;

@Injectable()
export class Queue implements OnApplicationShutdown {
  private readonly log = new Logger(Queue.name);
  private readonly boss: PgBoss;
  private started: Promise<unknown> | null = null;

  constructor(@Inject(APP_DATABASE_URL) url: string) {
    this.boss = new PgBoss({
      connectionString: url,
      schema: 'pgboss',
      migrate: false,
      createSchema: false,
      max: 4,
      superviseIntervalSeconds: heartbeat,
      monitorIntervalSeconds: heartbeat,
      application_name: 'amity-queue',
    });
    this.boss.on('error', (error) => this.log.error(error));
  }

  /** Enqueues inside the caller's transaction. */
  async enqueue(tx: TenantTx, queue: QueueName, id: Id): Promise<void> {
    await this.start();
    const work: QueuedWork = { organizationId: tx.organizationId, id };
    await this.boss.send(queue, work, {
      db: { executeSql: async (text, values) => ({ rows: await tx.manager.query<unknown[]>(text, values) }) },
    });
  }

  async work(queue: QueueName, handle: (work: QueuedWork, attempt: Attempt) => Promise<void>): Promise<void> {
    await this.start();
    const options = { pollingIntervalSeconds: 0.5, batchSize: 1, heartbeatRefreshSeconds: heartbeat, includeMetadata: true } as const;
    await this.boss.work(queue, options, async (jobs: JobWithMetadata<QueuedWork>[]) => {
      for (const job of jobs) await handle(job.data, { signal: job.signal, isLast: job.retryCount >= job.retryLimit });
    });
  }

  /** Work that comes round by the clock, for all organizations; whichever server is free does it. @param cron in UTC */
  async every(queue: QueueName, cron: string, handle: () => Promise<void>): Promise<void> {
    await this.start();
    await this.boss.schedule(queue, cron);
    await this.boss.work(queue, { pollingIntervalSeconds: 30, heartbeatRefreshSeconds: heartbeat }, () => handle());
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.started) await this.boss.stop({ graceful: true, timeout: 10_000 });
  }

  private start(): Promise<unknown> {
    return (this.started ??= this.boss.start());
  }
}
