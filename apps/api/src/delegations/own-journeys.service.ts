// What a delegate sees: their own record in each delegation they travel with, and nobody else's. Whose record it is, the address says that
// they proved when they joined; the rule stands in the database as `people.is_own`.
import type { MemberActor } from '@amity/access';
import type { OwnJourney, OwnJourneys } from '@amity/delegations';
import { displayName } from '@amity/people';
import { Injectable } from '@nestjs/common';
import { Organizations } from '../access/index.js';
import { Tenants } from '../database/tenants.js';
import { OwnRecords } from '../privacy/index.js';
import type { DelegationListing } from './delegation-listing.entity.js';
import { type DelegateWithPerson, toDelegate } from './delegations.mapper.js';
import { DelegationsRepository } from './delegations.repository.js';

@Injectable()
export class OwnJourneysService {
  constructor(
    private readonly tenants: Tenants,
    private readonly delegations: DelegationsRepository,
    private readonly organizations: Organizations,
    private readonly records: OwnRecords,
  ) {}

  list(actor: MemberActor): Promise<OwnJourneys> {
    return this.tenants.read(actor, async (tx) => {
      const hidden = await this.records.underPseudonym(tx, actor.accountId);
      const own = await this.delegations.ownDelegates(tx, actor.accountId, hidden);
      const delegations = await this.delegations.byIds(
        tx,
        own.map(({ delegationId }) => delegationId),
      );
      const items = delegations.flatMap((delegation) =>
        own.filter(({ delegationId }) => delegationId === delegation.id).map((row) => toJourney(delegation, row)),
      );
      return { organization: (await this.organizations.of(tx)).name, items };
    });
  }
}

/** Whoever travels with a delegation knows its name, whatever its rule. */
function toJourney(delegation: DelegationListing, row: DelegateWithPerson): OwnJourney {
  const { id, person, role, diet, petAllergies, flights, needsBed } = toDelegate(row, row.person);
  return {
    delegateId: id,
    personId: person.id,
    delegationId: delegation.id,
    delegation: delegation.name,
    partnership: delegation.partnershipLabel,
    arrivesOn: delegation.arrivesOn,
    departsOn: delegation.departsOn,
    state: delegation.state,
    name: displayName(person),
    role,
    email: person.email,
    phone: person.phone,
    diet,
    petAllergies,
    flights,
    needsBed,
  };
}
