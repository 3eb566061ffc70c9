import type { DataSourceOptions } from 'typeorm';
import { ImpatientClient } from './impatient-client.js';
import { SnakeCaseNaming } from './snake-case.naming.js';

/** Injection token: the connection string of the app's role. */
export const APP_DATABASE_URL = Symbol('app database url');

/** How the api connects: as the role that owns nothing. The schema is the migrations' business alone. */
export function appDataSource(url: string): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    namingStrategy: new SnakeCaseNaming(),
    synchronize: false,
    installExtensions: false,
    applicationName: 'amity',
    poolSize: 12,
    // A request waits three seconds for a connection and nine for an answer, then it is refused with 503. PostgreSQL gives up
    // a second earlier itself, so that a statement that is merely slow leaves its connection in order.
    connectTimeoutMS: 3_000,
    extra: { Client: ImpatientClient, query_timeout: 9_000, statement_timeout: 8_000, idle_in_transaction_session_timeout: 60_000 },
  };
}
