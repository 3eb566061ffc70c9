import type { Id, LocalDate } from '@amity/kernel';
import type { WaveMoment } from '@amity/outcomes';
import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row.js';

@Entity({ schema: 'outcomes', name: 'waves' })
export class WaveEntity extends TenantRow {
  @Column('uuid') delegationId!: Id;
  @Column('uuid') instrumentId!: Id;
  @Column('text') moment!: WaveMoment;
  @Column('date') opensOn!: LocalDate;
  @Column('date') closesOn!: LocalDate;
}

/** One delegate asked to answer one wave. `letteredAt` is the last letter with a link, `linkMadeAt` the last link made by hand. */
@Entity({ schema: 'outcomes', name: 'invitations' })
export class InvitationEntity extends TenantRow {
  @Column('uuid') waveId!: Id;
  /** Null once it was forgotten whose it is; the answers stay. */
  @Column('uuid', { nullable: true }) delegateId!: Id | null;
  @Column('timestamptz', { nullable: true }) letteredAt!: Date | null;
  @Column('timestamptz', { nullable: true }) linkMadeAt!: Date | null;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
}
