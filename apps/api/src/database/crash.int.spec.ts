import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { CrashStory } from './testing/crash-rounds.js';

// How quickly it is ready again is measured by bench/crash.bench.mjs, on a machine that does nothing else
describe('kill -9', () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'amity-crash-'));
  const seed = Number(process.env['AMITY_SEED'] ?? Date.now() % 1_000_000);
  const story = new CrashStory(dataDir, seed);
  beforeAll(() => story.begin(), 60_000);
  afterAll(async () => {
    await story.end();
    rmSync(dataDir, { recursive: true, force: true });
  }, 30_000);

  it.each(['server', 'server', 'server', 'postgres', 'server'] as const)(
    `of the %s loses nothing that was acknowledged and keeps nothing by halves (AMITY_SEED=${seed})`,
    async (victim) => {
      const round = await story.round(victim);
      expect({ lost: round.lost, halves: round.halves }).toEqual({ lost: 0, halves: 0 });
    },
    60_000,
  );
});
