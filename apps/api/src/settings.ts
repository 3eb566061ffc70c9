// Everything Amity takes from its environment, read once. A secret may come as NAME or, for containers, as a file in NAME_FILE.
import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface Settings {
  readonly port: number;
  /** Where people reach Amity; links in mail begin with it. */
  readonly publicUrl: string;
  /** The only state on disk: embedded database, secrets, logs. */
  readonly dataDir: string;
  /** Where the audit log's checkpoints are kept: best on another disk than the database. */
  readonly auditCheckpoints: string;
  /** Where the tombstones of erased people are kept: outside the database, so that a restored backup brings nobody back. */
  readonly tombstones: string;
  /** The key that seals second factors; null means `factor.key` in the data folder, made when it is first needed. */
  readonly factorKeyFile: string | null;
  /** The owner's connection; null means the embedded server. */
  readonly databaseUrl: string | null;
  /** Where the master key is; null means `master.key` in the data folder, made there on the first start. */
  readonly masterKeyFile: string | null;
  readonly demoPassword: string | null;
  /** An SMTP server; without one, mail stays in the outbox page. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** Start without the demo organization. */
  readonly empty: boolean;
  /** Print one machine-readable line when ready, for tests and supervisors. */
  readonly announce: boolean;
  readonly host: string;
  /** Reverse proxies whose forwarding headers count, for example the compose network. */
  readonly trustProxy: boolean;
  /** Where people may sign in by an account they have elsewhere (OpenID Connect); null means nowhere. */
  readonly provider: ProviderSettings | null;
}

export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What people call it: "City of Fort Worth". */
  readonly name: string;
}

export const SETTINGS = Symbol('settings');

export function readSettings(env: NodeJS.ProcessEnv, args: readonly string[]): Settings {
  const port = wholeNumber(env['PORT'] ?? '3000', 'PORT');
  return {
    port,
    publicUrl: env['AMITY_PUBLIC_URL']?.replace(/\/$/, '') || `http://localhost:${port}`,
    dataDir: path.resolve(env['AMITY_DATA'] ?? 'data'),
    auditCheckpoints: path.resolve(env['AMITY_AUDIT_CHECKPOINTS'] || path.join(env['AMITY_DATA'] ?? 'data', 'audit-checkpoints.jsonl')),
    tombstones: path.resolve(env['AMITY_TOMBSTONES'] || path.join(env['AMITY_DATA'] ?? 'data', 'tombstones.jsonl')),
    factorKeyFile: env['AMITY_FACTOR_KEY_FILE'] ? path.resolve(env['AMITY_FACTOR_KEY_FILE']) : null,
    databaseUrl: secret(env, 'DATABASE_URL'),
    masterKeyFile: env['AMITY_MASTER_KEY_FILE'] ? path.resolve(env['AMITY_MASTER_KEY_FILE']) : null,
    demoPassword: secret(env, 'AMITY_DEMO_PASSWORD'),
    smtpUrl: secret(env, 'AMITY_SMTP_URL'),
    mailFrom: env['AMITY_MAIL_FROM'] ?? 'Amity <amity@localhost>',
    empty: args.includes('--empty'),
    announce: env['AMITY_ANNOUNCE'] === '1',
    host: env['AMITY_HOST'] ?? '127.0.0.1',
    trustProxy: env['AMITY_TRUST_PROXY'] === '1',
    provider: provider(env),
  };
}

function provider(env: NodeJS.ProcessEnv): ProviderSettings | null {
  const issuer = env['AMITY_OIDC_ISSUER'] || null;
  if (!issuer) return null;
  const url = URL.parse(issuer);
  if (url?.protocol !== 'https:' && !(url?.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname)))
    throw new Error(`AMITY_OIDC_ISSUER must be an https address, not "${issuer}".`);
  const clientId = env['AMITY_OIDC_CLIENT_ID'];
  const clientSecret = secret(env, 'AMITY_OIDC_CLIENT_SECRET');
  if (!clientId || !clientSecret)
    throw new Error('AMITY_OIDC_ISSUER needs AMITY_OIDC_CLIENT_ID and AMITY_OIDC_CLIENT_SECRET (or its _FILE) beside it.');
  return { issuer, clientId, clientSecret, name: env['AMITY_OIDC_NAME']?.trim() || url.hostname };
}

function secret(env: NodeJS.ProcessEnv, name: string): string | null {
  const file = env[`${name}_FILE`];
  return (file ? readFileSync(file, 'utf8').trim() : env[name]) || null;
}

function wholeNumber(text: string, name: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65_535)
    throw new Error(`${name} must be a port number from 0 to 65535, not "${text}".`);
  return value;
}
