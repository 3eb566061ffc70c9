import type { Id, Page, PageQuery } from '@amity/kernel';
import { retentionClasses, type RetentionKey, retentionKeys } from '@amity/privacy';
import { Injectable } from '@nestjs/common';
import { keysetPage } from '../database/keyset.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { DeletionCertificateEntity, RetentionPolicyEntity } from './retention.entities.js';

@Injectable()
export class RetentionRepository {
  /** The organization's policies, one a class in the list's order; at their first use the ones every organization begins with. */
  async policies(tx: TenantTx): Promise<RetentionPolicyEntity[]> {
    const known = await this.stored(tx);
    if (known.length === retentionKeys.length) return known;
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1::text, 4741))`); // two first looks at once: one brings the policies
    const meanwhile = new Set((await this.stored(tx)).map(({ key }) => key));
    const missing = retentionKeys.filter((key) => !meanwhile.has(key));
    await tx.insertMany(
      RetentionPolicyEntity,
      missing.map((key) => ({ key, keepCount: retentionClasses[key].keep.count, keepUnit: retentionClasses[key].keep.unit })),
    );
    return this.stored(tx);
  }

  async policyOf(tx: TenantTx, key: RetentionKey): Promise<RetentionPolicyEntity> {
    const policy = (await this.policies(tx)).find((each) => each.key === key);
    if (!policy) throw new Error(`There is no policy for ${key}.`);
    return policy;
  }

  /** One run of an organization at a time, so that nothing is certified twice. */
  async oneRunAtATime(tx: TenantTx): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1::text, 4742))`);
  }

  /** Newest first. */
  certificates(tx: TenantTx, page: PageQuery): Promise<Page<DeletionCertificateEntity>> {
    const certificates = tx.from(DeletionCertificateEntity, 'c');
    return keysetPage(certificates, [{ by: 'c.id', type: 'uuid', descending: true }], page, (c): Id[] => [c.id]);
  }

  private async stored(tx: TenantTx): Promise<RetentionPolicyEntity[]> {
    const rows = await tx.from(RetentionPolicyEntity, 'p').getMany();
    return rows.sort((a, b) => retentionKeys.indexOf(a.key) - retentionKeys.indexOf(b.key));
  }
}
