// `npm start` with everything installed and built, on a data folder with the demo in it: from the command to the first page and to the
// first answer of the database. The first start of all, which plants the demo, is told beside it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const root = path.resolve(import.meta.dirname, '..');
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Milliseconds until the address answers 200. */
async function answered(url, since, child) {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}.`);
    try {
      if ((await fetch(url)).status === 200) return performance.now() - since;
    } catch (error) {
      if (error.cause?.code !== 'ECONNREFUSED') throw error; // not listening yet is what we wait for
    }
    await delay(10);
  }
}

async function startOnce(dataDir) {
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), AMITY_DATA: dataDir };
  delete env.DATABASE_URL;
  const begun = performance.now();
  const child = spawn('npm', ['start'], { cwd: root, env, stdio: 'ignore', detached: true });
  try {
    const page = await answered(`http://127.0.0.1:${port}/`, begun, child);
    const ready = await answered(`http://127.0.0.1:${port}/api/health/ready`, begun, child);
    return { page, ready };
  } finally {
    if (child.exitCode === null) {
      process.kill(-child.pid, 'SIGTERM');
      await once(child, 'exit');
    }
  }
}

async function run({ smoke }) {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'amity-start-'));
  try {
    const first = await startOnce(dataDir);
    const rounds = [];
    for (let round = 0; round < (smoke ? 1 : 9); round += 1) rounds.push(await startOnce(dataDir));
    const row = (work, figure, goal) => ({
      work,
      figure,
      unit: 'ms',
      reference: null,
      ratio: null,
      goal: goal === null ? null : `< ${goal} ms`,
      met: goal === null ? null : figure < goal,
    });
    return {
      rows: [
        row('npm start: first page, median', median(rounds.map(({ page }) => page)), 5_000),
        row('npm start: database ready, median', median(rounds.map(({ ready }) => ready)), null),
        row('npm start: first page, slowest', Math.max(...rounds.map(({ page }) => page)), null),
        row('very first start, demo planted: first page', first.page, null),
      ],
    };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

export default { name: 'start', run };
