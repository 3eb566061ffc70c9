// Placing a guest, and ending it. A bed is promised once and a guest sleeps once: the delegate and the household are locked,
// the database's exclusion constraints have the last word. Clearance holds when the bed is offered, or nothing is offered.
import type { Actor } from '@amity/access';
import { DomainError, dayIn, daysBetween, overlaps, type Id, type Interval, type LocalDate } from '@amity/kernel';
import { displayName } from '@amity/people';
import {
  bedFreeFrom,
  dayInWords,
  firstOpenNights,
  freeBeds,
  holds,
  mentions,
  offerLetter,
  placementStates,
  withdrawalLetter,
  type Placement,
  type PlacementDraft,
} from '@amity/placements';
import { Inject, Injectable } from '@nestjs/common';
import { Links, Organizations } from '../access/index.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { knownDelegation } from '../delegations/index.js';
import { Outbox } from '../messages/index.js';
import { SETTINGS, type Settings } from '../settings.js';
import { refuseUncleared } from './cleared.js';
import { HomesRepository, type Home } from './homes.repository.js';
import { PlacementEntity } from './placement.entity.js';
import { PlacementsRepository, type GuestOfDelegation } from './placements.repository.js';
import { rangeOf, toPlacement } from './placements.rows.js';

const leastLinkDays = 14;

