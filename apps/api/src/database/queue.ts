// Background work through pg-boss. A job is put in the queue by the transaction that needs it done: if that rolls back,
// the job was never there. Handlers may be called twice for one job and must be idempotent.
import type { Id } from '@amity/kernel';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { type JobResult, type JobWithMetadata, PgBoss } from 'pg-boss';
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
  private isEnding = false;

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

  /**
   * @param atOnce how many jobs are taken at once, to be done one after the other. A worker that took one alone looks for the next after half
   * a second, so that an import's hundred events would take a minute; short work is therefore taken in tens. Each job still succeeds or
   * fails for itself.
   */
  async work(queue: QueueName, handle: (work: QueuedWork, attempt: Attempt) => Promise<void>, atOnce = 1): Promise<void> {
    await this.start();
    const taken = { batchSize: atOnce, burstWhenBatchFull: true, perJobResults: true } as const;
    const options = { ...taken, pollingIntervalSeconds: 0.5, heartbeatRefreshSeconds: heartbeat, includeMetadata: true } as const;
    await this.boss.work(queue, options, async (jobs: JobWithMetadata<QueuedWork>[]) => {
      const results: JobResult[] = [];
      for (const job of jobs) results.push(this.isEnding && !isLastTry(job) ? leftToTheNext(job) : await tried(job, handle));
      return results;
    });
  }

  /** Work that comes round by the clock, for all organizations; whichever server is free does it. @param cron in UTC */
  async every(queue: QueueName, cron: string, handle: () => Promise<void>): Promise<void> {
    await this.start();
    await this.boss.schedule(queue, cron);
    await this.boss.work(queue, { pollingIntervalSeconds: 30, heartbeatRefreshSeconds: heartbeat }, () => handle());
  }

  async onApplicationShutdown(): Promise<void> {
    this.isEnding = true;
    if (this.started) await this.boss.stop({ graceful: true, timeout: 10_000 });
  }

  private start(): Promise<unknown> {
    return (this.started ??= this.boss.start());
  }
}

/** A failure is kept with its job, which is tried again; the jobs taken with it go on. */
async function tried(job: JobWithMetadata<QueuedWork>, handle: (work: QueuedWork, attempt: Attempt) => Promise<void>): Promise<JobResult> {
  try {
    job.signal.throwIfAborted(); // given to another worker while it waited for those before it
    await handle(job.data, { signal: job.signal, isLast: isLastTry(job) });
    return { id: job.id, status: 'completed' };
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    return { id: job.id, status: 'failed', output: { name, message, stack } };
  }
}

/** A server that ends finishes what it is at, not all it took: ten letters to a slow mail server would hold it up until it is killed. */
function leftToTheNext({ id }: JobWithMetadata<QueuedWork>): JobResult {
  return { id, status: 'failed', output: { message: 'The server ended before this was begun.' } };
}

function isLastTry({ retryCount, retryLimit }: JobWithMetadata<QueuedWork>): boolean {
  return retryCount >= retryLimit;
}
