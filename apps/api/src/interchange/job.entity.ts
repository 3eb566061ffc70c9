import type { JobState } from '@amity/interchange';
import type { Id, ProblemDetails } from '@amity/kernel';
import { Column, Entity } from 'typeorm';
import { Sealed } from '../database/sealing/index.js';
import { TenantRow } from '../database/tenant-row.js';

@Entity({ schema: 'interchange', name: 'jobs' })
export class JobEntity extends TenantRow {
  @Column('text') kind!: string;
  @Column('text') title!: string;
  @Column('jsonb', { default: {} }) input!: Record<string, unknown>;
  @Column('text', { default: 'queued' }) state!: JobState;
  @Column('integer', { default: 0 }) done!: number;
  @Column('integer', { nullable: true }) total!: number | null;
  @Column('boolean', { default: false }) cancelRequested!: boolean;
  /** What a job found may repeat what a file said about people. */
  @Sealed({ name: 'result_sealed', nullable: true, replaces: 'result' }) result!: unknown;
  @Column('jsonb', { nullable: true }) problem!: ProblemDetails | null;
  @Column('uuid', { nullable: true }) createdBy!: Id | null;
}
