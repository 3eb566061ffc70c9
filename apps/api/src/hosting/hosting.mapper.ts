import {
  householdStates,
  lapsesOn,
  screeningOn,
  type Home,
  type Household,
  type HouseholdEvent,
  type HouseholdFacts,
  type HouseholdSummary,
  type Requirement,
} from '@amity/hosting';
import type { LocalDate } from '@amity/kernel';
import { displayName } from '@amity/people';
import type { ChangeEntity } from '../audit/index.js';
import type { WholeHousehold } from './households.repository.js';

/** What clearance is computed from. Nobody has counted the free beds yet: that is for whoever knows the placements. */
export function toFacts(row: WholeHousehold, requirements: readonly Requirement[]): HouseholdFacts {
  return {
    id: row.id,
    name: row.name,
    state: row.state,
    beds: row.beds,
    bedsFree: null,
    stairs: row.stairs,
    smokers: row.smokers,
    pets: row.pets.map(({ species }) => species),
    offers: row.offers.map(({ from, to }) => ({ from, to })),
    members: row.members.map((member) => ({
      id: member.id,
      name: displayName(member),
      relation: member.relation,
      birthDate: member.birthDate,
    })),
    requirements,
    checks: row.checks,
  };
}

export function toHousehold(row: WholeHousehold, requirements: Requirement[], today: LocalDate): Household {
  return {
    id: row.id,
    name: row.name,
    state: row.state,
    next: [...householdStates.next(row.state)],
    email: row.email,
    phone: row.phone,
    address: row.address,
    postalCode: row.postal_code,
    town: row.town,
    languages: row.languages,
    dietOffered: row.diet_offered,
    beds: row.beds,
    room: row.room,
    stairs: row.stairs,
    smokers: row.smokers,
    notes: row.notes,
    members: row.members.map((member) => ({
      id: member.id,
      personId: member.personId,
      name: displayName(member),
      relation: member.relation,
      birthDate: member.birthDate,
      phone: member.phone,
    })),
    pets: row.pets.map(({ species, count }) => ({ species, count })),
    offers: row.offers.map(({ from, to }) => ({ from, to })),
    consents: row.consents,
    requirements,
    checks: row.checks,
    screening: screeningOn(today, toFacts(row, requirements)),
    today,
    appliedAt: row.created_at.toISOString(),
    version: row.version,
  };
}

export function toSummary(row: WholeHousehold, requirements: readonly Requirement[], today: LocalDate): HouseholdSummary {
  const screening = screeningOn(today, toFacts(row, requirements));
  return {
    id: row.id,
    name: row.name,
    state: row.state,
    town: row.town,
    beds: row.beds,
    people: row.members.length,
    languages: row.languages,
    pets: row.pets.map(({ species }) => species),
    offers: row.offers.map(({ from, to }) => ({ from, to })),
    screeningMet: screening.filter(({ status }) => status === 'met').length,
    screeningNeeded: screening.length,
    lapsesOn: lapsesOn(screening),
    appliedAt: row.created_at.toISOString(),
    version: row.version,
  };
}

export function toHome(row: WholeHousehold, requirements: readonly Requirement[], today: LocalDate, organization: string): Home {
  const { screeningMet, screeningNeeded, pets: _, ...summary } = toSummary(row, requirements, today);
  return {
    organization,
    name: summary.name,
    state: summary.state,
    today,
    address: row.address,
    town: summary.town,
    phone: row.phone,
    beds: summary.beds,
    pets: row.pets.map(({ species, count }) => ({ species, count })),
    offers: summary.offers,
    members: row.members.map((member) => ({ name: displayName(member), relation: member.relation })),
    screeningMet,
    screeningNeeded,
    version: summary.version,
  };
}

/** @param requirementKeys by the id of the requirement */
export function toEvent(entry: ChangeEntity, requirementKeys: ReadonlyMap<string, string>): HouseholdEvent {
  const subject = entry.subject.slice('hosting.'.length) as HouseholdEvent['subject'];
  const values = entry.after ?? entry.before ?? {};
  return {
    id: entry.id,
    at: entry.at.toISOString(),
    actor: entry.actor,
    action: entry.action,
    subject,
    fields: entry.action === 'changed' ? Object.keys(entry.after ?? {}) : [],
    state: subject === 'households' && entry.after ? ((entry.after['state'] as HouseholdEvent['state'] | undefined) ?? null) : null,
    requirementKey: subject === 'checks' ? (requirementKeys.get(String(values['requirementId'])) ?? null) : null,
    outcome: subject === 'checks' ? ((values['outcome'] as HouseholdEvent['outcome'] | undefined) ?? null) : null,
  };
}
