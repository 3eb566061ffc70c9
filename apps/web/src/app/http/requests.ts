// What a request may ask for besides its body: to be safe to repeat, to change only the version that was read,
// and to fail without sending the reader to the sign-in page.
import { HttpContext, HttpContextToken, HttpHeaders } from '@angular/common/http';

/** The Idempotency-Key of a POST, or null for none. Keep the key while the same form is sent again after a failure. */
export const IDEMPOTENCY_KEY = new HttpContextToken<string | null>(() => null);

/** A 401 is an answer here, not a reason to leave the page. */
export const STAYS_ON_401 = new HttpContextToken<boolean>(() => false);

/**
 * `http.post(url, body, { context: once(key) })`: sent twice, done once. A form keeps its key while the same is sent again; a button
 * leaves that to `Intents`.
 */
export function once(key: string, context = new HttpContext()): HttpContext {
  return context.set(IDEMPOTENCY_KEY, key);
}

export function staysOn401(context = new HttpContext()): HttpContext {
  return context.set(STAYS_ON_401, true);
}

/** `http.put(url, body, { headers: ifMatch(delegation.version) })`: refused with 412 when somebody saved meanwhile. */
export function ifMatch(version: number): HttpHeaders {
  return new HttpHeaders({ 'If-Match': `"${version}"` });
}
