// Every way the embedded server can fail has a code and a sentence that says how to go on.
// Callers print the message as it stands; tests and the start command branch on the code.

import { types } from 'node:util';

export type EmbeddedPostgresFailure =
  /** There are no binaries for this platform, or they do not run on it. */
  | 'unsupported_platform'
  /** The cluster was written by another major version of PostgreSQL. */
  | 'other_major_version'
  /** The server cannot be initialized or does not come up; the message ends with the last lines of its log. */
  | 'not_startable'
  /** Another live process holds the data folder. */
  | 'in_use'
  /** We are root, and no unprivileged user can reach the folder or the binaries. */
  | 'no_unprivileged_user';

export class EmbeddedPostgresError extends Error {
  readonly code: EmbeddedPostgresFailure;

  constructor(code: EmbeddedPostgresFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EmbeddedPostgresError';
    this.code = code;
  }
}

/** Whether a caught error is a system error with one of these codes (ENOENT, EEXIST …). Test runners have an Error class of their own. */
export function isSystemError(error: unknown, ...codes: readonly string[]): error is Error {
  return types.isNativeError(error) && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);
}
