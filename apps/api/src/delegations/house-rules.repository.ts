import type { HouseRule } from '@amity/delegations';
import { DomainError, type Id } from '@amity/kernel';
import type { NameOrder } from '@amity/people';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';

export interface KnowerRow {
  readonly id: Id;
  readonly account_id: Id;
  readonly name: string;
  readonly reason: string;
  readonly created_at: Date;
  readonly version: number;
}

/** A delegate with the consent to the loosest rule, given under the rule that is in force. */
export interface ConsentRow {
  readonly delegate_id: Id;
  readonly person_id: Id;
  readonly given_name: string;
  readonly family_name: string;
  readonly name_order: NameOrder;
  readonly consent_id: Id | null;
  readonly rule: HouseRule | null;
  readonly recorded_by: string | null;
  readonly created_at: Date | null;
}

@Injectable()
export class HouseRulesRepository {
  /** The rule, and whether whoever is reading is shown the names. */
  async standing(tx: TenantTx, delegationId: Id): Promise<{ rule: HouseRule; known: boolean; strictest: HouseRule }> {
    const [row] = await tx.query<{ rule: HouseRule; known: boolean; strictest: HouseRule }>(
      `select d.rule, delegations.knows(d.organization_id, d.id, d.rule) as known,
         coalesce((select a.rule from visits.visits v join visits.appointments a on a.organization_id = v.organization_id and a.visit_id = v.id
           where v.organization_id = d.organization_id and v.delegation_id = d.id and a.removed_at is null
           order by delegations.strictness(delegations.stricter(a.rule, d.rule)) desc limit 1), d.rule) as strictest
       from delegations.delegations d where d.organization_id = $1 and d.id = $2`,
      [delegationId],
    );
    if (!row) throw new DomainError('kernel.unknown', { what: 'delegation' });
    return row;
  }

  /** In the order in which they were added. */
  knowers(tx: TenantTx, delegationId: Id): Promise<KnowerRow[]> {
    return tx.query<KnowerRow>(
      `select n.id, n.account_id, a.name, n.reason, n.created_at, n.version
       from delegations.need_to_know n join identity.accounts a on a.id = n.account_id
       where n.organization_id = $1 and n.delegation_id = $2 order by n.created_at, n.id`,
      [delegationId],
    );
  }

  /** Members who are not on the list, by name. */
  otherStaff(tx: TenantTx, delegationId: Id): Promise<{ accountId: Id; name: string }[]> {
    return tx.query(
      `select m.account_id as "accountId", a.name from access.memberships m join identity.accounts a on a.id = m.account_id
       where m.organization_id = $1 and not exists (select from delegations.need_to_know n
         where n.organization_id = m.organization_id and n.delegation_id = $2 and n.account_id = m.account_id)
       order by a.name, m.account_id`,
      [delegationId],
    );
  }

  /** Everybody on the roster. One query. */
  consents(tx: TenantTx, delegationId: Id): Promise<ConsentRow[]> {
    return tx.query<ConsentRow>(
      `select g.id as delegate_id, g.person_id, p.given_name, p.family_name, p.name_order, c.id as consent_id, c.rule, c.recorded_by, c.created_at
       from delegations.delegates g
       join delegations.delegations d on d.organization_id = g.organization_id and d.id = g.delegation_id
       join people.people p on p.organization_id = g.organization_id and p.id = g.person_id
       left join lateral (
         select c.id, c.rule, c.recorded_by, c.created_at from delegations.loosening_consents c
         where c.organization_id = g.organization_id and c.delegate_id = g.id and c.rule_epoch = d.rule_epoch
         order by delegations.strictness(c.rule), c.id limit 1) c on true
       where g.organization_id = $1 and g.delegation_id = $2
       order by g.role = 'leader' desc, amity.fold(p.family_name), amity.fold(p.given_name), g.id`,
      [delegationId],
    );
  }
}
