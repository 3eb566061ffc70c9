// What a coordinator looks at while placing: how far each delegation is, its guests, and the families for one of them.
import type { Actor } from '@amity/access';
import { knownDelegation } from '../delegations/index.js';
import { HouseholdEntity } from '../hosting/index.js';
import { dayIn, type Id, type Interval, type LocalDate, type Page } from '@amity/kernel';
import {
  dayInWords,
  fitOf,
  freeBeds,
  nameOfWord,
  type Candidate,
  type Candidates,
  type CandidatesQuery,
  type DelegationPlacements,
  type HouseholdPlacements,
  type PlacementTalliesQuery,
  type PlacementTally,
} from '@amity/placements';
import { Injectable } from '@nestjs/common';
import { Organizations } from '../access/index.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { clearanceOf, objectionsOf } from './cleared.js';
import { HomesRepository, type Home } from './homes.repository.js';
import { PlacementsRepository, type GuestOfDelegation } from './placements.repository.js';
import { toGuests, toPlacement, toTally } from './placements.rows.js';
import { openNightsOf } from './placements.service.js';

const mostCandidates = 100;

@Injectable()
export class PlacementBoards {
  constructor(
    private readonly tenants: Tenants,
    private readonly placements: PlacementsRepository,
    private readonly homes: HomesRepository,
    private readonly organizations: Organizations,
  ) {}

  tallies(actor: Actor, query: PlacementTalliesQuery): Promise<Page<PlacementTally>> {
    return this.tenants.read(actor, async (tx) => {
      const page = await this.placements.tallies(tx, query, await this.today(tx));
      return { ...page, items: page.items.map(toTally) };
    });
  }

  ofDelegation(actor: Actor, delegationId: Id): Promise<DelegationPlacements> {
    return this.tenants.read(actor, async (tx) => {
      const tally = await this.placements.tally(tx, delegationId);
      if (!tally.known) await knownDelegation(tx, delegationId); // throws, and says whom to ask
      const delegation = toTally(tally);
      const stay = { from: delegation.arrivesOn, to: delegation.departsOn };
      return { delegation, guests: toGuests(await this.placements.guests(tx, delegationId), stay) };
    });
  }

  ofHousehold(actor: Actor, householdId: Id): Promise<HouseholdPlacements> {
    return this.tenants.read(actor, async (tx) => {
      await tx.get(HouseholdEntity, householdId, 'host family');
      const rows = await this.placements.ofHousehold(tx, householdId, await this.today(tx));
      return { items: rows.map(toPlacement) };
    });
  }

  candidates(actor: Actor, delegateId: Id, { from, to }: CandidatesQuery): Promise<Candidates> {
    return this.tenants.read(actor, async (tx) => {
      const guest = await this.placements.guest(tx, delegateId);
      if (!guest.delegation.known) await knownDelegation(tx, guest.delegation.id); // throws, and says whom to ask
      const nights = from && to ? { from, to } : openNightsOf(guest);
      const [homes, refusals, today] = [await this.homes.all(tx), await this.homes.refusals(tx, delegateId), await this.today(tx)];
      const items = homes.map((home) => candidate(home, guest, nights, today, refusals.get(home.id) ?? null)).sort(byPromise);
      return {
        delegateId,
        nights,
        total: items.length,
        cleared: items.filter((item) => item.cleared).length,
        items: items.slice(0, mostCandidates),
      };
    });
  }

  private async today(tx: TenantTx): Promise<LocalDate> {
    const { zone } = await this.organizations.of(tx);
    return dayIn(zone, new Date());
  }
}

function candidate(
  home: Home,
  guest: GuestOfDelegation,
  nights: Interval<LocalDate>,
  today: LocalDate,
  refusedOn: LocalDate | null,
): Candidate {
  const reasons = objectionsOf(clearanceOf(home, guest, nights, today));
  const bedsFree = freeBeds(home.beds, home.held, nights).length;
  const { score, weakest, sharedLanguages, dietMissing } = fitOf(guest, { ...home, bedsFree }, nameOfWord);
  const refused =
    refusedOn === null ? null : { code: 'declined_before', sentence: `This family said no to this guest on ${dayInWords(refusedOn)}.` };
  return {
    householdId: home.id,
    name: home.name,
    town: home.town,
    state: home.state,
    beds: home.beds,
    bedsFree,
    languages: [...home.languages],
    sharedLanguages,
    dietMissing,
    pets: [...(home.pets ?? [])],
    cleared: reasons.length === 0,
    score,
    against: reasons[0] ?? refused ?? weakest,
    reasons,
  };
}

/** Cleared first, then fewer obstacles, then the better fit; a family that said no before comes after those that did not. */
function byPromise(a: Candidate, b: Candidate): number {
  const said = (c: Candidate): number => Number(c.against?.code === 'declined_before');
  return (
    Number(b.cleared) - Number(a.cleared) ||
    said(a) - said(b) ||
    a.reasons.length - b.reasons.length ||
    b.score - a.score ||
    a.name.localeCompare(b.name)
  );
}
