import { randomBytes } from 'node:crypto';
import type { Id } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { tokenHash } from './tokens.js';

export type ChallengePurpose = 'register' | 'sign_in' | 'confirm';

/** What a device has to sign: fresh for each attempt, good for one purpose, one account (none at sign-in), once, for five minutes. */
@Injectable()
export class Challenges {
  constructor(private readonly dataSource: DataSource) {}

  async issue(purpose: ChallengePurpose, accountId: Id | null): Promise<Uint8Array<ArrayBuffer>> {
    const challenge = new Uint8Array(randomBytes(32));
    await this.dataSource.query(`delete from identity.challenges where expires_at <= now()`);
    await this.dataSource.query(`insert into identity.challenges (challenge_hash, purpose, account_id) values ($1, $2, $3)`, [
      tokenHash(Buffer.from(challenge).toString('base64url')),
      purpose,
      accountId,
    ]);
    return challenge;
  }

  /** Uses a challenge up, whatever becomes of the attempt. @param challenge base64url @returns false when it is not good for this */
  async redeem(challenge: string, purpose: ChallengePurpose, accountId: Id | null): Promise<boolean> {
    const [rows] = await this.dataSource.query<[{ isGood: boolean }[], number]>(
      `delete from identity.challenges where challenge_hash = $1
       returning purpose = $2 and account_id is not distinct from $3::uuid and expires_at > now() as "isGood"`,
      [tokenHash(challenge), purpose, accountId],
    );
    return rows[0]?.isGood ?? false;
  }
}
