// The family's answer, by its own link or told to a coordinator on the phone. Clearance is computed again at the moment of a yes:
// what lapsed since the offer refuses it. The same answer twice changes nothing; the family is never told why it is not cleared.
import type { Actor, LinkActor } from '@amity/access';
import { DomainError, dayIn, type Id, type LocalDate } from '@amity/kernel';
import {
  acceptanceLetter,
  ageGroupOn,
  holds,
  placementStates,
  type FamilyOffer,
  type Placement,
  type PlacementAnswer,
} from '@amity/placements';
import { Injectable } from '@nestjs/common';
import { Organizations } from '../access/index.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { knownDelegation } from '../delegations/index.js';
import { Outbox } from '../messages/index.js';
import { clearanceOf, refuseUncleared } from './cleared.js';
import { HomesRepository } from './homes.repository.js';
import { PlacementEntity } from './placement.entity.js';
import { PlacementsRepository } from './placements.repository.js';
import { lettersFacts } from './placements.service.js';
import { nightsIn, toPlacement } from './placements.rows.js';

@Injectable()
export class PlacementAnswers {
  constructor(
    private readonly tenants: Tenants,
    private readonly placements: PlacementsRepository,
    private readonly homes: HomesRepository,
    private readonly organizations: Organizations,
    private readonly outbox: Outbox,
  ) {}

  /** What stands behind the family's link. */
  shown(actor: LinkActor): Promise<FamilyOffer> {
    return this.tenants.read(actor, (tx) => this.familyOffer(tx, actor.subjectId));
  }

  /** The family answers; answering the same again is harmless. */
  byFamily(actor: LinkActor, { answer, note }: PlacementAnswer): Promise<FamilyOffer> {
    return this.tenants.write(actor, async (tx) => {
      const placement = await tx.lock(PlacementEntity, actor.subjectId, 'offer');
      if (placement.state === 'cancelled') throw new DomainError('placements.withdrawn');
      if (placement.state !== 'offered' && placement.state !== answer)
        throw new DomainError('placements.answered_otherwise', { answer: placement.state === 'accepted' ? 'yes' : 'no' });
      if (placement.state === 'offered') await this.write(tx, placement, { answer, note }, 'family');
      return this.familyOffer(tx, actor.subjectId);
    });
  }

  /** A coordinator writes down what the family said. */
  onBehalf(actor: Actor, id: Id, version: number, { answer, note }: PlacementAnswer): Promise<Placement> {
    return this.tenants.write(actor, async (tx) => {
      const placement = await tx.lock(PlacementEntity, id, 'placement');
      const present = toPlacement(await this.placements.placement(tx, id));
      await knownDelegation(tx, present.delegationId);
      if (placement.version !== version)
        throw new DomainError(
          'kernel.stale_version',
          { what: 'placement' },
          { yours: version, currentVersion: placement.version, current: present },
        );
      if (!placementStates.allows(placement.state, answer))
        throw new DomainError('kernel.state', { what: 'placement', from: placement.state, to: answer });
      await this.write(tx, placement, { answer, note }, 'coordinator');
      return toPlacement(await this.placements.placement(tx, id));
    });
  }

  /** For other areas and the demo: an offer's answer inside the caller's transaction. */
  async record(tx: TenantTx, id: Id, answer: PlacementAnswer, by: 'family' | 'coordinator'): Promise<void> {
    await this.write(tx, await tx.lock(PlacementEntity, id, 'placement'), answer, by);
  }

  private async write(
    tx: TenantTx,
    { id, delegateId, householdId, nights: range, version }: PlacementEntity,
    { answer, note }: PlacementAnswer,
    by: 'family' | 'coordinator',
  ): Promise<void> {
    const nights = nightsIn(range);
    const home = await this.homes.locked(tx, householdId);
    const guest = await this.placements.guest(tx, delegateId);
    if (answer === 'accepted') {
      const today = await this.today(tx);
      if (by === 'coordinator') refuseUncleared(home, guest, nights, today, id);
      else if (!clearanceOf(home, guest, nights, today, id).cleared) throw new DomainError('placements.changed_since');
      await this.outbox.send(tx, acceptanceLetter(lettersFacts(home, guest, nights)));
    }
    await tx.update(PlacementEntity, id, version, { state: answer, answerNote: note, answeredBy: by, answeredAt: new Date() }, 'placement');
    await this.outbox.publish(tx, { kind: 'placements.answered', placementId: id, delegateId, householdId });
  }

  private async familyOffer(tx: TenantTx, id: Id): Promise<FamilyOffer> {
    const placement = await tx.get(PlacementEntity, id, 'offer');
    const { name: organization } = await this.organizations.of(tx);
    const row = await this.placements.placement(tx, id);
    const guest = await this.placements.guest(tx, placement.delegateId);
    const nights = nightsIn(placement.nights);
    return {
      organization,
      family: row.householdName,
      state: placement.state,
      nights,
      delegation: row.delegationName, // a link is on no list: of a closed delegation it is the neutral name
      message: placement.message,
      guest: holds(placement.state)
        ? {
            givenName: guest.givenName,
            ageGroup: ageGroupOn(guest.birthDate, nights.from),
            languages: guest.languages,
            diet: guest.diet,
            petAllergies: guest.petAllergies,
          }
        : null,
      answeredAt: placement.answeredAt?.toISOString() ?? null,
      version: placement.version,
    };
  }

  private async today(tx: TenantTx): Promise<LocalDate> {
    const { zone } = await this.organizations.of(tx);
    return dayIn(zone, new Date());
  }
}
