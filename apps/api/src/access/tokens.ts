import { createHash, randomBytes } from 'node:crypto';
import { IdempotentCall } from '../database/idempotent-call.js';

/** 256 random bits for a cookie or a link; only its hash is stored, also where answers are kept for a request that is sent again. */
export function newToken(): string {
  const token = randomBytes(32).toString('base64url');
  IdempotentCall.current()?.keepOut(token);
  return token;
}

export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
