import type { Actor } from '@amity/access';
import { DomainError, type Id, type Page } from '@amity/kernel';
import type { Visit, VisitDraft, VisitsQuery, VisitSummary } from '@amity/visits';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { DelegationEntity } from '../delegations/index.js';
import { VisitEntity } from './visit.entity.js';
import { toVisit, toVisitSummary } from './visits.mapper.js';
import { VisitsRepository } from './visits.repository.js';

@Injectable()
export class Visits {
  constructor(
    private readonly tenants: Tenants,
    private readonly visits: VisitsRepository,
  ) {}

  list(actor: Actor, query: VisitsQuery): Promise<Page<VisitSummary>> {
    return this.tenants.read(actor, async (tx) => {
      const page = await this.visits.list(tx, query);
      return { ...page, items: page.items.map(toVisitSummary) };
    });
  }

  /** The visit of a delegation; it comes to be when somebody asks for it first. */
  async ofDelegation(actor: Actor, delegationId: Id): Promise<Visit> {
    const known = await this.tenants.read(actor, (tx) => this.visits.find(tx, { delegationId }));
    return known ? toVisit(known) : this.tenants.write(actor, (tx) => this.open(tx, delegationId));
  }

  /** For other areas and the demo: inside the caller's transaction. */
  async open(tx: TenantTx, delegationId: Id): Promise<Visit> {
    await tx.get(DelegationEntity, delegationId, 'delegation');
    const [first] = await tx.query(`select 1 from visits.visits where organization_id = $1 and delegation_id = $2`, [delegationId]);
    if (!first) await this.insertOnce(tx, delegationId);
    return toVisit(await this.visits.get(tx, { delegationId }));
  }

  change(actor: Actor, id: Id, version: number, draft: VisitDraft): Promise<Visit> {
    return this.tenants.write(actor, async (tx) => {
      const current = toVisit(await this.visits.get(tx, { id }));
      await tx.update(VisitEntity, id, version, draft, 'visit', () => current);
      return toVisit(await this.visits.get(tx, { id }));
    });
  }

  /** Two people may look at a new delegation at once; both then find the one visit. */
  private async insertOnce(tx: TenantTx, delegationId: Id): Promise<void> {
    const secondLook = new DomainError('kernel.in_use', { what: 'delegation', by: 'its visit' });
    try {
      await tx.guarded(() => tx.insert(VisitEntity, { delegationId, emergencyContact: null }), {
        visits_delegation_once: () => {
          throw secondLook;
        },
      });
    } catch (error) {
      if (error !== secondLook) throw error; // somebody else was first: the visit is there, which is what was wanted
    }
  }
}
