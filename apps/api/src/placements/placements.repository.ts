import type { DelegationState, HouseRule } from '@amity/delegations';
import { DomainError, type Id, type Interval, type LocalDate, type Page } from '@amity/kernel';
import type { PetSpecies } from '@amity/people';
import type { PlacementTalliesQuery } from '@amity/placements';
import { Injectable } from '@nestjs/common';
import { DelegateEntity } from '../delegations/index.js';
import { keysetPage } from '../database/keyset.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { DelegationTally } from './delegation-tally.entity.js';
import { placementJoins, placementRow, type GuestRow, type PlacementRow } from './placements.rows.js';

/** A delegate whom a bed is looked for, with the stay it is for. */
export interface GuestOfDelegation extends GuestRow {
  readonly needsBed: boolean;
  readonly delegation: {
    readonly id: Id;
    readonly name: string;
    readonly direction: 'inbound' | 'outbound';
    readonly state: DelegationState;
    readonly rule: HouseRule;
    /** Whether whoever is reading is shown its names. */
    readonly known: boolean;
    readonly from: LocalDate;
    readonly to: LocalDate;
  };
}

/** A guest as the database tells it. */
type SealedGuest = Omit<GuestOfDelegation, 'diet' | 'petAllergies'> & { readonly diet: Buffer; readonly petAllergies: Buffer };

async function opened(tx: TenantTx, row: SealedGuest): Promise<GuestOfDelegation> {
  const of = (property: 'diet' | 'petAllergies') => tx.unseal(DelegateEntity, property, row.delegateId, row[property]);
  return { ...row, diet: (await of('diet')) as string[], petAllergies: (await of('petAllergies')) as PetSpecies[] };
}

const guestColumns = `
  d.id as "delegateId", d.role, d.diet_sealed as diet, d.pet_allergies_sealed as "petAllergies", d.needs_bed as "needsBed",
  g.given_name as "givenName", g.family_name as "familyName", g.name_order as "nameOrder", g.native_name as "nativeName",
  g.birth_date::text as "birthDate", g.languages,
  json_build_object('id', t.id, 'name', t.name, 'direction', t.direction, 'state', t.state, 'rule', t.rule, 'known', delegations.knows(t.organization_id, t.id, t.rule), 'from', t.arrives_on, 'to', t.departs_on) as delegation,
  coalesce((select json_agg(${placementRow} order by p.nights, p.id)
    from placements.placements p join hosting.households h on h.organization_id = p.organization_id and h.id = p.household_id
    where p.organization_id = d.organization_id and p.delegate_id = d.id and p.state <> 'cancelled'), '[]') as placements`;

const guestJoins = `delegations.delegates d
  join people.people g on g.organization_id = d.organization_id and g.id = d.person_id
  join delegations.delegations t on t.organization_id = d.organization_id and t.id = d.delegation_id`;

@Injectable()
export class PlacementsRepository {
  /** Delegations we receive, as `PlacementTalliesQuery` says. Two queries, whatever their number. */
  tallies(tx: TenantTx, { past, ...page }: PlacementTalliesQuery, today: LocalDate): Promise<Page<DelegationTally>> {
    const delegations = tx
      .from(DelegationTally, 'd')
      .where(`d.direction = 'inbound'`)
      .where(past ? 'd.departsOn < :today' : `d.departsOn >= :today and d.state <> 'cancelled'`, { today });
    const [day, descending] = past ? (['departsOn', true] as const) : (['arrivesOn', false] as const);
    return keysetPage(
      delegations,
      [
        { by: `d.${day}`, type: 'date', descending },
        { by: 'd.id', type: 'uuid', descending },
      ],
      page,
      (row) => [row[day], row.id],
    );
  }

  tally(tx: TenantTx, id: Id): Promise<DelegationTally> {
    return tx.get(DelegationTally, id, 'delegation');
  }

  /** Everybody of a delegation who needs a bed, with their placements. One query. */
  async guests(tx: TenantTx, delegationId: Id): Promise<GuestOfDelegation[]> {
    const rows = await tx.query<SealedGuest>(
      `select ${guestColumns} from ${guestJoins} where d.organization_id = $1 and d.delegation_id = $2 and d.needs_bed`,
      [delegationId],
    );
    return Promise.all(rows.map((row) => opened(tx, row)));
  }

  async guest(tx: TenantTx, delegateId: Id): Promise<GuestOfDelegation> {
    const [row] = await tx.query<SealedGuest>(`select ${guestColumns} from ${guestJoins} where d.organization_id = $1 and d.id = $2`, [
      delegateId,
    ]);
    if (!row) throw new DomainError('kernel.unknown', { what: 'delegate' });
    return opened(tx, row);
  }

  /**
   * The guest, locked until the transaction ends: two families offered at the same moment come one after the other. The delegation is
   * held as well, so that it is not called off meanwhile; held first, as everybody does who needs both.
   */
  async lockedGuest(tx: TenantTx, delegateId: Id): Promise<GuestOfDelegation> {
    await tx.query(
      `select t.id from delegations.delegates d join delegations.delegations t on t.organization_id = d.organization_id and t.id = d.delegation_id
       where d.organization_id = $1 and d.id = $2 for share of t`,
      [delegateId],
    );
    await tx.query(`select id from delegations.delegates where organization_id = $1 and id = $2 for update`, [delegateId]);
    return this.guest(tx, delegateId);
  }

  async placement(tx: TenantTx, id: Id): Promise<PlacementRow> {
    const [row] = await tx.query<{ placement: PlacementRow }>(
      `select ${placementRow} as placement from ${placementJoins} where p.organization_id = $1 and p.id = $2`,
      [id],
    );
    if (!row) throw new DomainError('kernel.unknown', { what: 'placement' });
    return row.placement;
  }

  /** Every placement of a household: present and coming first, then the past, each by its nights. One query. */
  async ofHousehold(tx: TenantTx, householdId: Id, today: LocalDate): Promise<PlacementRow[]> {
    const rows = await tx.query<{ placement: PlacementRow }>(
      `select ${placementRow} as placement from ${placementJoins}
       where p.organization_id = $1 and p.household_id = $2
       order by upper(p.nights) <= $3::date, case when upper(p.nights) > $3::date then lower(p.nights) end, lower(p.nights) desc, p.id`,
      [householdId, today],
    );
    return rows.map(({ placement }) => placement);
  }

  /** What still holds a bed for a delegation that was called off, locked; nothing when it travels. */
  async calledOff(tx: TenantTx, delegationId: Id): Promise<{ id: Id }[]> {
    return tx.query<{ id: Id }>(
      `select p.id from placements.placements p
       join delegations.delegates d on d.organization_id = p.organization_id and d.id = p.delegate_id
       join delegations.delegations t on t.organization_id = d.organization_id and t.id = d.delegation_id
       where p.organization_id = $1 and t.id = $2 and t.state = 'cancelled' and p.state in ('offered', 'accepted')
       order by p.id for update of p`,
      [delegationId],
    );
  }

  /** The bed that is in the way of a guest's nights. */
  async inTheWay(tx: TenantTx, delegateId: Id, nights: Interval<LocalDate>): Promise<PlacementRow | null> {
    const [row] = await tx.query<{ placement: PlacementRow }>(
      `select ${placementRow} as placement from ${placementJoins}
       where p.organization_id = $1 and p.delegate_id = $2 and p.state in ('offered', 'accepted') and p.nights && daterange($3::date, $4::date)
       order by p.nights limit 1`,
      [delegateId, nights.from, nights.to],
    );
    return row?.placement ?? null;
  }
}
