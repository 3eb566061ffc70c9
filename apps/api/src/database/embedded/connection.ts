// Asking a server who it is. Readiness is a real connection with our password, nothing less: a listening port may be
// anybody's, and a server in recovery listens before it answers.

import { types } from 'node:util';
import { Client, DatabaseError } from 'pg';

export const ownerRole = 'amity_owner';
export const databaseName = 'amity';

export type Answer =
  | { readonly state: 'ready'; readonly dataDirectory: string; readonly durable: boolean }
  /** Starting, recovering or stopping: there is a server, ask again. */
  | { readonly state: 'busy' }
  /** Nobody listens, or nobody who speaks our language. */
  | { readonly state: 'silent'; readonly why: string }
  | { readonly state: 'wrong_password' };

export function connectionUrl(port: number, password: string, database = databaseName): string {
  return `postgres://${ownerRole}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

function ownerClient(port: number, password: string): Client {
  return new Client({
    host: '127.0.0.1',
    port,
    user: ownerRole,
    password,
    database: 'postgres',
    ssl: false,
    connectionTimeoutMillis: 5_000,
  });
}

export async function ask(port: number, password: string): Promise<Answer> {
  const client = ownerClient(port, password);
  // The server may stop between two answers; the query's own rejection tells, this event must not end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ directory: string; durable: boolean }>(
      `select current_setting('data_directory') as directory, current_setting('fsync')::boolean as durable`,
    );
    const row = rows[0];
    return row === undefined
      ? { state: 'silent', why: 'no answer' }
      : { state: 'ready', dataDirectory: row.directory, durable: row.durable };
  } catch (error) {
    if (error instanceof DatabaseError) {
      // 57P01–57P03: shutting down, crashed, cannot connect now. 53300: all places taken, so it is up, but not to be asked.
      if (error.code?.startsWith('57P0') === true || error.code === '53300') return { state: 'busy' };
      if (error.code === '28P01' || error.code === '28000') return { state: 'wrong_password' };
    }
    if (types.isNativeError(error)) return { state: 'silent', why: error.message };
    throw error;
  } finally {
    await client.end();
  }
}

/** Creates the database on the first start; later starts find it. */
export async function ensureDatabase(port: number, password: string): Promise<void> {
  const client = ownerClient(port, password);
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName]);
    if (rowCount === 0) await client.query(`create database ${databaseName}`);
  } finally {
    await client.end();
  }
}
