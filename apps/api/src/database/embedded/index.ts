export { EmbeddedPostgresError, type EmbeddedPostgresFailure } from './embedded-postgres-error.js';
export { startEmbeddedPostgres, type EmbeddedPostgres, type EmbeddedPostgresOptions } from './start-embedded-postgres.js';
export { joinEmbeddedPostgres } from './join-embedded-postgres.js';
