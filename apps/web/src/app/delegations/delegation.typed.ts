// A delegation as the fields of a form hold it, and how a choice fills in what is usual: a program format its track and
// length, a partnership the zone of the side that receives. What somebody wrote is never overwritten.
import {
  type Delegation,
  DelegationDraft,
  type DelegationDirection,
  type DelegationInput,
  type HouseRule,
  programFormat,
} from '@amity/delegations';
import { addDays, LocalDate } from '@amity/kernel';
import * as z from 'zod';

export interface DelegationTyped {
  name: string;
  direction: DelegationDirection;
  partnershipId: string;
  programFormat: string;
  track: string;
  arrivesOn: string;
  departsOn: string;
  zone: string;
  notes: string;
  /** Chosen when it is planned; later its own page changes it. */
  rule: HouseRule | '';
}
export type FieldName = keyof DelegationTyped;

export function blank(zone: string): DelegationTyped {
  return {
    name: '',
    direction: 'inbound',
    partnershipId: '',
    programFormat: 'sister_city_delegation',
    track: '4',
    arrivesOn: '',
    departsOn: '',
    zone,
    notes: '',
    rule: 'public',
  };
}

export function typedOf(delegation: Delegation): DelegationTyped {
  return {
    name: delegation.name,
    direction: delegation.direction,
    partnershipId: delegation.partnershipId ?? '',
    programFormat: delegation.programFormat,
    track: String(delegation.track),
    arrivesOn: delegation.arrivesOn,
    departsOn: delegation.departsOn,
    zone: delegation.zone,
    notes: delegation.notes ?? '',
    rule: '',
  };
}

export const fieldNames: readonly FieldName[] = [
  'name',
  'direction',
  'partnershipId',
  'programFormat',
  'track',
  'arrivesOn',
  'departsOn',
  'zone',
  'notes',
];

/** What the api is given for what was typed. */
export const DelegationForm = z
  .custom<DelegationTyped>()
  .transform(({ partnershipId, track, rule, programFormat: format, ...typed }): DelegationInput => ({
    ...typed,
    ...(rule === '' ? {} : { rule }),
    partnershipId: partnershipId || null,
    programFormat: format as DelegationInput['programFormat'], // the draft's own schema decides whether it is one
    track: Number(track),
  }))
  .pipe(DelegationDraft);

/** @param own fields somebody wrote in; they stay */
export function filledByFormat(typed: DelegationTyped, own: ReadonlySet<FieldName>): DelegationTyped {
  const format = programFormat(typed.programFormat);
  if (!format) return typed;
  const departsOn = LocalDate.safeParse(typed.arrivesOn).success ? addDays(typed.arrivesOn, format.defaults.days) : typed.departsOn;
  return {
    ...typed,
    track: own.has('track') ? typed.track : String(format.defaults.track),
    departsOn: own.has('departsOn') ? typed.departsOn : departsOn,
  };
}

export interface Sides {
  readonly home: { readonly zone: string };
  readonly partner: { readonly zone: string };
}

/** An inbound delegation lives by our clocks, an outbound one by the partner's. */
export function filledByPartnership(typed: DelegationTyped, sides: Sides | null, own: ReadonlySet<FieldName>): DelegationTyped {
  if (sides === null || own.has('zone')) return typed;
  return { ...typed, zone: (typed.direction === 'inbound' ? sides.home : sides.partner).zone };
}
