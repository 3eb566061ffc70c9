import type { TenantTx } from '../database/tenant-tx.js';

/** A letter as this area writes it; the outbox of messages knows what to do with it. */
export interface AccessLetter {
  readonly to: string;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly action: { readonly label: string; readonly url: string };
  /** Every letter of this area lets its reader in. */
  readonly confidential: true;
}

/** Where letters are put. Messages stands above access, so it hands its outbox down here instead of being imported. */
export abstract class LetterBox {
  abstract send(tx: TenantTx, letter: AccessLetter): Promise<unknown>;
}
