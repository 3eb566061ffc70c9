import type { Permission } from '@amity/access';
import type { TenantTx } from '../database/tenant-tx.js';

/** A letter as this area writes it; the outbox of messages knows what to do with it. */
export interface AccessLetter {
  readonly to: string;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly action: { readonly label: string; readonly url: string };
  /** Its link lets the reader in, as that of every letter of this area does but one, to those who decide about a lost factor. */
  readonly confidential?: true;
  /** Nobody without this permission learns at the outbox that it was written. */
  readonly seenWith?: Permission;
}

/** Where letters are put. Messages stands above access, so it hands its outbox down here instead of being imported. */
export abstract class LetterBox {
  abstract send(tx: TenantTx, letter: AccessLetter): Promise<unknown>;
}
