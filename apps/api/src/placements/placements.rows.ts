// Placements and guests as the queries read them, and what leaves the api. Days come as text: a driver's Date would carry a zone.
import { closedDelegation } from '@amity/delegations';
import type { Interval, LocalDate } from '@amity/kernel';
import { displayName, sortedName, type NameOrder } from '@amity/people';
import { ageGroupOn, firstOpenNights, holds, type Guest, type Placement, type PlacementTally } from '@amity/placements';
import type { DelegationTally } from './delegation-tally.entity.js';

/** Columns of `placementRow`, the same alone and inside a JSON array. */
export interface PlacementRow extends Pick<
  Placement,
  | 'id'
  | 'delegateId'
  | 'delegationId'
  | 'delegationName'
  | 'householdId'
  | 'householdName'
  | 'town'
  | 'bed'
  | 'state'
  | 'answeredBy'
  | 'answerNote'
  | 'version'
> {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly offeredAt: string;
  readonly answeredAt: string | null;
  readonly givenName: string;
  readonly familyName: string;
  readonly nameOrder: NameOrder;
  /** Whether whoever is reading is shown the guest's name. */
  readonly known: boolean;
}

/** `p` placements, `d` delegates, `g` people, `t` delegations, `h` households. */
export const placementRow = `json_build_object(
  'id', p.id, 'delegateId', p.delegate_id, 'delegationId', t.id, 'delegationName', delegations.shown_name(t.organization_id, t.id), 'householdId', h.id, 'householdName', h.name,
  'town', h.town, 'bed', p.bed, 'from', lower(p.nights), 'to', upper(p.nights), 'state', p.state, 'offeredAt', p.created_at,
  'answeredAt', p.answered_at, 'answeredBy', p.answered_by, 'answerNote', p.answer_note, 'version', p.version,
  'givenName', g.given_name, 'familyName', g.family_name, 'nameOrder', g.name_order, 'known', delegations.knows(t.organization_id, t.id, t.rule))`;

/** A placement with everything it refers to. */
export const placementJoins = `placements.placements p
  join delegations.delegates d on d.organization_id = p.organization_id and d.id = p.delegate_id
  join people.people g on g.organization_id = d.organization_id and g.id = d.person_id
  join delegations.delegations t on t.organization_id = d.organization_id and t.id = d.delegation_id
  join hosting.households h on h.organization_id = p.organization_id and h.id = p.household_id`;

/** As whoever is reading may see it: a guest whose name is withheld is a guest, and what the family wrote may name them. */
export function toPlacement({ from, to, givenName, familyName, nameOrder, known, ...row }: PlacementRow): Placement {
  return {
    ...row,
    nights: { from, to },
    guestName: known ? displayName({ givenName, familyName, nameOrder }) : null,
    answerNote: known ? row.answerNote : null,
    offeredAt: new Date(row.offeredAt).toISOString(),
    answeredAt: row.answeredAt && new Date(row.answeredAt).toISOString(),
  };
}

export interface GuestRow extends Pick<Guest, 'delegateId' | 'role' | 'languages' | 'diet' | 'petAllergies' | 'nativeName'> {
  readonly givenName: string;
  readonly familyName: string;
  readonly nameOrder: NameOrder;
  readonly birthDate: LocalDate | null;
  readonly placements: readonly PlacementRow[];
}

/** Guests of one delegation, leaders first, then by family name. */
export function toGuests(rows: readonly GuestRow[], stay: Interval<LocalDate>): Guest[] {
  const names = new Intl.Collator('en', { sensitivity: 'base' });
  return [...rows]
    .sort(
      (a, b) =>
        Number(b.role === 'leader') - Number(a.role === 'leader') ||
        names.compare(sortedName(a), sortedName(b)) ||
        (a.delegateId < b.delegateId ? -1 : 1),
    )
    .map((row) => toGuest(row, stay));
}

function toGuest(row: GuestRow, stay: Interval<LocalDate>): Guest {
  const placements = row.placements.map(toPlacement);
  return {
    delegateId: row.delegateId,
    name: displayName(row),
    nativeName: row.nativeName,
    role: row.role,
    ageGroup: ageGroupOn(row.birthDate, stay.from),
    languages: row.languages,
    diet: row.diet,
    petAllergies: row.petAllergies,
    placements,
    open: firstOpenNights(
      stay,
      placements.filter(({ state }) => holds(state)).map(({ nights }) => nights),
    ),
  };
}

export function toTally(row: DelegationTally): PlacementTally {
  const { id: delegationId, arrivesOn, departsOn, state, rule, guests, placed, accepted } = row;
  const isNamed = row.known || rule !== 'closed';
  const [name, partnershipLabel] = isNamed ? [row.name, row.partnershipLabel] : [closedDelegation, null];
  return { delegationId, name, partnershipLabel, arrivesOn, departsOn, state, rule, guests, placed, accepted };
}

/** `[2026-05-01,2026-05-04)` as PostgreSQL writes it, and back. */
export function rangeOf({ from, to }: Interval<LocalDate>): string {
  return `[${from},${to})`;
}

export function nightsIn(range: string): Interval<LocalDate> & { from: LocalDate; to: LocalDate } {
  const [from = '', to = ''] = range.slice(1, -1).split(',');
  return { from, to };
}
