import type { DelegationDirection, HouseRule } from '@amity/delegations';
import { DomainError, type Id, type LocalDate, type Page } from '@amity/kernel';
import { withheldChanges, withheldContent, type ItineraryRules, type VisitsQuery } from '@amity/visits';
import { Injectable } from '@nestjs/common';
import { keysetPage } from '../database/keyset.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { ItineraryVersionEntity } from './itinerary-version.entity.js';
import { VisitListing } from './visit-listing.entity.js';

export interface CommunityRow {
  readonly name: string;
  readonly countryCode: string;
  readonly zone: string;
}

/** A visit with its delegation, the two communities and the latest version's number. */
export interface VisitRow {
  readonly id: Id;
  readonly delegation_id: Id;
  readonly delegation_name: string;
  readonly direction: DelegationDirection;
  readonly arrives_on: LocalDate;
  readonly departs_on: LocalDate;
  readonly zone: string;
  readonly organization: string;
  readonly home: CommunityRow | null;
  readonly partner: CommunityRow | null;
  readonly delegate_count: number;
  readonly rule: HouseRule;
  /** Whether whoever is reading is shown the delegation's names. */
  readonly known: boolean;
  readonly emergency_contact: string | null;
  readonly published_number: number | null;
  readonly published_at: Date | null;
  readonly version: number;
}

const community = (alias: string): string =>
  `case when ${alias}.id is null then null else jsonb_build_object('name', ${alias}.name, 'countryCode', ${alias}.country_code, 'zone', ${alias}.zone) end`;

/** Rules of single appointments of visit `v`, by their ids. */
const ownRules = `coalesce((select jsonb_object_agg(a.id, a.rule order by a.id) from visits.appointments a
  where a.organization_id = $1 and a.visit_id = v.id and a.rule <> 'public'), '{}')`;

@Injectable()
export class VisitsRepository {
  /** Latest arrival first, each with the progress of its program. */
  list(tx: TenantTx, query: VisitsQuery): Promise<Page<VisitListing>> {
    const delegations = tx.from(VisitListing, 'd').where(`d.state <> 'cancelled'`);
    if (query.q) delegations.where(`(d.rule <> 'closed' or delegations.knows(d.organizationId, d.id, d.rule))`);
    if (query.q) delegations.where(`amity.fold(d.name) like '%' || amity.fold(:q) || '%'`, { q: query.q.replace(/[\\%_]/g, '\\$&') });
    if (query.direction) delegations.where('d.direction = :direction', { direction: query.direction });
    return keysetPage(
      delegations,
      [
        { by: 'd.arrivesOn', type: 'date', descending: true },
        { by: 'd.id', type: 'uuid', descending: true },
      ],
      query,
      (row) => [row.arrivesOn, row.id],
    );
  }

  async get(tx: TenantTx, by: { id: Id } | { delegationId: Id }): Promise<VisitRow> {
    const row = await this.find(tx, by);
    if (!row) throw new DomainError('kernel.unknown', { what: 'visit' });
    return row;
  }

  async find(tx: TenantTx, by: { id: Id } | { delegationId: Id }): Promise<VisitRow | null> {
    const [row] = await tx.query<VisitRow>(
      `select v.id, v.delegation_id, d.name as delegation_name, d.direction, d.arrives_on::text, d.departs_on::text, d.zone, o.name as organization,
         ${community('home')} as home, ${community('partner')} as partner, v.emergency_contact, v.version,
         d.rule, delegations.knows(d.organization_id, d.id, d.rule) as known,
         (select count(*)::int from delegations.delegates g where g.organization_id = $1 and g.delegation_id = d.id) as delegate_count,
         latest.number as published_number, latest.created_at as published_at
       from visits.visits v
       join identity.organizations o on o.id = v.organization_id
       join delegations.delegations d on d.organization_id = $1 and d.id = v.delegation_id
       left join partnerships.partnerships ps on ps.organization_id = $1 and ps.id = d.partnership_id
       left join partnerships.communities home on home.organization_id = $1 and home.id = ps.home_community_id
       left join partnerships.communities partner on partner.organization_id = $1 and partner.id = ps.partner_community_id
       left join lateral (select i.number, i.created_at from visits.itinerary_versions i
         where i.organization_id = $1 and i.visit_id = v.id order by i.number desc limit 1) latest on true
       where v.organization_id = $1 and v.${'id' in by ? 'id' : 'delegation_id'} = $2`,
      ['id' in by ? by.id : by.delegationId],
    );
    return row ?? null;
  }

