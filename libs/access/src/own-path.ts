// Where somebody goes on after signing in: a path of this very website. What could lead elsewhere is no such path, whatever it looks
// like: `//evil.example` and `/\evil.example` name another host, and browsers drop tabs and line breaks before they read an address.
import * as z from 'zod';

/** Whether a browser that follows it stays on the website it is on. */
export function isOwnPath(path: string): boolean {
  return /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(path);
}

/** A path of ours, or `/` in its place: whoever signs in must not fail because of where they came from. */
export const OwnPath = z
  .string()
  .max(1000)
  .transform((path) => (isOwnPath(path) ? path : '/'))
  .catch('/')
  .default('/');
