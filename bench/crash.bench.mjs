// kill -9 of the server and of PostgreSQL, again and again, while four writers work: what was acknowledged must be there
// whole after the next start, nothing by halves, and the next start must be quick.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { CrashStory } from '../apps/api/dist/database/testing/crash-rounds.js';

const seed = Number(process.env.AMITY_SEED ?? 20_260_501);

async function run({ smoke }) {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'amity-crash-'));
  const story = new CrashStory(dataDir, seed);
  const rows = [];
  try {
    await story.begin();
    for (const [victim, rounds] of [
      ['server', smoke ? 2 : 200],
      ['postgres', smoke ? 1 : 20],
    ]) {
      const done = [];
      for (let i = 0; i < rounds; i++) done.push(await story.round(victim));
      const sum = (name) => done.reduce((all, round) => all + round[name], 0);
      const add = (work, figure, unit, goal, met) =>
        rows.push({ work: `kill -9 of the ${victim} × ${rounds}: ${work}`, figure, unit, reference: null, ratio: null, goal, met });
      add('writes acknowledged before the kill', sum('acknowledged'), 'records', null, null);
      add('acknowledged and lost', sum('lost'), 'records', '0', sum('lost') === 0);
      add('half commits', sum('halves'), 'records', '0', sum('halves') === 0);
      const times = done.map((round) => round.readyAgain).sort((a, b) => a - b);
      add('ready again, median', times[Math.floor(times.length / 2)], 'ms', null, null);
      add('ready again, slowest', times.at(-1), 'ms', '< 10 000 ms', times.at(-1) < 10_000);
    }
    await story.end();
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
  return { rows };
}

export default { name: 'crash', run };
