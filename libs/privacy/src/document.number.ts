// The number of a passport is the same however it is typed: width, case, spaces, dots and hyphens do not count.

/** For comparing only; empty when there is no letter and no digit in it. */
export function comparableNumber(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
