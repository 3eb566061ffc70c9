// A household is read whole: its row and, as JSON, who lives there, its pets, nights, consents and checks. One query,
// however many households; everything else in this area is computed from that.
import type {
  Consent,
  HouseholdEvent,
  HouseholdFacts,
  HouseholdsQuery,
  HouseholdState,
  OwnGuest,
  RecordedCheck,
  Requirement,
  Room,
} from '@amity/hosting';
import { householdStateNames } from '@amity/hosting';
import type { Id, LocalDate, Page } from '@amity/kernel';
import type { NamedPerson, PetSpecies } from '@amity/people';
import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { AuditEntity, type ChangeEntity } from '../audit/index.js';
import { keysetPage } from '../database/keyset.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { HouseholdEntity, RequirementEntity } from './hosting.entities.js';

/** A household with everything that belongs to it, as the database tells it. */
export interface WholeHousehold {
  readonly id: Id;
  readonly name: string;
  readonly state: HouseholdState;
  readonly email: string;
  readonly phone: string | null;
  readonly address: string;
  readonly postal_code: string | null;
  readonly town: string;
  readonly languages: string[];
  readonly diet_offered: string[];
  readonly beds: number;
  readonly room: Room;
  readonly stairs: boolean;
  readonly smokers: boolean;
  readonly notes: string | null;
  readonly version: number;
  readonly created_at: Date;
  readonly members: (NamedPerson & {
    id: Id;
    personId: Id;
    relation: HouseholdFacts['members'][number]['relation'];
    birthDate: LocalDate | null;
    phone: string | null;
  })[];
  readonly pets: { id: Id; species: PetSpecies; count: number }[];
  readonly offers: { id: Id; from: LocalDate; to: LocalDate }[];
  readonly consents: { key: Consent['key']; wordingVersion: number; givenAt: string }[];
  readonly checks: RecordedCheck[];
}

@Injectable()
export class HouseholdsRepository {
  /** By name. The words of `q` are looked for in the family's name, town and address and in the names of who lives there. */
  list(tx: TenantTx, { state, q, from, to, ...page }: HouseholdsQuery): Promise<Page<HouseholdEntity>> {
    const households = tx.from(HouseholdEntity, 'h');
    if (state?.length) households.where('h.state = any(:state)', { state });
    if (from && to)
      households.where(
        `exists (select 1 from hosting.offers o where o.organization_id = h.organization_id and o.household_id = h.id and o.nights @> daterange(:from, :to))`,
        { from, to },
      );
    (q ?? '')
      .split(/\s+/)
      .filter(Boolean)
      .slice(0, 8)
      .forEach((word, i) =>
        households.where(`${searchable} like '%' || amity.fold(:word${i}) || '%'`, { [`word${i}`]: word.replace(/[\\%_]/g, '\\$&') }),
      );
    return keysetPage(
      households,
      [
        { by: 'h.name', type: 'text' },
        { by: 'h.id', type: 'uuid' },
      ],
      page,
      (row) => [row.name, row.id],
    );
  }

  /** How many households stand in each state. */
  async counts(tx: TenantTx): Promise<Record<HouseholdState, number>> {
    const rows = await tx.query<{ state: HouseholdState; households: number }>(
      `select state, count(*)::int as households from hosting.households where organization_id = $1 group by state`,
    );
    const none = Object.fromEntries(householdStateNames.map((state) => [state, 0])) as Record<HouseholdState, number>;
    return { ...none, ...Object.fromEntries(rows.map((row) => [row.state, row.households])) };
  }

  /** These households, whole, in no particular order. */
  async whole(tx: TenantTx, ids: readonly Id[]): Promise<WholeHousehold[]> {
    const rows = await tx.query<Omit<WholeHousehold, 'notes'> & { notes: Buffer | null }>(wholeHouseholds, [ids]);
    return Promise.all(
      rows.map(async (row) => ({ ...row, notes: (await tx.unseal(HouseholdEntity, 'notes', row.id, row.notes)) as string | null })),
    );
  }

  /** The organization's requirements, in the order of the checklist. */
  async requirements(tx: TenantTx): Promise<Requirement[]> {
    const rows = await tx.from(RequirementEntity, 'r').orderBy('r.position').addOrderBy('r.key').getMany();
    return rows.map(({ id, key, label, stage, scope, validMonths, source, sourceVersion }) => ({
      id,
      key,
      label,
      stage,
      scope,
      validMonths,
      source,
      sourceVersion,
    }));
  }

  /** The household that signed up with this address, or null. */
  async byEmail(tx: TenantTx, email: string): Promise<HouseholdEntity | null> {
    return tx.from(HouseholdEntity, 'h').where('h.email = :email', { email }).orderBy('h.id').getOne();
  }

