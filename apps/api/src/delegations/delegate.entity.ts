import type { DelegateGender, DelegateRole } from '@amity/delegations';
import type { Id } from '@amity/kernel';
import type { PetSpecies } from '@amity/people';
import { Column, Entity } from 'typeorm';
import { Sealed } from '../database/sealing/index.js';
import { TenantRow } from '../database/tenant-row.js';

/** A person's part in one delegation. `rosterKey` is what makes two lines of a roster the same delegate. */
@Entity({ schema: 'delegations', name: 'delegates' })
export class DelegateEntity extends TenantRow {
  @Column('uuid') delegationId!: Id;
  @Column('uuid') personId!: Id;
  @Column('text', { default: 'delegate' }) role!: DelegateRole;
  @Column('text', { nullable: true }) gender!: DelegateGender | null;
  @Sealed({ name: 'diet_sealed', nullable: true, initially: [], replaces: 'diet' }) diet!: string[];
  @Sealed({ name: 'pet_allergies_sealed', nullable: true, initially: [], replaces: 'pet_allergies' }) petAllergies!: PetSpecies[];
  @Column('boolean', { default: true }) needsBed!: boolean;
  @Column('text', { nullable: true }) flights!: string | null;
  @Sealed({ name: 'notes_sealed', nullable: true, replaces: 'notes' }) notes!: string | null;
  @Column('text') rosterKey!: string;
  /** When retention emptied diet, allergies and notes. */
  @Column('timestamptz', { nullable: true }) needsGoneAt!: Date | null;
}
