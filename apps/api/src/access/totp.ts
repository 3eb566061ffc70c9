// Time-based codes as authenticator apps make them (RFC 6238): SHA-1, 30 seconds, six digits; a clock may be one step off.
import { generateSecret, generateURI, verify } from 'otplib';

const period = 30;

/** 160 random bits, base32. */
export function newTotpSecret(): string {
  return generateSecret();
}

export function totpUri(secret: string, email: string): string {
  return generateURI({ issuer: 'Amity', label: email, secret });
}

/** The step of time whose code this is, or null. The caller lets every step pass once. @param now in milliseconds since 1970 */
export async function totpStep(secret: string, digits: string, now: number): Promise<number | null> {
  const epoch = Math.floor(now / 1000);
  const result = await verify({ secret, token: digits, epoch, epochTolerance: period });
  return result.valid ? Math.floor(epoch / period) + result.delta : null;
}
