// When the database itself is the trouble: starting, stopping, full, too slow or gone. Nothing is wrong with what was asked,
// so the same request may succeed later.
import { sqlState } from './constraint-violation.js';

// 08 connection, 53 resources (disk full, too many connections), 57P shutdown, 57014 statement timeout, 55P03 lock timeout, 25P03 idle too long
const states = /^(08|53|57P)|^(57014|55P03|25P03)$/;

// What pg, pg-pool and TypeORM say without a SQLSTATE when a connection is not there (any more)
const sentences =
  /ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|not queryable|already released/;

export function isOutage(error: unknown): boolean {
  const state = sqlState(error);
  if (state) return states.test(state);
  return error instanceof Error && sentences.test(`${'code' in error ? String(error.code) : ''} ${error.message}`);
}
