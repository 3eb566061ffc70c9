import type { Permission } from '@amity/access';
import { Id, Instant, pageOf } from '@amity/kernel';
import * as z from 'zod';

/**
 * A mail as it stands in the outbox. `text` and `links`, the addresses in it, are there only while it is kept for want of a mail server:
 * what was sent is between us and its reader. `failure` is what the mail server said.
 */
export const OutboxMessage = z
  .object({
    id: Id,
    to: z.string(),
    subject: z.string(),
    text: z.string().nullable(),
    state: z.enum(['queued', 'sent', 'failed', 'kept']),
    failure: z.string().nullable(),
    createdAt: Instant,
    links: z.array(z.string()),
  })
  .meta({ id: 'OutboxMessage' });
export type OutboxMessage = z.infer<typeof OutboxMessage>;

export const OutboxPage = pageOf(OutboxMessage, 'OutboxPage');

/** What an area hands down to be sent: plain paragraphs and at most one button, already in the reader's language. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly action?: { readonly label: string; readonly url: string };
  readonly language?: string;
  /** Its link lets the reader in: while a mail server carries letters, the outbox shows neither text nor link. */
  readonly confidential?: true;
  /** The delegation whose names may stand in it. */
  readonly about?: Id;
  /** Nobody without this permission sees at the outbox or in the history that it was written. */
  readonly seenWith?: Permission;
}
