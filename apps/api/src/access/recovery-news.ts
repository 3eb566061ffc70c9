// Tells everybody who may decide about a lost second factor that one waits. Their letters are written after the request was committed and
// answered: an organization with many administrators must not answer later than one with few, because only the right password gets this far.
import type { Id } from '@amity/kernel';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Queue } from '../database/queue.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { RecoveriesRepository } from './recoveries.repository.js';
import { RecoveryLetters } from './recovery-letters.js';

@Injectable()
export class RecoveryNews implements OnApplicationBootstrap {
  constructor(
    private readonly queue: Queue,
    private readonly tenants: Tenants,
    private readonly recoveries: RecoveriesRepository,
    private readonly letters: RecoveryLetters,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.queue.work('access.recovery_asked', ({ organizationId, id }) =>
      this.tenants.write({ kind: 'system', organizationId, name: 'access' }, async (tx) => {
        const news = await this.recoveries.toTell(tx, id);
        if (news) for (const decider of news.deciders) await this.letters.toDecide(tx, decider, news.asker);
      }),
    );
  }

  announce(tx: TenantTx, recoveryId: Id): Promise<void> {
    return this.queue.enqueue(tx, 'access.recovery_asked', recoveryId);
  }
}
