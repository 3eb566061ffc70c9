// Homes as placing sees them: the facts for clearance come from hosting, the beds that are held from here. A handful of queries,
// however many homes.
import type { HouseholdFacts, Room } from '@amity/hosting';
import { DomainError, type Id, type Interval, type LocalDate } from '@amity/kernel';
import { freeBeds, type HeldBed } from '@amity/placements';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';
import { Households } from '../hosting/index.js';

interface HomeRow {
  readonly id: Id;
  readonly town: string;
  readonly email: string;
  readonly languages: readonly string[];
  readonly dietOffered: readonly string[];
  readonly room: Room;
  readonly held: readonly { placementId: Id; bed: number; from: LocalDate; to: LocalDate }[];
}

/** A home with its facts; `held` are the beds promised to guests, each with its placement. */
export interface Home extends HouseholdFacts, Omit<HomeRow, 'held'> {
  readonly held: readonly (HeldBed & { readonly placementId: Id })[];
}

/** The facts on these nights, with the free beds counted; a placement's own bed does not stand in its own way. */
export function factsOn(home: Home, nights: Interval<LocalDate>, except: Id | null = null): HouseholdFacts {
  const held = home.held.filter(({ placementId }) => placementId !== except);
  return { ...home, bedsFree: freeBeds(home.beds, held, nights).length };
}

const homesSql = `
  select h.id, h.town, h.email, h.room, h.languages, h.diet_offered as "dietOffered",
    coalesce((select json_agg(json_build_object('placementId', p.id, 'bed', p.bed, 'from', lower(p.nights), 'to', upper(p.nights)) order by p.nights, p.bed)
      from placements.placements p
      where p.organization_id = h.organization_id and p.household_id = h.id and p.state in ('offered', 'accepted')), '[]') as held
  from hosting.households h
  where h.organization_id = $1`;

@Injectable()
export class HomesRepository {
  constructor(private readonly households: Households) {}

  /** Every home that could be asked now or after its screening; families we declined are left out. */
  async all(tx: TenantTx): Promise<Home[]> {
    return this.withFacts(tx, await tx.query<HomeRow>(`${homesSql} and h.state <> 'declined'`));
  }

  /** One home, locked until the transaction ends: whoever places a second guest there waits and then sees the first. */
  async locked(tx: TenantTx, id: Id): Promise<Home> {
    await tx.query(`select id from hosting.households where organization_id = $1 and id = $2 for update`, [id]);
    const [home] = await this.withFacts(tx, await tx.query<HomeRow>(`${homesSql} and h.id = $2`, [id]));
    if (!home) throw new DomainError('kernel.unknown', { what: 'host family' });
    return home;
  }

  /** Who said no to a guest, and when. */
  async refusals(tx: TenantTx, delegateId: Id): Promise<ReadonlyMap<Id, LocalDate>> {
    const rows = await tx.query<{ householdId: Id; day: LocalDate }>(
      `select p.household_id as "householdId", max(p.answered_at)::date::text as day from placements.placements p
       where p.organization_id = $1 and p.delegate_id = $2 and p.state = 'declined' group by p.household_id`,
      [delegateId],
    );
    return new Map(rows.map(({ householdId, day }) => [householdId, day]));
  }

  private async withFacts(tx: TenantTx, rows: readonly HomeRow[]): Promise<Home[]> {
    const facts = await this.households.factsForMany(
      tx,
      rows.map(({ id }) => id),
    );
    const byId = new Map(facts.map((fact) => [fact.id, fact]));
    return rows.flatMap(({ held, ...row }) => {
      const fact = byId.get(row.id);
      const beds = held.map(({ placementId, bed, from, to }) => ({ placementId, bed, nights: { from, to } }));
      return fact ? [{ ...fact, ...row, held: beds }] : [];
    });
  }
}
