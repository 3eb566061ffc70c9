// A partnership joins two different communities, and a pair stands once, from whichever side it is entered. The communities
// stay for life: other communities are another partnership. What has ended stays ended.
import type { Actor } from '@amity/access';
import type { AuditPage } from '@amity/audit';
import { DomainError, type Id, type Page } from '@amity/kernel';
import {
  partnershipStates,
  type CommunitiesQuery,
  type Community,
  type Partnership,
  type PartnershipChange,
  type PartnershipDraft,
  type PartnershipState,
  type PartnershipsQuery,
} from '@amity/partnerships';
import { Injectable } from '@nestjs/common';
import { toAuditEntry } from '../audit/index.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { CommunitiesRepository } from './communities.repository.js';
import type { CommunityEntity } from './community.entity.js';
import { PartnershipEntity, type PartnershipWithSides } from './partnership.entity.js';
import { ownFieldsOf, toCommunity, toPartnership } from './partnership.mapper.js';
import { PartnershipsRepository } from './partnerships.repository.js';

@Injectable()
export class Partnerships {
  constructor(
    private readonly tenants: Tenants,
    private readonly partnerships: PartnershipsRepository,
    private readonly communities: CommunitiesRepository,
  ) {}

  list(actor: Actor, query: PartnershipsQuery): Promise<Page<Partnership>> {
    return this.tenants.read(actor, async (tx) => {
      const page = await this.partnerships.list(tx, query);
      return { ...page, items: page.items.map(toPartnership) };
    });
  }

  get(actor: Actor, id: Id): Promise<Partnership> {
    return this.tenants.read(actor, async (tx) => toPartnership(await this.partnerships.get(tx, id)));
  }

  listCommunities(actor: Actor, query: CommunitiesQuery): Promise<Page<Community>> {
    return this.tenants.read(actor, async (tx) => {
      const page = await this.communities.list(tx, query);
      return { ...page, items: page.items.map(toCommunity) };
    });
  }

  add(actor: Actor, draft: PartnershipDraft): Promise<Partnership> {
    return this.tenants.write(actor, (tx) => this.create(tx, draft));
  }

  change(actor: Actor, id: Id, version: number, change: PartnershipChange): Promise<Partnership> {
    return this.tenants.write(actor, async (tx) => {
      const { state, ...rest } = change;
      const before = await this.partnerships.get(tx, id);
      // a stale version is told first: the state may have moved in the version not yet seen
      if (state !== undefined && state !== before.state && before.version === version) refuseUnlessAllowed(before, state);
      await tx.update(PartnershipEntity, id, version, { ...rest, ...(state ? { state } : {}) }, 'partnership', ownFieldsOf);
      return toPartnership(await this.partnerships.get(tx, id));
    });
  }

  timeline(actor: Actor, id: Id, page: { cursor?: string | undefined; limit: number }): Promise<typeof AuditPage._output> {
    return this.tenants.read(actor, async (tx) => {
      await this.partnerships.get(tx, id);
      const entries = await this.partnerships.timeline(tx, id, page);
      return { ...entries, items: entries.items.map(toAuditEntry) };
    });
  }

  /** Within the caller's transaction; communities that are not known yet are recorded. */
  async create(tx: TenantTx, { home: homeChoice, partner: partnerChoice, ...own }: PartnershipDraft): Promise<Partnership> {
    await this.communities.lock(tx);
    const home = await this.communities.recorded(tx, homeChoice);
    const partner = await this.communities.recorded(tx, partnerChoice);
    if (home.id === partner.id) throw new DomainError('partnerships.with_itself', { name: home.name });
    const row = await tx.guarded(() => tx.insert(PartnershipEntity, { ...own, homeCommunityId: home.id, partnerCommunityId: partner.id }), {
      partnerships_pair_once: () => this.refuseTwice(tx, home, partner),
    });
    return toPartnership(Object.assign(row, { home, partner }));
  }

  private async refuseTwice(tx: TenantTx, home: CommunityEntity, partner: CommunityEntity): Promise<never> {
    const other = await this.partnerships.ofPair(tx, home.id, partner.id);
    const params = { home: (other?.home ?? home).name, partner: (other?.partner ?? partner).name };
    throw new DomainError('partnerships.exists', params, other ? { partnership: toPartnership(other) } : {});
  }
}

function refuseUnlessAllowed(partnership: PartnershipWithSides, to: PartnershipState): void {
  const { state: from, home, partner } = partnership;
  if (partnershipStates.allows(from, to)) return;
  if (from === 'ended') throw new DomainError('partnerships.ended', { home: home.name, partner: partner.name });
  throw new DomainError('kernel.state', { what: 'partnership', from, to });
}
