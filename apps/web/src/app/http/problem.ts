// One shape for everything a request can fail with: what the server refused (problem+json), what no server answered
// (offline), and what something in between broke. A page shows `detail`, keeps what was typed, and offers the same again.
import { HttpErrorResponse } from '@angular/common/http';
import type { ProblemDetails } from '@amity/kernel';

export interface FieldProblem {
  /** Dotted path into what was sent, for example `members.0.birthDate`. */
  readonly path: string;
  readonly detail: string;
}

export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    /** Stable, `<area>.<entry>`; `web.offline` and `web.broken` are ours. */
    readonly code: string,
    /** HTTP status; 0 when nobody answered. */
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly reference: string | null = null,
    readonly errors: readonly FieldProblem[] = [],
    /** The whole body: `current` of a 412, `booking` of a 409, and whatever else the area promises. */
    readonly body: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail);
  }

  /** The version on the server, sent with 412: compare it with what was typed. */
  get current(): unknown {
    return this.body['current'];
  }

  get offline(): boolean {
    return this.status === 0;
  }

  is(code: string): boolean {
    return this.code === code;
  }
}

/** Sentences for failures that carry no sentence of their own, already in the reader's language. */
export interface FailureWords {
  readonly offlineTitle: string;
  readonly offline: string;
  readonly brokenTitle: string;
  readonly broken: string;
}

/** Turns a failed response into a Problem; a body that is no problem+json becomes `web.broken`. */
export function problemOf(failure: HttpErrorResponse, words: FailureWords): Problem {
  if (failure.status === 0) return new Problem('web.offline', 0, words.offlineTitle, words.offline);
  const body = bodyOf(failure.error);
  if (!isProblemDetails(body)) return new Problem('web.broken', failure.status, words.brokenTitle, words.broken);
  return new Problem(body.code, body.status, body.title, body.detail, body.reference, body.errors ?? [], body);
}

/** Looked at by hand: the schema would bring zod into the first chunk of every page. */
function isProblemDetails(body: unknown): body is ProblemDetails {
  if (typeof body !== 'object' || body === null) return false;
  const fields = new Map(Object.entries(body));
  const sentences = ['code', 'title', 'detail', 'reference'].every((name) => typeof fields.get(name) === 'string');
  return sentences && typeof fields.get('status') === 'number' && (!fields.has('errors') || Array.isArray(fields.get('errors')));
}

/** A failed request asked as a blob or as text still answers problem+json as text. */
function bodyOf(error: unknown): unknown {
  if (typeof error !== 'string') return error;
  try {
    return JSON.parse(error);
  } catch (notJson) {
    if (notJson instanceof SyntaxError) return null; // a proxy's HTML page: there is nothing to read in it
    throw notJson;
  }
}
