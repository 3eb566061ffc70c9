// With whom a partnership or a delegation is shared, and which fields. A share is made and ended, never widened: what somebody sees is
// exactly what was chosen for them once. It ends with the next request of whoever reads by it.
import { type Actor, nameOf } from '@amity/access';
import { type DelegationShares, type Partner, type Share, type ShareDraft, sharedFields, type SharesQuery } from '@amity/delegations';
import { DomainError, type Id, type Page } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { DelegationEntity } from './delegation.entity.js';
import { ShareEntity } from './share.entities.js';
import { SharesRepository } from './shares.repository.js';

@Injectable()
export class Shares {
  constructor(
    private readonly tenants: Tenants,
    private readonly shares: SharesRepository,
  ) {}

  list(actor: Actor, query: SharesQuery): Promise<Page<Share>> {
    return this.tenants.read(actor, async (tx) => {
      const page = await this.shares.list(tx, query);
      return { ...page, items: await this.show(tx, page.items) };
    });
  }

  partners(actor: Actor): Promise<{ items: Partner[] }> {
    return this.tenants.read(actor, async (tx) => ({ items: await this.shares.partners(tx) }));
  }

  ofDelegation(actor: Actor, delegationId: Id): Promise<DelegationShares> {
    return this.tenants.read(actor, async (tx) => {
      const { rule } = await tx.get(DelegationEntity, delegationId, 'delegation');
      const items = rule === 'public' ? await this.show(tx, await this.shares.ofDelegation(tx, delegationId)) : [];
      return { mayShare: rule === 'public', items, partners: await this.shares.partners(tx) };
    });
  }

  share(actor: Actor, draft: ShareDraft): Promise<Share> {
    return this.tenants.write(actor, async (tx) => {
      const partner = (await this.shares.partners(tx)).find(({ accountId }) => accountId === draft.accountId);
      if (!partner) throw unknown('partner_unknown', 'accountId');
      const fields = sharedFields.filter((field) => draft.fields.includes(field));
      const again = (): never => {
        throw new DomainError('delegations.shared_already', { partner: partner.name });
      };
      const row = await tx.guarded(() => tx.insert(ShareEntity, { ...draft, fields, sharedBy: nameOf(actor), revokedAt: null }), {
        shares_partnership_once: again,
        shares_delegation_once: again,
        shares_of_partnership: () => {
          throw unknown('share_subject_unknown', 'partnershipId');
        },
        shares_of_delegation: () => {
          throw unknown('share_subject_unknown', 'delegationId');
        },
        shares_never_confidential: () => refuseConfidential(tx, draft.delegationId),
      });
      return this.one(tx, row);
    });
  }

  revoke(actor: Actor, id: Id, version: number): Promise<Share> {
    return this.tenants.write(actor, async (tx) => {
      const { revokedAt } = await tx.lock(ShareEntity, id, 'share');
      if (revokedAt) throw new DomainError('delegations.share_ended');
      return this.one(
        tx,
        await tx.update(ShareEntity, id, version, { revokedAt: new Date(), revokedBy: nameOf(actor) }, 'share', () => null),
      );
    });
  }

  private async one(tx: TenantTx, row: ShareEntity): Promise<Share> {
    const [share] = await this.show(tx, [row]);
    if (!share) throw new Error('A share was saved and cannot be shown.');
    return share;
  }

  private async show(tx: TenantTx, rows: readonly ShareEntity[]): Promise<Share[]> {
    const ids = rows.map(({ id }) => id);
    const names = await this.shares.names(tx, ids);
    return rows.map((row) => ({
      id: row.id,
      accountId: row.accountId,
      partner: names.get(row.id)?.partner ?? '',
      email: names.get(row.id)?.email ?? '',
      partnershipId: row.partnershipId,
      delegationId: row.delegationId,
      about: names.get(row.id)?.about ?? '',
      fields: row.fields,
      since: row.createdAt.toISOString(),
      by: row.sharedBy,
      revokedAt: row.revokedAt?.toISOString() ?? null,
      revokedBy: row.revokedBy,
      version: row.version,
    }));
  }
}

/** The database says the same of a delegation that is under the rule and of one that is not there. */
async function refuseConfidential(tx: TenantTx, delegationId: Id | null): Promise<never> {
  if (delegationId !== null && (await tx.find(DelegationEntity, delegationId))) throw new DomainError('delegations.share_confidential');
  throw unknown('share_subject_unknown', 'delegationId');
}

function unknown(code: 'partner_unknown' | 'share_subject_unknown', path: string): DomainError {
  return new DomainError(`delegations.${code}`, {}, { errors: [{ path, detail: 'Choose from the list.' }] });
}
