// One night of one organization: of each class, what is due and not held goes in a transaction of its own, with its certificate. A class
// that fails stays for the next try and keeps no other from going.
import { createHash } from 'node:crypto';
import type { Actor } from '@amity/access';
import { dayIn, type Id, type LocalDate } from '@amity/kernel';
import { latestStart, retentionClasses, type RetentionKey, retentionKeys, whatGoes } from '@amity/privacy';
import { Injectable } from '@nestjs/common';
import { Organizations } from '../access/index.js';
import { forget } from '../database/erasure.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { DeletionCertificateEntity } from './retention.entities.js';
import { RetentionKeepers } from './retention.keepers.js';
import { keepOf } from './retention.mapper.js';
import { RetentionRepository } from './retention.repository.js';

@Injectable()
export class RetentionRun {
  constructor(
    private readonly tenants: Tenants,
    private readonly retention: RetentionRepository,
    private readonly keepers: RetentionKeepers,
    private readonly organizations: Organizations,
  ) {}

  /** @returns how much of each class went, where anything did */
  async run(organizationId: Id, now: Date): Promise<Partial<Record<RetentionKey, number>>> {
    const actor: Actor = { kind: 'system', organizationId, name: 'retention' };
    const gone: Partial<Record<RetentionKey, number>> = {};
    const failures: unknown[] = [];
    for (const key of retentionKeys) {
      try {
        const count = await this.tenants.write(actor, (tx) => this.runClass(tx, key, now));
        if (count > 0) gone[key] = count;
      } catch (failure) {
        failures.push(failure); // whatever it is, the other classes are due as well; it is thrown once they are done
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, `Retention of ${failures.length} classes failed.`);
    return gone;
  }

  private async runClass(tx: TenantTx, key: RetentionKey, now: Date): Promise<number> {
    await this.retention.oneRunAtATime(tx);
    const on = dayIn((await this.organizations.of(tx)).zone, now);
    const policy = await this.retention.policyOf(tx, key);
    const keep = keepOf(policy);
    const { goes } = whatGoes(await this.keepers.kept(tx, key, latestStart(keep, on)), keep, on);
    if (goes.length === 0) return 0;
    const ids = goes.map(({ id }) => id);
    const keeper = this.keepers.of(key);
    tx.because(`Retention: ${key.replaceAll('_', ' ')}, kept ${keep.count} ${keep.unit}.`);
    await keeper.erase(tx, ids);
    await forget(tx, keeper.subject, ids, retentionClasses[key].fate === 'removed' ? 'removed' : 'changed');
    await this.certify(tx, key, on, ids, policy);
    return ids.length;
  }

  private async certify(
    tx: TenantTx,
    key: RetentionKey,
    ranOn: LocalDate,
    ids: readonly Id[],
    { keepCount, keepUnit, version: policyVersion }: { keepCount: number; keepUnit: 'days' | 'months'; version: number },
  ): Promise<void> {
    const digest = createHash('sha256')
      .update([...ids].sort().join('\n'))
      .digest('hex');
    await tx.insert(DeletionCertificateEntity, { key, ranOn, count: ids.length, keepCount, keepUnit, policyVersion, digest });
  }
}
