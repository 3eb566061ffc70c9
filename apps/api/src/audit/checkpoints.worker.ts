import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Queue } from '../database/queue.js';
import { Tenants } from '../database/tenants.js';
import { SETTINGS, type Settings } from '../settings.js';
import { Chains } from './chain.service.js';
import { CheckpointFile } from './checkpoint-file.js';

/** Takes checkpoints at every full hour. */
@Injectable()
export class CheckpointsWorker implements OnApplicationBootstrap {
  private readonly log = new Logger(CheckpointsWorker.name);
  private readonly chains: Chains;

  constructor(
    private readonly queue: Queue,
    dataSource: DataSource,
    tenants: Tenants,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.chains = new Chains(dataSource, tenants, new CheckpointFile(settings.auditCheckpoints));
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.queue.every('audit.checkpoint', '0 * * * *', () => this.take());
  }

  async take(): Promise<void> {
    const { behind } = await this.chains.takeCheckpoints(new Date());
    if (behind.length > 0)
      this.log.error(`The audit log of ${behind.join(', ')} ends before its last checkpoint. Run: npm run amity -- audit verify`);
  }
}
