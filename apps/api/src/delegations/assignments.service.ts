// Who helps with a delegation. Whoever reads as a volunteer meets the delegations of their assignments and no other; taken off, it is gone
// for them with the next request.
import type { Actor } from '@amity/access';
import type { AssignmentDraft, Assignments } from '@amity/delegations';
import { DomainError, type Id } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { DelegationEntity } from './delegation.entity.js';
import { AssignmentEntity } from './share.entities.js';
import { SharesRepository } from './shares.repository.js';

@Injectable()
export class AssignmentsService {
  constructor(
    private readonly tenants: Tenants,
    private readonly shares: SharesRepository,
  ) {}

  list(actor: Actor, delegationId: Id): Promise<Assignments> {
    return this.tenants.read(actor, (tx) => this.show(tx, delegationId));
  }

  assign(actor: Actor, delegationId: Id, { accountId }: AssignmentDraft): Promise<Assignments> {
    return this.tenants.write(actor, async (tx) => {
      await tx.get(DelegationEntity, delegationId, 'delegation');
      await tx.guarded(() => tx.insert(AssignmentEntity, { delegationId, accountId }), {
        assignments_once: () => {
          throw new DomainError('delegations.assigned_already');
        },
        assignments_of_members: () => {
          throw new DomainError(
            'delegations.volunteer_unknown',
            {},
            { errors: [{ path: 'accountId', detail: 'Choose somebody from the list.' }] },
          );
        },
      });
      return this.show(tx, delegationId);
    });
  }

  release(actor: Actor, delegationId: Id, id: Id): Promise<Assignments> {
    return this.tenants.write(actor, async (tx) => {
      const { items } = await this.show(tx, delegationId);
      if (!items.some((item) => item.id === id)) throw new DomainError('kernel.unknown', { what: 'assignment' });
      await tx.remove(AssignmentEntity, id, 'any', 'assignment');
      return this.show(tx, delegationId);
    });
  }

  private async show(tx: TenantTx, delegationId: Id): Promise<Assignments> {
    await tx.get(DelegationEntity, delegationId, 'delegation');
    return { items: await this.shares.assigned(tx, delegationId), volunteers: await this.shares.unassigned(tx, delegationId) };
  }
}
