// Every night at half past two (UTC) each organization gets a job of its own; a job that fails is tried again.
import type { Id } from '@amity/kernel';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Queue } from '../database/queue.js';
import { Tenants } from '../database/tenants.js';
import { Archives } from './archives.service.js';
import { EndingsService } from './endings.service.js';
import { RetentionRun } from './retention-run.js';

@Injectable()
export class RetentionWorker implements OnApplicationBootstrap {
  private readonly log = new Logger(RetentionWorker.name);

  constructor(
    private readonly queue: Queue,
    private readonly dataSource: DataSource,
    private readonly tenants: Tenants,
    private readonly retention: RetentionRun,
    private readonly archives: Archives,
    private readonly endings: EndingsService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.queue.every('privacy.night', '30 2 * * *', () => this.fallNight());
    await this.queue.work('privacy.retention', async ({ organizationId }) => {
      await this.archives.forgetExpired(organizationId);
      await this.endings.forgetOld(organizationId);
      const gone = await this.retention.run(organizationId, new Date());
      if (Object.keys(gone).length > 0) this.log.log({ organizationId, gone }, 'retention');
    });
  }

  /** One job an organization. */
  async fallNight(): Promise<void> {
    for (const { id } of await this.dataSource.query<{ id: Id }[]>('select id from identity.organizations order by id'))
      await this.tenants.write({ kind: 'system', organizationId: id, name: 'retention' }, (tx) =>
        this.queue.enqueue(tx, 'privacy.retention', id),
      );
  }
}
