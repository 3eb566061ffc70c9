import type { Id, LocalDate } from '@amity/kernel';
import type { Asker, RequestKind, RequestState } from '@amity/privacy';
import { Column, Entity } from 'typeorm';
import { Sealed } from '../database/sealing/index.js';
import { TenantRow } from '../database/tenant-row.js';

/** What somebody asked about their data. The words of both sides are sealed. */
@Entity({ schema: 'privacy', name: 'requests' })
export class RequestEntity extends TenantRow {
  static override readonly unrecorded = ['askerName'];

  @Column('uuid') personId!: Id;
  @Column('text') kind!: RequestKind;
  @Column('text', { default: 'received' }) state!: RequestState;
  @Column('date') receivedOn!: LocalDate;
  @Column('date') dueOn!: LocalDate;
  @Column('text', { nullable: true }) extendedBecause!: string | null;
  @Column('text') asker!: Asker;
  @Column('text', { nullable: true }) askerName!: string | null;
  @Column('boolean', { default: false }) byLink!: boolean;
  @Sealed({ nullable: true }) wish!: string | null;
  @Column('text', { nullable: true }) identityHow!: string | null;
  @Column('text', { nullable: true }) identityBy!: string | null;
  @Sealed({ nullable: true }) answer!: string | null;
  @Column('date', { nullable: true }) closedOn!: LocalDate | null;
}

/** The archive made for a request: kept sealed, taken once, gone after its days. `contents` is a ZIP in base64. */
@Entity({ schema: 'privacy', name: 'archives' })
export class ArchiveEntity extends TenantRow {
  @Column('uuid') requestId!: Id;
  @Sealed({ nullable: true }) contents!: string | null;
  @Column('timestamptz') until!: Date;
  @Column('timestamptz', { nullable: true }) takenAt!: Date | null;
  @Column('text', { nullable: true }) takenBy!: string | null;
}

/** Somebody was erased: a keyed hash of who, so that nobody can tell and a restored backup does not bring them back. */
@Entity({ schema: 'privacy', name: 'tombstones' })
export class TombstoneEntity extends TenantRow {
  @Column('text') subjectHash!: string;
}
