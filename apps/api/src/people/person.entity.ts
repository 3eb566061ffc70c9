import type { NameOrder } from '@amity/people';
import type { LocalDate } from '@amity/kernel';
import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row.js';

@Entity({ schema: 'people', name: 'people' })
export class PersonEntity extends TenantRow {
  @Column('text') givenName!: string;
  @Column('text') familyName!: string;
  @Column('text', { nullable: true }) nativeName!: string | null;
  @Column('text', { default: 'given_first' }) nameOrder!: NameOrder;
  @Column('text', { nullable: true }) salutation!: string | null;
  @Column('text', { nullable: true }) email!: string | null;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('date', { nullable: true }) birthDate!: LocalDate | null;
  @Column('character', { length: 2, nullable: true }) countryCode!: string | null;
  @Column('text', { array: true, default: [] }) languages!: string[];
  @Column('text', { nullable: true }) worksAt!: string | null;
  /** Nobody any more: the row stays for numbers that were counted. */
  @Column('timestamptz', { nullable: true }) erasedAt!: Date | null;
}
