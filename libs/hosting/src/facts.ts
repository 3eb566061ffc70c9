// What clearance is computed from. `null` means "we do not know", and what is not known never clears anybody.
import type { Id, Interval, LocalDate } from '@amity/kernel';
import type { PetSpecies } from '@amity/people';
import type { HouseholdState, Relation } from './household.contract.js';
import type { CheckOutcome, RequirementScope } from './screening.contract.js';

export interface MemberFacts {
  readonly id: Id;
  readonly name: string;
  readonly relation: Relation;
  readonly birthDate: LocalDate | null;
}

export interface RequirementFacts {
  readonly key: string;
  readonly label: string;
  readonly scope: RequirementScope;
  readonly validMonths: number | null;
}

export interface CheckFacts {
  readonly requirementKey: string;
  readonly memberId: Id | null;
  readonly outcome: CheckOutcome;
  readonly checkedOn: LocalDate;
  /** The last day on which it is good, as recorded; the requirement's own validity may end it sooner. */
  readonly validUntil: LocalDate | null;
}

/** What screening alone looks at. */
export interface ScreeningFacts {
  readonly members: readonly MemberFacts[];
  readonly requirements: readonly RequirementFacts[];
  readonly checks: readonly CheckFacts[];
}

export interface HouseholdFacts extends ScreeningFacts {
  readonly id: Id;
  readonly name: string;
  readonly state: HouseholdState;
  readonly beds: number;
  /** Beds nobody else has on these nights, counted by whoever knows the placements; null when nobody counted. */
  readonly bedsFree: number | null;
  readonly stairs: boolean | null;
  readonly smokers: boolean | null;
  readonly pets: readonly PetSpecies[] | null;
  readonly offers: readonly Interval<LocalDate>[];
}

export interface GuestFacts {
  /** Kinds of pets the guest must not meet; null when nobody asked. */
  readonly petAllergies: readonly PetSpecies[] | null;
  /** True when smoke in the home harms the guest. */
  readonly avoidsSmoke?: boolean;
  /** True when the guest cannot climb stairs to the room. */
  readonly avoidsStairs?: boolean;
}

export const clearanceCodes = [
  'no_nights',
  'not_approved',
  'no_requirements',
  'no_adult',
  'age_unknown',
  'check_missing',
  'check_failed',
  'check_lapses',
  'nights_not_offered',
  'beds_unknown',
  'no_bed_free',
  'guest_needs_unknown',
  'pets_unknown',
  'pet_allergy',
  'smoke_unknown',
  'smokers',
  'stairs_unknown',
  'stairs',
] as const;
export type ClearanceCode = (typeof clearanceCodes)[number];

export interface ClearanceReason {
  readonly code: ClearanceCode;
  /** Fills the sentence of this code; dates are ISO days. */
  readonly params: Readonly<Record<string, string | number>>;
  /** The first night on which this stands against the stay. */
  readonly failsOn?: LocalDate;
  readonly requirementKey?: string;
  readonly memberName?: string;
}

export interface Clearance {
  readonly cleared: boolean;
  /** Everything that stands against it, not only the first thing; empty when cleared. */
  readonly reasons: readonly ClearanceReason[];
}
