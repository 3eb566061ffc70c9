// The built command as a person runs it. Real lists are no part of the project: where `../shared/data/twin-towns` beside the checkout
// is absent, that case says so by name.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@amity/kernel';
import type { Partnership } from '@amity/partnerships';
import { aTwinTownFile, twinTownSides } from '@amity/testing';
import { BuiltServer } from '../database/testing/built-server.js';

const cli = path.resolve(import.meta.dirname, '../../dist/cli.js');
const germany = path.resolve(import.meta.dirname, '../../../../../shared/data/twin-towns/germany.tsv');
const itWithFile = existsSync(germany) ? it : it.skip;
const { bonn, oxford, tateyama, lockroy } = twinTownSides;

describe('import partnerships FILE', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'amity-import-'));
  const dataDir = path.join(folder, 'data');
  const file = path.join(folder, 'towns.tsv');
  const blank = { ...oxford, latitude: '' };
  const text = aTwinTownFile([bonn, oxford], [oxford, bonn], [bonn, tateyama], [tateyama, lockroy], [bonn, blank]);
  let server: BuiltServer;
  let url: string;
  let cookie: string;

  const signIn = async (address: string, body: object) => {
    const answer = await fetch(url + address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(201);
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  };
  beforeAll(async () => {
    writeFileSync(file, text);
    server = new BuiltServer({ AMITY_DATA: dataDir });
    url = await server.ready();
    const password = 'correct horse battery';
    const setUp = { organizationName: 'Harbor', slug: 'harbor', zone: 'Europe/Berlin', name: 'Ada', email: 'ada@example.org', password };
    await signIn('/api/access/set-up', setUp);
  }, 120_000);
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  const run = (...args: string[]) =>
    new Promise<{ code: number | null; said: string[] }>((resolve) => {
      const child = spawn(process.execPath, [cli, 'import', 'partnerships', ...args], {
        env: { ...process.env, AMITY_DATA: dataDir, NODE_OPTIONS: '' },
      });
      let output = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (output += part.toString()));
      child.once('close', (code) => resolve({ code, said: output.trimEnd().split('\n') }));
    });
  const listed = async () => {
    const answer = await fetch(`${url}/api/partnerships?limit=50`, { headers: { cookie } });
    const { items } = (await answer.json()) as Page<Partnership>;
    return items.map(({ home, partner }) => `${home.name} – ${partner.name}`);
  };

  const told = [
    'Row 6 leaves destinationlat blank. Fill it in and import the file again.',
    '2 rows leave a population blank: 4–5',
    "1 rows name a place that the gazetteer lacks; it is taken with the file's coordinates and flagged: 5",
  ];
  const sum = (fresh: number, unchanged: number) =>
    `5 rows: ${fresh} new, 0 changed, ${unchanged} unchanged, 1 refused; 1 repeated another row. 1 places are flagged.`;

  it('looks, writes once and finds nothing more to do, while a server runs on the folder', async () => {
    expect(await run(file, '--dry-run')).toEqual({ code: 0, said: [...told, sum(3, 0), 'Nothing was written: this was a dry run.'] });
    expect(await listed()).toEqual([]);
    expect(await run(file)).toEqual({ code: 0, said: [...told, sum(3, 0), 'Everything is written.'] });
    expect(await listed()).toEqual(['Bonn – Tateyama', 'Oxford – Bonn', 'Tateyama – Port Lockroy']);
    expect(await run(file)).toEqual({ code: 0, said: [...told, sum(0, 3), 'There was nothing to write.'] });
    expect(await listed()).toHaveLength(3);
  }, 120_000);

  it('says what is wrong with the words or with the file, and ends with 2 or with 1', async () => {
    const nowhere = path.join(folder, 'nowhere.tsv');
    const list = path.join(folder, 'list.csv');
    writeFileSync(list, 'name,city\nAda,Bonn');
    const answers = [
      await run(),
      await run(file, '--dry'),
      await run(file, '--organization', 'abroad'),
      await run(nowhere),
      await run(list),
    ];
    expect(answers.map(({ code, said }) => [code, said[0]])).toEqual([
      [2, 'Name one file to import.'],
      [2, 'There is no option --dry.'],
      [2, 'There is no organization "abroad". There are: harbor.'],
      [1, expect.stringMatching(/nowhere\.tsv cannot be read: ENOENT/)],
      [1, expect.stringMatching(/^The file lacks the columns origincityLabel, .* must name them, separated by tabs\.$/)],
    ]);
  }, 120_000);

  itWithFile(
    'takes a whole country (needs ../shared/data/twin-towns)',
    async () => {
      const { code, said } = await run(germany);
      expect([code, said.at(-2), said.at(-1)]).toEqual([
        0,
        expect.stringMatching(
          /^5681 rows: 490\d new, \d changed, \d unchanged, 1 refused; 776 repeated another row\. \d+ places are flagged\.$/,
        ),
        'Everything is written.',
      ]);
      expect((await run(germany)).said.at(-1)).toBe('There was nothing to write.');
    },
    120_000,
  );
});
