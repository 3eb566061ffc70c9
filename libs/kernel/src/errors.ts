// A refusal is data: a stable code, an HTTP status and a sentence a person can act on. Areas keep theirs in a catalog;
// one filter in the api turns a thrown DomainError into problem+json in the reader's language.

/** One entry of an error catalog. `{name}` in the sentence is filled from the error's params. */
export interface ErrorEntry {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 412 | 413 | 415 | 422 | 423 | 428 | 429 | 503;
  readonly en: string;
}
export type ErrorCatalog = Readonly<Record<string, ErrorEntry>>;
export type ErrorParams = Readonly<Record<string, string | number>>;

/** A refusal by a rule of the domain. `code` is `<area>.<entry>` of that area's catalog. */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  /**
   * @param params fills the sentence
   * @param extra  travels in the problem's body beside the sentence: the other booking, the current version, the rows
   */
  constructor(
    readonly code: `${string}.${string}`,
    readonly params: ErrorParams = {},
    readonly extra: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${code} ${JSON.stringify(params)}`);
  }
}

/** Fills `{name}` in a sentence; a name without a value stays visible, so that a test can find it. */
export function fill(sentence: string, params: ErrorParams): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(params, name) ? String(params[name]) : whole));
}

/** Refusals any area may need. */
export const kernelErrors = {
  unknown: { status: 404, en: 'This {what} does not exist, or you may not see it.' },
  stale_version: {
    status: 412,
    en: 'Someone else saved this {what} while you were editing. Nothing of yours was lost: compare the two versions and choose.',
  },
  version_required: { status: 428, en: 'Say which version you are changing: send its number in the If-Match header.' },
  invalid: { status: 422, en: 'Some of what was sent does not fit. Each field below says what is expected.' },
  not_allowed: { status: 403, en: 'Your role does not include this. Ask an administrator of your organization for: {permission}.' },
  state: { status: 409, en: 'This {what} is {from} and cannot become {to}.' },
  key_reused: { status: 422, en: 'This Idempotency-Key was used before for something else. Send a new one.' },
  answer_withheld: {
    status: 409,
    en: 'This was done already. Its answer held a personal link, of which Amity keeps no copy: look for it in our letter, or ask for a new one.',
  },
  in_use: { status: 409, en: 'This {what} is still used by {by}, so it stays.' },
  page_cursor: { status: 400, en: 'This list position is no longer valid. Start again from the first page.' },
  too_large: { status: 413, en: 'This is larger than the limit of {limit} MB.' },
  unavailable: { status: 503, en: 'The database does not answer right now. Nothing was saved; try again in a moment.' },
  uncertain: {
    status: 503,
    en: 'The connection to the database broke while this was being saved. Look whether it is there before you try again.',
  },
  key_missing: {
    status: 503,
    en: 'The key to what is sealed here is not on this server. Nothing was saved and nothing is lost; an administrator finds the way out in the server’s log.',
  },
  already_there: { status: 409, en: 'There is already a record like this one.' },
  refers_nowhere: { status: 409, en: 'This refers to something that does not exist, or it is still in use.' },
  breaks_rule: { status: 422, en: 'One of the values does not fit the rules for this record.' },
  ill_formed: { status: 422, en: 'One of the values sent cannot be stored: it is not well-formed or too large.' },
  if_match_unclear: { status: 400, en: 'The If-Match header must be one version number in quotation marks, for example "3".' },
} as const satisfies ErrorCatalog;
