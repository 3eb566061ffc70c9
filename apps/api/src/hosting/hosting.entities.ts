import type {
  HouseholdState,
  Relation,
  Requirement,
  Room,
  SignUpDraft,
  CheckOutcome,
  RequirementScope,
  Consent,
  MySignUp,
} from '@amity/hosting';
import type { Id, LocalDate } from '@amity/kernel';
import type { PetSpecies } from '@amity/people';
import { Column, Entity } from 'typeorm';
import { Sealed } from '../database/sealing/index.js';
import { TenantRow } from '../database/tenant-row.js';

@Entity({ schema: 'hosting', name: 'households' })
export class HouseholdEntity extends TenantRow {
  @Column('text') name!: string;
  @Column('text', { default: 'applied' }) state!: HouseholdState;
  @Column('text') email!: string;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('text') address!: string;
  @Column('text', { nullable: true }) postalCode!: string | null;
  @Column('text') town!: string;
  @Column('double precision', { nullable: true }) latitude!: number | null;
  @Column('double precision', { nullable: true }) longitude!: number | null;
  @Column('text', { array: true, default: [] }) languages!: string[];
  @Column('text', { array: true, default: [] }) dietOffered!: string[];
  @Column('integer') beds!: number;
  @Column('text') room!: Room;
  @Column('boolean') stairs!: boolean;
  @Column('boolean') smokers!: boolean;
  @Sealed({ name: 'notes_sealed', nullable: true, replaces: 'notes' }) notes!: string | null;
}

/** A sign-up until its mail is confirmed; `email` is where the confirmation went. */
@Entity({ schema: 'hosting', name: 'sign_ups' })
export class SignUpEntity extends TenantRow {
  /** A family may give up its sign-up, and then nothing it typed may stay behind. */
  static override readonly unrecorded = ['email'];

  @Sealed({ name: 'draft_sealed', nullable: true, initially: {}, replaces: 'draft' }) draft!: SignUpDraft;
  @Column('integer', { default: 1 }) step!: number;
  @Column('text', { default: 'draft' }) state!: MySignUp['state'];
  @Column('text', { nullable: true }) email!: string | null;
  /** The confirmation letter is good until then. */
  @Column('timestamptz', { nullable: true }) confirmUntil!: Date | null;
  @Column('uuid', { nullable: true }) householdId!: Id | null;
}

@Entity({ schema: 'hosting', name: 'members' })
export class MemberEntity extends TenantRow {
  @Column('uuid') householdId!: Id;
  @Column('uuid') personId!: Id;
  @Column('text') relation!: Relation;
}

@Entity({ schema: 'hosting', name: 'pets' })
export class PetEntity extends TenantRow {
  @Column('uuid') householdId!: Id;
  @Column('text') species!: PetSpecies;
  @Column('integer', { default: 1 }) count!: number;
}

/** `nights` is a daterange `[first night, last morning)`. */
@Entity({ schema: 'hosting', name: 'offers' })
export class OfferEntity extends TenantRow {
  @Column('uuid') householdId!: Id;
  @Column('daterange') nights!: string;
}

/** What the family agreed to, one row for each thing, with the version of the words it read. */
@Entity({ schema: 'hosting', name: 'consents' })
export class ConsentEntity extends TenantRow {
  @Column('uuid') householdId!: Id;
  @Column('text') key!: Consent['key'];
  @Column('integer') wordingVersion!: number;
}

@Entity({ schema: 'hosting', name: 'requirements' })
export class RequirementEntity extends TenantRow {
  @Column('text') key!: string;
  @Column('text') label!: string;
  @Column('integer') position!: number;
  @Column('text') stage!: Requirement['stage'];
  @Column('text') scope!: RequirementScope;
  @Column('integer', { nullable: true }) validMonths!: number | null;
  @Column('text') source!: string;
  @Column('text') sourceVersion!: string;
}

@Entity({ schema: 'hosting', name: 'checks' })
export class CheckEntity extends TenantRow {
  @Column('uuid') householdId!: Id;
  @Column('uuid') requirementId!: Id;
  @Column('uuid', { nullable: true }) memberId!: Id | null;
  @Column('text') outcome!: CheckOutcome;
  @Column('date') checkedOn!: LocalDate;
  @Column('date', { nullable: true }) validUntil!: LocalDate | null;
  @Column('text', { nullable: true }) provider!: string | null;
}
