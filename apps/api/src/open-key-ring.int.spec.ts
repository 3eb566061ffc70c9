import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { KeyRing, MasterKey } from './database/sealing/index.js';
import { nextFileOf, openKeyRing } from './open-key-ring.js';
import { createTestDatabase, type TestDatabase } from './testing/test-database.js';

describe('the master key', () => {
  let database: TestDatabase;
  let dataDir: string;
  let file: string;
  const said: string[] = [];
  beforeEach(async () => {
    database = await createTestDatabase();
    dataDir = mkdtempSync(path.join(tmpdir(), 'amity-key-'));
    file = path.join(dataDir, 'master.key');
    said.length = 0;
  });
  afterEach(async () => {
    await database.drop();
    rmSync(dataDir, { recursive: true });
  });

  const open = (where: { dataDir?: string; databaseUrl?: string; masterKeyFile?: string } = {}): Promise<KeyRing> =>
    openKeyRing(database.appUrl, { dataDir, databaseUrl: null, masterKeyFile: null, ...where }, (line) => said.push(line));

  it('is made on the first start, for its owner alone, and stays the same', async () => {
    await open();
    const made = readFileSync(file, 'utf8');
    expect([made, statSync(file).mode & 0o777, readdirSync(dataDir)]).toEqual([
      expect.stringMatching(/^[0-9a-f]{64}\n$/),
      0o600,
      ['master.key'],
    ]);
    await open();
    expect([readFileSync(file, 'utf8'), said]).toEqual([made, []]);
  });

  it('is announced loudly beside a database of somebody’s own, once', async () => {
    await open({ databaseUrl: 'postgres://x' });
    await open({ databaseUrl: 'postgres://x' });
    expect(said).toEqual([expect.stringContaining(`A master key was made: ${file}`)]);
    expect(said[0]).toContain('BACK IT UP NOW');
  });

  it('that is lost stops the start, with the way out, and none is made in its place', async () => {
    await open();
    renameSync(file, `${file}.elsewhere`);
    await expect(open()).rejects.toThrow(
      /^this database is sealed with the master key [0-9a-f]{16}, and there is no key at .+master\.key \(the data folder\)\. Put your copy of the key there, or let AMITY_MASTER_KEY_FILE name it, and start again\. Nothing was changed\.$/,
    );
    expect(existsSync(file)).toBe(false);
    renameSync(`${file}.elsewhere`, file);
    await open();
  });

  it('of another installation stops the start, and so does a file that holds no key', async () => {
    await open();
    writeFileSync(file, MasterKey.random().text);
    await expect(open()).rejects.toThrow(
      /^this database is sealed with the master key [0-9a-f]{16}, and .+ holds [0-9a-f]{16}\. Put your copy/,
    );
    writeFileSync(file, 'not a key');
    await expect(open()).rejects.toThrow(
      'master.key holds no master key. A master key is one line of 64 hexadecimal digits; put your copy of it there.',
    );
  });

  it('may stand in a file that is named', async () => {
    const named = path.join(dataDir, 'named');
    await expect(open({ masterKeyFile: named })).rejects.toThrow(`AMITY_MASTER_KEY_FILE names ${named}, and there is no such file.`);
    writeFileSync(named, MasterKey.random().text);
    await open({ masterKeyFile: named });
    expect([existsSync(file), said]).toEqual([false, []]);
    await expect(open()).rejects.toThrow('there is no key at');
  });

  it('is one, however many servers start at once in one folder', async () => {
    await Promise.all(Array.from({ length: 6 }, () => open()));
    expect(readdirSync(dataDir)).toEqual(['master.key']);
  });

  it('of a server that came second, with a folder of its own, is not kept', async () => {
    const other = mkdtempSync(path.join(tmpdir(), 'amity-key-'));
    try {
      const starts = await Promise.allSettled([open(), open({ dataDir: other })]);
      expect(starts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect([...readdirSync(dataDir), ...readdirSync(other)]).toEqual(['master.key']);
    } finally {
      rmSync(other, { recursive: true });
    }
  });

  it('is found beside its place when a rotation was interrupted between the database and the file', async () => {
    await open();
    renameSync(file, nextFileOf(file));
    writeFileSync(file, MasterKey.random().text);
    await expect(open()).resolves.toBeInstanceOf(KeyRing);
  });
});
