// PostgreSQL refuses by name: SQLSTATE class 23 and the constraint. This file knows how to read that from a failed query.
import { QueryFailedError } from 'typeorm';

export interface Violation {
  /** `23P01` exclusion, `23505` unique, `23503` foreign key, `23514` check, `23502` not null */
  readonly state: string;
  readonly constraint: string;
  readonly detail: string;
}

/** The violated constraint, or null when the error is something else. */
export function violationOf(error: unknown): Violation | null {
  const state = sqlState(error);
  if (!state?.startsWith('23')) return null;
  return { state, constraint: field(error, 'constraint'), detail: field(error, 'detail') };
}

/** The SQLSTATE of a database error, wrapped by TypeORM or bare; null for any other error. */
export function sqlState(error: unknown): string | null {
  const code = field(error, 'code');
  return /^[0-9A-Z]{5}$/.test(code) ? code : null;
}

/** Deadlock or serialization failure: the transaction may simply be tried again. */
export function isRetryable(error: unknown): boolean {
  const state = sqlState(error);
  return state === '40001' || state === '40P01';
}

function field(error: unknown, name: string): string {
  const source: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (typeof source !== 'object' || source === null || !(name in source)) return '';
  const value: unknown = Reflect.get(source, name);
  return typeof value === 'string' ? value : '';
}
