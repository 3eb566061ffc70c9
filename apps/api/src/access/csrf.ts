// The token that an unsafe request must carry besides its cookie. It follows from the session's secret, so nothing is stored, it
// changes with the session, and another session's token is worth nothing.
import { createHmac, timingSafeEqual } from 'node:crypto';

export function csrfOf(sessionToken: string): string {
  return createHmac('sha256', sessionToken).update('amity csrf').digest('base64url');
}

/** Compares in constant time. */
export function isCsrfOf(sessionToken: string, sent: unknown): boolean {
  if (typeof sent !== 'string') return false;
  const [expected, given] = [Buffer.from(csrfOf(sessionToken)), Buffer.from(sent)];
  return expected.length === given.length && timingSafeEqual(expected, given);
}
