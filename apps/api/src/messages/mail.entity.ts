import type { Permission } from '@amity/access';
import type { Id } from '@amity/kernel';
import type { OutboxMessage } from '@amity/messages';
import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row.js';

/** A letter as it was written; sending it changes only its state. Its id is the Message-ID, so a second try is the same mail. */
@Entity({ schema: 'messages', name: 'mail' })
export class MailEntity extends TenantRow {
  /** A letter may carry a personal link; whoever reads the log must not be able to use it. */
  static override readonly unrecorded = ['text', 'html'];

  /** The delegation it is about, if any: under a rule only those who may know its names read the letter. */
  @Column('uuid', { nullable: true }) about!: Id | null;
  /** The permission without which nobody learns that it was written; null for letters that everybody at the outbox sees. */
  @Column('text', { nullable: true }) seenWith!: Permission | null;
  @Column('text') recipient!: string;
  @Column('text') subject!: string;
  @Column('text') text!: string;
  @Column('text') html!: string;
  @Column('text', { default: 'queued' }) state!: OutboxMessage['state'];
  @Column('text', { nullable: true }) failure!: string | null;
  @Column('boolean', { default: false }) confidential!: boolean;
  @Column('timestamptz', { nullable: true }) sentAt!: Date | null;
}
