// The second factor at the door: a code of the authenticator app, each good once, or a recovery code, each good once.
import { readCode, type SessionMethod, writeRecoveryCode } from '@amity/access';
import type { Id } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { FactorSecrets } from './factor-secrets.js';
import { FactorsRepository } from './factors.repository.js';
import { tokenHash } from './tokens.js';
import { totpStep } from './totp.js';

const codesGiven = 10;

@Injectable()
export class SecondFactor {
  constructor(
    private readonly factors: FactorsRepository,
    private readonly secrets: FactorSecrets,
  ) {}

  async isNeeded(accountId: Id): Promise<boolean> {
    return (await this.factors.authenticator(accountId)) !== null;
  }

  /** Uses a code up. @returns how that lets its owner in, or null when it does not */
  async accept(accountId: Id, typed: string): Promise<SessionMethod | null> {
    const code = readCode(typed);
    if (code?.kind === 'recovery')
      return (await this.factors.useCode(accountId, recoveryHash(accountId, code.letters))) ? 'password_and_recovery_code' : null;
    const stored = await this.factors.authenticator(accountId);
    if (!code || !stored) return null;
    const step = await totpStep(this.secrets.open(accountId, stored.sealed), code.digits, Date.now());
    return step !== null && (await this.factors.useStep(accountId, step)) ? 'password_and_code' : null;
  }
}

/** New recovery codes, to be shown once, and what is kept of them. */
export function newRecoveryCodes(accountId: Id): { codes: string[]; hashes: Buffer[] } {
  const codes = Array.from({ length: codesGiven }, () => writeRecoveryCode(randomBytes(15)));
  return { codes, hashes: codes.map((code) => recoveryHash(accountId, code.replaceAll('-', ''))) };
}

/** 75 random bits need no slow hash; the account in it makes equal codes of two people different. */
function recoveryHash(accountId: Id, letters: string): Buffer {
  return tokenHash(`${accountId} ${letters}`);
}
