import type { Community, Partnership } from '@amity/partnerships';
import type { CommunityEntity } from './community.entity.js';
import type { PartnershipEntity, PartnershipWithSides } from './partnership.entity.js';

export function toCommunity(row: CommunityEntity): Community {
  return {
    id: row.id,
    name: row.name,
    countryCode: row.countryCode,
    latitude: row.latitude,
    longitude: row.longitude,
    zone: row.zone,
    population: row.population,
    gazetteerId: row.gazetteerId,
    flagged: row.flagged,
    version: row.version,
  };
}

export function toPartnership(row: PartnershipWithSides): Partnership {
  return { id: row.id, ...ownFieldsOf(row), home: toCommunity(row.home), partner: toCommunity(row.partner), version: row.version };
}

/** What may change in a partnership's life: also what a refused change shows of the other one. */
export function ownFieldsOf(row: PartnershipEntity): Pick<Partnership, 'kind' | 'since' | 'state' | 'notes'> {
  return { kind: row.kind, since: row.since, state: row.state, notes: row.notes };
}