  /**
   * Visits of the delegations that an account travels with; the address finds them, and the rule has the last word.
   * @param hidden people of this account who are under a pseudonym, see `OwnRecords`
   */
  own(tx: TenantTx, accountId: Id, hidden: readonly Id[]): Promise<{ id: Id; delegationId: Id }[]> {
    return tx.query(
      `select v.id, v.delegation_id as "delegationId" from visits.visits v
       where v.organization_id = $1 and v.delegation_id in (select g.delegation_id from people.people p
         join delegations.delegates g on g.organization_id = p.organization_id and g.person_id = p.id
         where p.organization_id = $1 and (p.id = any($3)
           or (p.email = (select a.email from identity.accounts a where a.id = $2) and people.is_own(p.organization_id, p.id))))
       order by v.id`,
      [accountId, hidden],
    );
  }

  /** The rules that stand today, which hold for every version whenever it was published. */
  async rules(tx: TenantTx, visitId: Id): Promise<ItineraryRules> {
    const [row] = await tx.query<ItineraryRules>(
      `select d.rule as delegation, ${ownRules} as appointments
       from visits.visits v join delegations.delegations d on d.organization_id = $1 and d.id = v.delegation_id
       where v.organization_id = $1 and v.id = $2`,
      [visitId],
    );
    if (!row) throw new DomainError('kernel.unknown', { what: 'visit' });
    return row;
  }

  /** As it may be shown today. */
  async latestVersion(tx: TenantTx, visitId: Id): Promise<ItineraryVersionEntity | null> {
    const [latest] = await this.shown(tx, visitId, await this.stored(tx, visitId).limit(1).getMany());
    return latest ?? null;
  }

  /** Latest first; each as it may be shown today. */
  async versions(tx: TenantTx, visitId: Id): Promise<ItineraryVersionEntity[]> {
    return this.shown(tx, visitId, await this.stored(tx, visitId).getMany());
  }

  private stored(tx: TenantTx, visitId: Id) {
    return tx.from(ItineraryVersionEntity, 'i').where('i.visitId = :visitId', { visitId }).orderBy('i.number', 'DESC');
  }

  private async shown(tx: TenantTx, visitId: Id, rows: readonly ItineraryVersionEntity[]): Promise<ItineraryVersionEntity[]> {
    if (rows.length === 0) return [];
    const rules = await this.rules(tx, visitId);
    return rows.map((row) =>
      Object.assign(new ItineraryVersionEntity(), row, {
        content: withheldContent(row.content, rules),
        changes: withheldChanges(row.changes, rules),
      }),
    );
  }

  /** The latest version's id with today's rules, without its content: all that an unchanged feed needs. */
  async latestId(tx: TenantTx, visitId: Id): Promise<{ id: Id; rules: ItineraryRules } | null> {
    const [row] = await tx.query<{ id: Id; rules: ItineraryRules }>(
      `select i.id, jsonb_build_object('delegation', d.rule, 'appointments', ${ownRules}) as rules
       from visits.itinerary_versions i
       join visits.visits v on v.organization_id = $1 and v.id = i.visit_id
       join delegations.delegations d on d.organization_id = $1 and d.id = v.delegation_id
       where i.organization_id = $1 and i.visit_id = $2 order by i.number desc limit 1`,
      [visitId],
    );
    return row ?? null;
  }
}