  /** The households of whoever reads. @param hidden people of this account who are under a pseudonym, see `OwnRecords` */
  async own(tx: TenantTx, hidden: readonly Id[]): Promise<Id[]> {
    const rows = await tx
      .from(HouseholdEntity, 'h')
      .where(
        `(hosting.is_own(h.organizationId, h.id) or exists (select from hosting.members m
          where m.organization_id = h.organizationId and m.household_id = h.id and m.person_id = any(:hidden)))`,
        { hidden },
      )
      .orderBy('h.name')
      .addOrderBy('h.id')
      .getMany();
    return rows.map(({ id }) => id);
  }

  /** Who stays at a household from this night on, by first name. */
  guestsFrom(tx: TenantTx, id: Id, today: LocalDate): Promise<OwnGuest[]> {
    return tx.query<OwnGuest>(
      `select p.id as "placementId", g.given_name as name, lower(p.nights)::text as "from", upper(p.nights)::text as "to", p.state
       from placements.placements p
       join delegations.delegates d on d.organization_id = p.organization_id and d.id = p.delegate_id
       join people.people g on g.organization_id = d.organization_id and g.id = d.person_id
       where p.organization_id = $1 and p.household_id = $2 and p.state in ('offered', 'accepted') and upper(p.nights) >= $3::date
       order by lower(p.nights), p.id`,
      [id, today],
    );
  }

  /** What happened to a household and to what belongs to it, newest first. */
  timeline(tx: TenantTx, id: Id, page: { cursor?: string | undefined; limit: number }): Promise<Page<ChangeEntity>> {
    const entries = tx.manager
      .createQueryBuilder(AuditEntity, 'e')
      .where('e.organizationId = :organizationId', { organizationId: tx.organizationId })
      .andWhere(`e.action in ('created', 'changed', 'removed')`)
      .andWhere('e.subject = any(:subjects)', { subjects: timelineSubjects.map((subject) => `hosting.${subject}`) })
      .andWhere(`(e.subjectId = :id or (e.subject like 'hosting.%' and coalesce(e.after, e.before) ->> 'householdId' = :id::text))`, {
        id,
      }) as SelectQueryBuilder<ChangeEntity>;
    return keysetPage(entries, [{ by: 'e.number', type: 'bigint', descending: true }], page, (entry) => [entry.number]);
  }
}

const timelineSubjects: readonly HouseholdEvent['subject'][] = ['households', 'members', 'pets', 'offers', 'checks', 'consents'];

const searchable = `amity.fold(h.name || ' ' || h.town || ' ' || h.address || ' ' || h.email || ' ' || coalesce((
  select string_agg(p.given_name || ' ' || p.family_name, ' ')
  from hosting.members m
  join people.people p on p.organization_id = m.organization_id and p.id = m.person_id
  where m.organization_id = h.organization_id and m.household_id = h.id), ''))`;

const wholeHouseholds = `
  select h.id, h.name, h.state, h.email, h.phone, h.address, h.postal_code, h.town, h.languages, h.diet_offered, h.beds, h.room, h.stairs,
    h.smokers, h.notes_sealed as notes, h.version, h.created_at,
    (select coalesce(json_agg(json_build_object('id', m.id, 'personId', m.person_id, 'relation', m.relation, 'givenName', p.given_name,
        'familyName', p.family_name, 'nameOrder', p.name_order, 'birthDate', p.birth_date, 'phone', p.phone)
        order by array_position(array['contact', 'adult', 'child'], m.relation), m.id), '[]')
      from hosting.members m join people.people p on p.organization_id = m.organization_id and p.id = m.person_id
      where m.organization_id = h.organization_id and m.household_id = h.id) as members,
    (select coalesce(json_agg(json_build_object('id', t.id, 'species', t.species, 'count', t.count) order by t.species), '[]')
      from hosting.pets t where t.organization_id = h.organization_id and t.household_id = h.id) as pets,
    (select coalesce(json_agg(json_build_object('id', o.id, 'from', lower(o.nights), 'to', upper(o.nights)) order by o.nights), '[]')
      from hosting.offers o where o.organization_id = h.organization_id and o.household_id = h.id) as offers,
    (select coalesce(json_agg(json_build_object('key', c.key, 'wordingVersion', c.wording_version,
        'givenAt', to_char(c.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by c.id), '[]')
      from hosting.consents c where c.organization_id = h.organization_id and c.household_id = h.id) as consents,
    (select coalesce(json_agg(json_build_object('id', k.id, 'requirementKey', r.key, 'memberId', k.member_id, 'outcome', k.outcome,
        'checkedOn', k.checked_on, 'validUntil', k.valid_until, 'provider', k.provider, 'version', k.version) order by k.checked_on desc, k.id desc), '[]')
      from hosting.checks k join hosting.requirements r on r.organization_id = k.organization_id and r.id = k.requirement_id
      where k.organization_id = h.organization_id and k.household_id = h.id) as checks
  from hosting.households h
  where h.organization_id = $1 and h.id = any($2)`;
