// One PostgreSQL for the whole run, and in it one template database that is migrated once; each test file clones it.
// AMITY_TEST_DATABASE_URL (a superuser's) runs the same tests on another server.
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';

const root = path.resolve(import.meta.dirname, '../../..');

export default async function setUp() {
  execFileSync(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '-b', path.join(root, 'apps/api')], {
    stdio: 'inherit',
  });
  const { startEmbeddedPostgres } = await import('../dist/database/embedded/index.js');
  const { provision } = await import('../dist/database/provision.js');
  const { fillReference } = await import('../dist/reference.js');
  let serverUrl = process.env.AMITY_TEST_DATABASE_URL;
  if (!serverUrl) {
    const dataDir = mkdtempSync(path.join(os.tmpdir(), 'amity-test-'));
    const server = await startEmbeddedPostgres({ dataDir, durable: false, maxConnections: 300 });
    globalThis.amityTestServer = { server, dataDir };
    serverUrl = server.ownerUrl;
  }
  const template = `amity_template_${process.pid}`;
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`create database ${template}`);
  await admin.end();
  const templateUrl = new URL(serverUrl);
  templateUrl.pathname = `/${template}`;
  await provision(templateUrl.href, fillReference);
  process.env.AMITY_TEST_SERVER_URL = serverUrl;
  process.env.AMITY_TEST_TEMPLATE = template;
}
