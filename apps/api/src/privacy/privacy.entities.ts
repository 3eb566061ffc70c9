import type { Id } from '@amity/kernel';
import { comparableNumber, type FactKind, type FactValue, IdentityDocument } from '@amity/privacy';
import { Column, Entity } from 'typeorm';
import { Sealed } from '../database/sealing/index.js';
import { TenantRow } from '../database/tenant-row.js';

/** Something told about a person in confidence. Documents are found by their number without being opened. */
@Entity({ schema: 'privacy', name: 'facts' })
export class FactEntity extends TenantRow {
  @Column('uuid') personId!: Id;
  @Column('text') kind!: FactKind;
  @Sealed({ index: { property: 'numberIndex', normalized: numberIn } }) value!: FactValue;
  @Column('bytea', { nullable: true }) numberIndex!: Buffer | null;
}

function numberIn(value: unknown): string | null {
  const document = IdentityDocument.safeParse(value);
  return document.success ? comparableNumber(document.data.number) : null;
}