@Injectable()
export class Placements {
  constructor(
    private readonly tenants: Tenants,
    private readonly placements: PlacementsRepository,
    private readonly homes: HomesRepository,
    private readonly links: Links,
    private readonly organizations: Organizations,
    private readonly outbox: Outbox,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  place(actor: Actor, draft: PlacementDraft): Promise<Placement> {
    return this.tenants.write(actor, (tx) => this.offer(tx, draft));
  }

  /** For other areas and the demo: inside the caller's transaction. */
  async offer(tx: TenantTx, { delegateId, householdId, nights: wanted, message }: PlacementDraft): Promise<Placement> {
    const guest = await this.placements.lockedGuest(tx, delegateId);
    if (!guest.delegation.known) await knownDelegation(tx, guest.delegation.id); // throws, and says whom to ask
    refuseNaming(guest, message);
    const nights = wanted ?? openNightsOf(guest);
    refuseNoGuest(guest, nights);
    const earlier = guest.placements.find((other) => holds(other.state) && overlaps(other, nights));
    if (earlier) throw alreadyPlaced(earlier);
    const home = await this.homes.locked(tx, householdId);
    const [bed] = freeBeds(home.beds, home.held, nights);
    if (bed === undefined) throw noBed(home, nights);
    refuseUncleared(home, guest, nights, await this.today(tx));
    const { id } = await tx.guarded(
      () =>
        tx.insert(PlacementEntity, {
          delegateId,
          householdId,
          bed,
          nights: rangeOf(nights),
          state: 'offered',
          message,
          answeredAt: null,
          answeredBy: null,
          answerNote: null,
        }),
      {
        placements_guest_sleeps_once: async () => {
          const other = await this.placements.inTheWay(tx, delegateId, nights);
          throw other ? alreadyPlaced(other) : new DomainError('kernel.unavailable');
        },
        placements_bed_given_once: async () => {
          throw noBed(await this.homes.locked(tx, householdId), nights);
        },
      },
    );
    await this.writeToFamily(tx, id, home, guest, nights, message);
    await this.outbox.publish(tx, { kind: 'placements.offered', placementId: id, delegateId, householdId });
    return toPlacement(await this.placements.placement(tx, id));
  }

  /** Ends an offer or a yes; the family is told. */
  cancel(actor: Actor, id: Id, version: number): Promise<Placement> {
    return this.tenants.write(actor, async (tx) => {
      const { state: from, version: present } = await tx.lock(PlacementEntity, id, 'placement');
      if (present === version && !placementStates.allows(from, 'cancelled'))
        throw new DomainError('kernel.state', { what: 'placement', from, to: 'cancelled' });
      await knownDelegation(tx, toPlacement(await this.placements.placement(tx, id)).delegationId);
      return this.end(tx, id, version);
    });
  }

  /** The delegation was called off: every offer and every yes ends, and the families are told. */
  async endAllOf(tx: TenantTx, delegationId: Id): Promise<void> {
    for (const { id } of await this.placements.calledOff(tx, delegationId)) await this.end(tx, id, 'any');
  }

  private async end(tx: TenantTx, id: Id, version: number | 'any'): Promise<Placement> {
    const before = toPlacement(await this.placements.placement(tx, id));
    await tx.update(PlacementEntity, id, version, { state: 'cancelled' }, 'placement', () => before);
    const home = await this.homes.locked(tx, before.householdId);
    const guest = await this.placements.guest(tx, before.delegateId);
    await this.outbox.send(tx, withdrawalLetter({ ...lettersFacts(home, guest, before.nights), wasAccepted: before.state === 'accepted' }));
    await this.outbox.publish(tx, { kind: 'placements.cancelled', placementId: id, delegateId: before.delegateId, householdId: home.id });
    return toPlacement(await this.placements.placement(tx, id));
  }

  private async writeToFamily(
    tx: TenantTx,
    id: Id,
    home: Home,
    guest: GuestOfDelegation,
    nights: Interval<LocalDate>,
    message: string | null,
  ): Promise<void> {
    const days = Math.max(leastLinkDays, daysBetween(await this.today(tx), nights.to) + 1);
    const token = await this.links.issue(tx, 'placements.answer', id, days);
    const url = `${this.settings.publicUrl}/p/placement#${token}`;
    await this.outbox.send(tx, offerLetter({ ...lettersFacts(home, guest, nights), message, url }));
  }

  private async today(tx: TenantTx): Promise<LocalDate> {
    const { zone } = await this.organizations.of(tx);
    return dayIn(zone, new Date());
  }
}

export function lettersFacts(home: Home, guest: GuestOfDelegation, nights: Interval<LocalDate>) {
  const { id: about, name, rule } = guest.delegation;
  const words = { guestGivenName: rule === 'public' ? guest.givenName : null, delegation: rule === 'closed' ? null : name };
  return { to: home.email, family: home.name, ...words, nights, about };
}

/** Under a rule a letter names no guest; the family sees the first name behind its own link. */
function refuseNaming({ givenName, familyName, delegation }: GuestOfDelegation, message: string | null): void {
  if (delegation.rule === 'public' || message === null) return;
  if (mentions(message, [givenName, familyName]))
    throw new DomainError('placements.message_names_guest', {}, { errors: [{ path: 'message', detail: 'Leave the name out.' }] });
}

/** The first nights without a bed; the whole stay when there are none. */
export function openNightsOf({
  delegation: { from, to },
  placements,
}: GuestOfDelegation): Interval<LocalDate> & { from: LocalDate; to: LocalDate } {
  const covered = placements.filter(({ state }) => holds(state));
  return firstOpenNights({ from, to }, covered) ?? { from, to };
}

function refuseNoGuest(guest: GuestOfDelegation, nights: Interval<LocalDate>): void {
  const { name: delegation, direction, state, from, to } = guest.delegation;
  if (direction === 'outbound') throw new DomainError('placements.not_inbound', { delegation });
  if (state === 'cancelled' || state === 'completed') throw new DomainError('placements.delegation_over', { delegation, state });
  if (!guest.needsBed) throw new DomainError('placements.not_a_guest', { guest: displayName(guest) });
  if (from >= to) throw new DomainError('placements.no_nights', { delegation });
  if (nights.from < from || nights.to > to)
    throw new DomainError('placements.outside_stay', { delegation, from: dayInWords(from), to: dayInWords(to) });
}

function alreadyPlaced(row: Parameters<typeof toPlacement>[0]): DomainError {
  const placement = toPlacement(row);
  const { householdName: household, nights } = placement;
  const guest = placement.guestName ?? 'This guest';
  const words = { guest, household, from: dayInWords(nights.from), to: dayInWords(nights.to) };
  return new DomainError('placements.already_placed', words, { placement });
}

function noBed({ name: household, beds, held }: Home, nights: Interval<LocalDate>): DomainError {
  const until = bedFreeFrom(beds, held, nights);
  if (until === null) return new DomainError('placements.no_beds', { household });
  const words = { household, beds, from: dayInWords(nights.from), to: dayInWords(nights.to), until: dayInWords(until) };
  return new DomainError('placements.no_bed', words, { beds, freeFrom: until });
}
