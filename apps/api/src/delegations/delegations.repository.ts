import type { DelegationsQuery } from '@amity/delegations';
import { DomainError, type Id, type Page } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import { keysetPage } from '../database/keyset.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { PersonEntity } from '../people/index.js';
import { DelegateEntity } from './delegate.entity.js';
import { DelegationListing } from './delegation-listing.entity.js';
import type { DelegateWithPerson } from './delegations.mapper.js';

const searchable = `amity.fold(d.name || ' ' || coalesce((
  select home.name || ' ' || partner.name
  from partnerships.partnerships ps
  join partnerships.communities home on home.organization_id = ps.organization_id and home.id = ps.home_community_id
  join partnerships.communities partner on partner.organization_id = ps.organization_id and partner.id = ps.partner_community_id
  where ps.organization_id = d.organization_id and ps.id = d.partnership_id), ''))`;

@Injectable()
export class DelegationsRepository {
  /** Latest arrival first. */
  list(tx: TenantTx, { q, direction, state, partnershipId, ...page }: DelegationsQuery): Promise<Page<DelegationListing>> {
    const delegations = tx.from(DelegationListing, 'd');
    // a closed delegation is not found by what is withheld
    if (q || partnershipId) delegations.where(`(d.rule <> 'closed' or delegations.knows(d.organizationId, d.id, d.rule))`);
    if (direction) delegations.where('d.direction = any(:direction)', { direction });
    if (state) delegations.where('d.state = any(:state)', { state });
    if (partnershipId) delegations.where('d.partnershipId = :partnershipId', { partnershipId });
    (q ?? '')
      .split(/\s+/)
      .filter(Boolean)
      .slice(0, 8)
      .forEach((word, i) =>
        delegations.where(`${searchable} like '%' || amity.fold(:word${i}) || '%'`, { [`word${i}`]: word.replace(/[\\%_]/g, '\\$&') }),
      );
    return keysetPage(
      delegations,
      [
        { by: 'd.arrivesOn', type: 'date', descending: true },
        { by: 'd.id', type: 'uuid', descending: true },
      ],
      page,
      (row) => [row.arrivesOn, row.id],
    );
  }

  get(tx: TenantTx, id: Id): Promise<DelegationListing> {
    return tx.get(DelegationListing, id, 'delegation');
  }

  /** The latest first. */
  byIds(tx: TenantTx, ids: readonly Id[]): Promise<DelegationListing[]> {
    return tx
      .from(DelegationListing, 'd')
      .where('d.id = any(:ids)', { ids })
      .orderBy('d.arrivesOn', 'DESC')
      .addOrderBy('d.id', 'DESC')
      .getMany();
  }

  /**
   * Who an account is on the rosters of this organization; the address finds them, and the rule has the last word.
   * @param hidden people of this account who are under a pseudonym, see `OwnRecords`
   */
  ownDelegates(tx: TenantTx, accountId: Id, hidden: readonly Id[]): Promise<DelegateWithPerson[]> {
    return this.withPerson(tx)
      .where(
        `(d.personId = any(:hidden) or (p.email = (select a.email from identity.accounts a where a.id = :accountId)
          and people.is_own(d.organizationId, d.personId)))`,
        { accountId, hidden },
      )
      .orderBy('d.id')
      .getMany() as Promise<DelegateWithPerson[]>;
  }

  /** Everybody on the roster, with their person, in one query and in no particular order. */
  roster(tx: TenantTx, delegationId: Id): Promise<DelegateWithPerson[]> {
    return this.withPerson(tx).where('d.delegationId = :delegationId', { delegationId }).getMany() as Promise<DelegateWithPerson[]>;
  }

  /** One delegate of this delegation, or the refusal that there is none. */
  async delegate(tx: TenantTx, delegationId: Id, id: Id): Promise<DelegateWithPerson> {
    const row = await this.withPerson(tx).where('d.delegationId = :delegationId and d.id = :id', { delegationId, id }).getOne();
    if (!row) throw new DomainError('kernel.unknown', { what: 'delegate' });
    return row as DelegateWithPerson;
  }

  /** Who stands in the way of a roster entry: another one with the same person, or with the same key. */
  async listedAs(
    tx: TenantTx,
    own: { delegationId: Id; id: Id | null },
    personId: Id,
    rosterKey: string,
  ): Promise<DelegateWithPerson | null> {
    const others = this.withPerson(tx)
      .where('d.delegationId = :delegationId', own)
      .where('(d.personId = :personId or d.rosterKey = :rosterKey)', { personId, rosterKey });
    if (own.id) others.where('d.id <> :id', own);
    return (await others.orderBy('d.id').getOne()) as DelegateWithPerson | null;
  }

  /** The placement that keeps a delegate on the roster: one that stands before one that ended, the latest first. Days in words: May 4, 2026. */
  async placementOf(tx: TenantTx, delegateId: Id): Promise<{ household: string; from: string; to: string }> {
    const [placement] = await tx.query<{ household: string; from: string; to: string }>(
      `select h.name as household, to_char(lower(p.nights), 'FMMonth FMDD, YYYY') as "from", to_char(upper(p.nights), 'FMMonth FMDD, YYYY') as "to"
       from placements.placements p join hosting.households h on h.organization_id = p.organization_id and h.id = p.household_id
       where p.organization_id = $1 and p.delegate_id = $2
       order by p.state in ('offered', 'accepted') desc, lower(p.nights) desc limit 1`,
      [delegateId],
    );
    if (!placement) throw new Error('A placement kept a delegate, but there is none.');
    return placement;
  }

  private withPerson(tx: TenantTx) {
    return tx
      .from(DelegateEntity, 'd')
      .innerJoinAndMapOne('d.person', PersonEntity, 'p', 'p.organizationId = d.organizationId and p.id = d.personId');
  }
}
