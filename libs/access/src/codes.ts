// Codes that people type: six digits from an authenticator app, or a recovery code from paper. Spaces, hyphens and capitals do not
// matter, and letters that look like digits are read as these: a recovery code is Crockford's base32, which has no I, L, O and U.

export const recoveryAlphabet = '0123456789abcdefghjkmnpqrstvwxyz';
export const recoveryLetters = 15;

export type TypedCode = { readonly kind: 'app'; readonly digits: string } | { readonly kind: 'recovery'; readonly letters: string };

/** What was typed, or null when it can be neither. */
export function readCode(typed: string): TypedCode | null {
  const plain = typed.toLowerCase().replace(/[\s-]/g, '');
  if (/^\d{6}$/.test(plain)) return { kind: 'app', digits: plain };
  const letters = plain.replace(/[il]/g, '1').replace(/o/g, '0');
  return letters.length === recoveryLetters && [...letters].every((letter) => recoveryAlphabet.includes(letter))
    ? { kind: 'recovery', letters }
    : null;
}

/** `k3m9x-2v7qd-0hp4t` from fifteen numbers below 32 (75 bits when they are random). */
export function writeRecoveryCode(numbers: Uint8Array): string {
  const letters = [...numbers.subarray(0, recoveryLetters)].map((number) => recoveryAlphabet[number % 32] ?? '').join('');
  return letters.replace(/.{5}(?=.)/g, '$&-');
}
