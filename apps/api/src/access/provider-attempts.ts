// Attempts to sign in by a provider. An attempt belongs to the browser that began it, is answered once, and ends after ten minutes.
// Whatever must have one winner among many at once is one conditional statement.
import type { Id } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AttemptSecrets } from './identity-provider.js';
import { newToken, tokenHash } from './tokens.js';

export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
  /** The account to which the identity is to be linked; null when somebody signs in. */
  readonly linking: Id | null;
}

/** The provider said who it is, and a second factor is still to come. */
export interface RecognizedAttempt {
  readonly identityId: Id;
  readonly accountId: Id;
  readonly returnTo: string;
}

@Injectable()
export class ProviderAttempts {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns what only this browser shall know */
  async begin({ state, nonce, verifier }: AttemptSecrets, returnTo: string, linking: Id | null): Promise<string> {
    const browserToken = newToken();
    await this.dataSource.query(`delete from identity.provider_attempts where expires_at <= now()`);
    await this.dataSource.query(
      `insert into identity.provider_attempts (state_hash, browser_hash, nonce, verifier, return_to, linking) values ($1, $2, $3, $4, $5, $6)`,
      [tokenHash(state), tokenHash(browserToken), nonce, verifier, returnTo, linking],
    );
    return browserToken;
  }

  /** The attempt of this browser and state, now answered whatever becomes of it; null when there is none that waits. */
  async answer(state: string, browserToken: string): Promise<Attempt | null> {
    const [rows] = await this.dataSource.query<[Omit<Attempt, 'state'>[], number]>(
      `update identity.provider_attempts set answered_at = now()
       where state_hash = $1 and browser_hash = $2 and answered_at is null and expires_at > now()
       returning nonce, verifier, return_to as "returnTo", linking`,
      [tokenHash(state), tokenHash(browserToken)],
    );
    return rows[0] ? { ...rows[0], state } : null;
  }

  async recognize(browserToken: string, identityId: Id): Promise<void> {
    await this.dataSource.query(`update identity.provider_attempts set recognized = $2 where browser_hash = $1`, [
      tokenHash(browserToken),
      identityId,
    ]);
  }

  async recognized(browserToken: string): Promise<RecognizedAttempt | null> {
    const [row] = await this.dataSource.query<RecognizedAttempt[]>(
      `select i.id as "identityId", i.account_id as "accountId", p.return_to as "returnTo"
       from identity.provider_attempts p join identity.external_identities i on i.id = p.recognized
       where p.browser_hash = $1 and p.linking is null and p.expires_at > now()`,
      [tokenHash(browserToken)],
    );
    return row ?? null;
  }

  /** Whoever deletes it has it. @returns false when another was quicker */
  async end(browserToken: string): Promise<boolean> {
    const [, ended] = await this.dataSource.query<[unknown, number]>(`delete from identity.provider_attempts where browser_hash = $1`, [
      tokenHash(browserToken),
    ]);
    return ended === 1;
  }
}
