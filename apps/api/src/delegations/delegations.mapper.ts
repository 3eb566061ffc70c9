import { closedDelegation, type Delegate, type Delegation } from '@amity/delegations';
import { toPerson, type PersonEntity } from '../people/index.js';
import type { DelegateEntity } from './delegate.entity.js';
import type { DelegationListing } from './delegation-listing.entity.js';

/** As whoever is reading may see it: without notes where names are withheld; of a closed one there is the fact and the numbers. */
export function toDelegation(row: DelegationListing): Delegation {
  const isNamed = row.known || row.rule !== 'closed';
  return {
    id: row.id,
    name: isNamed ? row.name : closedDelegation,
    direction: row.direction,
    partnershipId: isNamed ? row.partnershipId : null,
    partnershipLabel: isNamed ? row.partnershipLabel : null,
    programFormat: row.programFormat,
    track: row.track,
    arrivesOn: row.arrivesOn,
    departsOn: row.departsOn,
    zone: row.zone,
    state: row.state,
    rule: row.rule,
    known: row.known,
    notes: row.known ? row.notes : null,
    delegateCount: row.delegateCount,
    version: row.version,
  };
}

/** A delegate together with the person it is. */
export type DelegateWithPerson = DelegateEntity & { readonly person: PersonEntity };

export function toDelegate(row: DelegateEntity, person: PersonEntity): Delegate {
  return {
    id: row.id,
    delegationId: row.delegationId,
    person: toPerson(person),
    role: row.role,
    gender: row.gender,
    diet: row.diet,
    petAllergies: row.petAllergies,
    needsBed: row.needsBed,
    flights: row.flights,
    notes: row.notes,
    version: row.version,
  };
}
