// Brings any database to today's shape, as its owner: the app's role, the migrations, the job queue's tables and the
// gazetteer. Safe to run at every start and by several processes at once: an advisory lock lets one go first.
import { createHmac } from 'node:crypto';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { DataSource } from 'typeorm';
import { migrations } from './migrations/index.js';
import { queues } from './queues.js';

export const appRole = 'amity_app';
const provisioningLock = 7_263_001;

export class ProvisionError extends Error {
  override readonly name = 'ProvisionError';
}

/**
 * @param ownerUrl a role that owns the database and may create roles
 * @param fillReference loads reference tables (the gazetteer) as the owner, after the migrations
 * @returns the connection string of the app's role, which owns nothing and cannot bypass row-level security
 */
export async function provision(ownerUrl: string, fillReference: (client: pg.ClientBase) => Promise<unknown>): Promise<string> {
  const client = await connectAsOwner(ownerUrl);
  try {
    await refuseOldServer(client);
    await refuseWeakOwner(client);
    await client.query(`select pg_advisory_lock(${provisioningLock})`);
    const appUrl = await provideAppRole(client, ownerUrl);
    await migrate(ownerUrl);
    await installQueue(client, ownerUrl);
    await fillReference(client);
    return appUrl;
  } finally {
    await client.end(); // also frees the advisory lock
  }
}

async function connectAsOwner(ownerUrl: string): Promise<pg.Client> {
  if (!/^postgres(ql)?:\/\//.test(ownerUrl) || !URL.canParse(ownerUrl))
    throw new ProvisionError('DATABASE_URL must look like postgres://USER:PASSWORD@HOST:5432/DATABASE.');
  refuseNoPassword(new URL(ownerUrl));
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'amity-provision', connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined); // the query at hand fails as well, and says why
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw new ProvisionError(connectSentence(error, new URL(ownerUrl)), { cause: error });
  }
}

/** The password of the app's role is derived from the owner's: from none, anybody could derive it. */
function refuseNoPassword({ username, password }: URL): void {
  if (password !== '') return;
  const user = decodeURIComponent(username);
  throw new ProvisionError(
    `DATABASE_URL has no password, and Amity derives that of its own role ${appRole} from it. Give the user one (alter role "${user}" password '…') and write it into DATABASE_URL, even where PostgreSQL does not ask for it.`,
  );
}

/** Why there is no connection, and what to do; never with the password in it. */
function connectSentence(error: unknown, { hostname, port, username, pathname }: URL): string {
  const [server, user, database] = [`${hostname}:${port || 5432}`, decodeURIComponent(username), decodeURIComponent(pathname.slice(1))];
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const why =
    error instanceof AggregateError ? error.errors.map(String).join('; ') : error instanceof Error ? error.message : String(error);
  if (code === '28P01' || code === '28000' || /password/.test(why))
    return `PostgreSQL at ${server} refused the user or the password of DATABASE_URL (user "${user}"). Check both.`;
  if (code === '3D000')
    return `There is no database "${database}" at ${server}. Create it first: create database "${database}" owner "${user}".`;
  if (code.startsWith('53') || code.startsWith('57P'))
    return `PostgreSQL at ${server} takes no connections right now (${why}). Try again in a moment.`;
  return `No PostgreSQL answers at ${server}, where DATABASE_URL leads (${why}). Check host and port, and that the server runs.`;
}

/** Says at once what is missing, instead of stopping in the middle of a migration. */
async function refuseWeakOwner(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; may_create: boolean; may_make_roles: boolean; has_role: boolean }>(
    `select current_user as name, has_database_privilege(current_database(), 'create') as may_create, r.rolsuper or r.rolcreaterole as may_make_roles,
       exists (select from pg_roles where rolname = $1) as has_role
     from pg_roles r where r.rolname = current_user`,
    [appRole],
  );
  const owner = rows[0];
  if (!owner?.may_create)
    throw new ProvisionError(`The user "${owner?.name}" of DATABASE_URL must own the database, because it creates Amity's tables.`);
  if (!owner.may_make_roles && !owner.has_role)
    throw new ProvisionError(
      `The user "${owner.name}" of DATABASE_URL may not create the role ${appRole}, under which Amity works. Give it that right once: alter role "${owner.name}" createrole.`,
    );
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version_num') as version`);
  const major = Math.floor(Number(rows[0]?.version) / 10_000);
  if (major < 15) throw new ProvisionError(`Amity needs PostgreSQL 15 or newer; DATABASE_URL leads to version ${major}.`);
}

/**
 * The connection string of the app's role on the owner's database. Several replicas and restarts must agree on its
 * password without sharing a disk, so it is derived from the owner's.
 */
export function appUrlOf(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  const password = createHmac('sha256', decodeURIComponent(url.password)).update(`${appRole}@amity`).digest('base64url');
  url.username = appRole;
  url.password = password;
  return url.href;
}

async function provideAppRole(client: pg.Client, ownerUrl: string): Promise<string> {
  const appUrl = appUrlOf(ownerUrl);
  const password = new URL(appUrl).password;
  const { rows } = await client.query<{ is_safe: boolean }>(
    `select not (rolsuper or rolbypassrls) as is_safe from pg_roles where rolname = $1`,
    [appRole],
  );
  if (rows.length === 0)
    await client.query(
      `create role ${appRole} login nosuperuser nobypassrls nocreatedb nocreaterole password ${client.escapeLiteral(password)}`,
    );
  else if (!rows[0]?.is_safe)
    throw new ProvisionError(
      `The role ${appRole} may bypass row-level security. Take that right from it: alter role ${appRole} nosuperuser nobypassrls.`,
    );
  if (!(await canConnect(appUrl))) await setPassword(client, password);
  return appUrl;
}

async function setPassword(client: pg.Client, password: string): Promise<void> {
  try {
    await client.query(`alter role ${appRole} password ${client.escapeLiteral(password)}`);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== '42501') throw error; // only "you may not" has an answer here
    throw new ProvisionError(
      `The role ${appRole} of this PostgreSQL server has another password and the user of DATABASE_URL may not change it: another Amity uses it, ` +
        `with another owner. Give each Amity a server of its own, or both the same owner and password.`,
      { cause: error },
    );
  }
}

async function canConnect(url: string): Promise<boolean> {
  const probe = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await probe.connect();
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '28P01') return false; // wrong password: an earlier owner's
    if (error instanceof pg.DatabaseError && error.code === '42501') return true; // right password, CONNECT comes with the migrations
    throw error;
  } finally {
    await probe.end();
  }
}

async function migrate(ownerUrl: string): Promise<void> {
  const owner = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations,
    migrationsTransactionMode: 'each',
    migrationsTableName: 'amity_migrations',
    installExtensions: false,
    // An owner named like one of our schemas would otherwise look for the list of migrations there
    extra: { options: '-c lock_timeout=2000 -c app.organization_id= -c search_path=public' },
  });
  await owner.initialize();
  try {
    await owner.runMigrations();
  } finally {
    await owner.destroy();
  }
}

async function installQueue(client: pg.Client, ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: 'pgboss', supervise: false, schedule: false, max: 2 });
  await boss.start();
  try {
    for (const [name, options] of Object.entries(queues)) {
      if (await boss.getQueue(name)) await boss.updateQueue(name, options);
      else await boss.createQueue(name, options);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  await client.query(`grant usage on schema pgboss to ${appRole};
    grant select, insert, update, delete on all tables in schema pgboss to ${appRole};
    grant usage on all sequences in schema pgboss to ${appRole};
    grant execute on all functions in schema pgboss to ${appRole}`);
}
