import type { Assignment, Partner, SharedHead, SharesQuery } from '@amity/delegations';
import type { Id, Page } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import { keysetPage } from '../database/keyset.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { ShareEntity } from './share.entities.js';

/** A share with the names of the partner and of what is shared, as its reader may call it. */
export interface ShareNames {
  readonly id: Id;
  readonly partner: string;
  readonly email: string;
  readonly about: string;
}

@Injectable()
export class SharesRepository {
  /** The latest first. */
  list(tx: TenantTx, { past, ...page }: SharesQuery): Promise<Page<ShareEntity>> {
    const shares = tx.from(ShareEntity, 's');
    if (!past) shares.where('s.revokedAt is null');
    return keysetPage(shares, [{ by: 's.id', type: 'uuid', descending: true }], page, (row) => [row.id]);
  }

  /** Open shares of a delegation: its own and those of its partnership. */
  ofDelegation(tx: TenantTx, delegationId: Id): Promise<ShareEntity[]> {
    return tx
      .from(ShareEntity, 's')
      .where('s.revokedAt is null')
      .where(
        `(s.delegationId = :delegationId or s.partnershipId = (select d.partnership_id from delegations.delegations d
          where d.organization_id = s.organization_id and d.id = :delegationId))`,
        { delegationId },
      )
      .orderBy('s.id', 'DESC')
      .getMany();
  }

  /** One query, whatever their number. */
  async names(tx: TenantTx, ids: readonly Id[]): Promise<ReadonlyMap<Id, ShareNames>> {
    const rows = await tx.query<ShareNames>(
      `select s.id, a.name as partner, a.email, coalesce(delegations.shown_name(s.organization_id, s.delegation_id), home.name || ' ↔ ' || partner.name, '') as about
       from delegations.shares s
       join identity.accounts a on a.id = s.account_id
       left join partnerships.partnerships ps on ps.organization_id = s.organization_id and ps.id = s.partnership_id
       left join partnerships.communities home on home.organization_id = s.organization_id and home.id = ps.home_community_id
       left join partnerships.communities partner on partner.organization_id = s.organization_id and partner.id = ps.partner_community_id
       where s.organization_id = $1 and s.id = any ($2::uuid[])`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Members who may be shown something, by name. */
  partners(tx: TenantTx): Promise<Partner[]> {
    return tx.query<Partner>(
      `select m.account_id as "accountId", a.name, a.email from access.memberships m join identity.accounts a on a.id = m.account_id
       where m.organization_id = $1 and m.state = 'active' and ('partner_coordinator' = any (m.roles) or exists (
         select from access.membership_roles h join access.roles r on r.organization_id = h.organization_id and r.id = h.role_id
         where h.organization_id = m.organization_id and h.membership_id = m.id and 'delegations.read_shared' = any (r.permissions)))
       order by a.name, m.account_id`,
    );
  }

  /** What is shared with whoever reads, the latest arrival first. */
  shared(tx: TenantTx, id?: Id): Promise<SharedHead[]> {
    return tx.query<SharedHead>(
      `select d.id, d.name, d.direction, d.arrives_on::text as "arrivesOn", d.departs_on::text as "departsOn", s.fields
       from delegations.delegations d cross join lateral (
         select array(select field from unnest(array['names', 'diet', 'flights', 'contacts']) with ordinality known(field, place)
           where field = any (delegations.shared_fields(d.organization_id, d.id)) order by place) as fields) s
       where d.organization_id = $1 and cardinality(s.fields) > 0 ${id === undefined ? '' : 'and d.id = $2'}
       order by d.arrives_on desc, d.id desc`,
      id === undefined ? [] : [id],
    );
  }

  /** Which of these are behind shares that are open to whoever reads; what is read by them is on record with them. */
  async openSharesOf(tx: TenantTx, delegationId: Id): Promise<Id[]> {
    const rows = await tx.query<{ id: Id }>(
      `select s.id from delegations.shares s join delegations.delegations d
         on d.organization_id = s.organization_id and (s.delegation_id = d.id or s.partnership_id = d.partnership_id)
       where s.organization_id = $1 and d.id = $2 and s.revoked_at is null and s.account_id::text = amity.reader() order by s.id`,
      [delegationId],
    );
    return rows.map(({ id }) => id);
  }

  async assigned(tx: TenantTx, delegationId: Id): Promise<Assignment[]> {
    const rows = await tx.query<Omit<Assignment, 'since'> & { since: Date }>(
      `select s.id, s.account_id as "accountId", a.name, s.created_at as since, s.version
       from delegations.assignments s join identity.accounts a on a.id = s.account_id
       where s.organization_id = $1 and s.delegation_id = $2 order by a.name, s.id`,
      [delegationId],
    );
    return rows.map((row) => ({ ...row, since: row.since.toISOString() }));
  }

  /** Volunteers who are not assigned to it, by name. */
  unassigned(tx: TenantTx, delegationId: Id): Promise<{ accountId: Id; name: string }[]> {
    return tx.query(
      `select m.account_id as "accountId", a.name from access.memberships m join identity.accounts a on a.id = m.account_id
       where m.organization_id = $1 and m.state = 'active' and 'volunteer' = any (m.roles) and not exists (
         select from delegations.assignments s where s.organization_id = m.organization_id and s.delegation_id = $2 and s.account_id = m.account_id)
       order by a.name, m.account_id`,
      [delegationId],
    );
  }
}
