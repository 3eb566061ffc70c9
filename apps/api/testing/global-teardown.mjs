import { rmSync } from 'node:fs';
import pg from 'pg';

export default async function tearDown() {
  const admin = new pg.Client({ connectionString: process.env.AMITY_TEST_SERVER_URL });
  await admin.connect();
  await admin.query(`drop database if exists ${process.env.AMITY_TEST_TEMPLATE} with (force)`);
  await admin.end();
  if (!globalThis.amityTestServer) return;
  const { server, dataDir } = globalThis.amityTestServer;
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
