import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Break } from '@amity/audit';
import { DataSource } from 'typeorm';
import type { Id } from '@amity/kernel';
import { Tenants } from '../database/tenants.js';
import { addPeople } from '../testing/someone.js';
import { TestWorld } from '../testing/test-world.js';
import { Chains } from './chain.service.js';
import { CheckpointFile } from './checkpoint-file.js';
import { CheckpointsWorker } from './checkpoints.worker.js';

const cli = path.resolve(import.meta.dirname, '../../dist/cli.js');
const noon = new Date('2026-11-28T12:00:00Z');

describe('the verifier of the audit log', () => {
  let world: TestWorld;
  let folder: string;
  beforeAll(async () => {
    world = await TestWorld.open();
    folder = await mkdtemp(path.join(os.tmpdir(), 'amity-checkpoints-'));
  });
  afterAll(async () => {
    await world.close();
    await rm(folder, { recursive: true });
  });

  let files = 0;
  /** An organization with a log of ten entries, the chains that look after it, and what somebody may do behind Amity's back. */
  const organization = async () => {
    const as = await world.organization();
    const { organizationId } = as;
    const file = new CheckpointFile(path.join(folder, `${++files}`, 'checkpoints.jsonl'));
    const chains = new Chains(world.get(DataSource), world.get(Tenants), file);
    const { rows } = await world.owner.query<{ slug: string }>(`select slug from identity.organizations where id = $1`, [organizationId]);
    const slug = rows[0]?.slug ?? '';
    const write = (count: number) => world.get(Tenants).write(as, (tx) => addPeople(tx, count));
    await write(9);
    return {
      organizationId,
      slug,
      file,
      chains,
      write,
      checkpoint: () => chains.takeCheckpoints(noon),
      tamper: (sql: string) => tamper(organizationId, sql),
      broken: async (): Promise<Break | null> => {
        for await (const verdict of chains.verify(slug)) return verdict.broken;
        throw new Error('no verdict');
      },
    };
  };
  /** As somebody who owns the server: guards off, change, guards on again. */
  const tamper = async (organizationId: Id, sql: string) => {
    const guards = (what: string) => `alter table audit.entries ${what} trigger all; alter table audit.heads ${what} trigger all;`;
    await world.owner.query(
      `begin; ${guards('disable')} set constraints all deferred; ${sql.replaceAll(':org', `'${organizationId}'`)}; ${guards('enable')} commit`,
    );
  };
  const mine = 'organization_id = :org';
  const renumber = (from: number, by: number) =>
    `update audit.entries set number = number + 1000 where ${mine} and number >= ${from}; update audit.entries set number = number - 1000 + ${by} where ${mine} and number >= 1000`;

  it('finds an untouched log whole, with its checkpoints', async () => {
    const { chains, slug, write, checkpoint } = await organization();
    await checkpoint();
    await write(3);
    const verdicts = [];
    for await (const verdict of chains.verify(slug)) verdicts.push(verdict);
    expect(verdicts).toEqual([{ organization: slug, entries: 13, checkpoints: 1, broken: null }]);
  });

  it.each<[string, Break, string]>([
    ['an edited name', { number: 5, kind: 'edited' }, `update audit.entries set actor = 'Mallory' where ${mine} and number = 5`],
    [
      'an edited value',
      { number: 5, kind: 'edited' },
      `update audit.entries set after = after || '{"phone": "1"}' where ${mine} and number = 5`,
    ],
    [
      'an edited time',
      { number: 1, kind: 'edited' },
      `update audit.entries set at = at - interval '1 microsecond' where ${mine} and number = 1`,
    ],
    ['an added reason', { number: 10, kind: 'edited' }, `update audit.entries set reason = 'asked to' where ${mine} and number = 10`],
    ['a deleted entry', { number: 4, kind: 'deleted' }, `delete from audit.entries where ${mine} and number = 4`],
    ['a deleted beginning', { number: 1, kind: 'deleted' }, `delete from audit.entries where ${mine} and number < 4`],
    [
      'a deleted entry, the numbers closed up',
      { number: 4, kind: 'deleted' },
      `delete from audit.entries where ${mine} and number = 4; ${renumber(5, -1)}`,
    ],
    [
      'two entries that changed places',
      { number: 3, kind: 'reordered' },
      `update audit.entries set number = 1000 where ${mine} and number = 3; update audit.entries set number = 3 where ${mine} and number = 7;
       update audit.entries set number = 7 where ${mine} and number = 1000`,
    ],
    [
      'an inserted entry',
      { number: 6, kind: 'inserted' },
      `${renumber(6, 1)}; insert into audit.entries (organization_id, id, actor, action, subject, subject_id, number, hash)
       values (:org, gen_random_uuid(), 'Mallory', 'changed', 'people.people', gen_random_uuid(), 6, sha256('x'))`,
    ],
    ['a missing tail', { number: 9, kind: 'truncated' }, `delete from audit.entries where ${mine} and number > 8`],
    ['nothing left at all', { number: 1, kind: 'truncated' }, `delete from audit.entries where ${mine}`],
  ])('finds %s', async (_, found, sql) => {
    const { tamper, broken } = await organization();
    await tamper(sql);
    expect(await broken()).toEqual(found);
  });

  it('finds by a checkpoint what the head does not know: a tail cut off and the head set back', async () => {
    const { tamper, broken, checkpoint } = await organization();
    await checkpoint();
    await tamper(`delete from audit.entries where ${mine} and number > 8;
      update audit.heads h set number = e.number, hash = e.hash from audit.entries e where h.organization_id = :org and e.organization_id = :org and e.number = 8`);
    expect(await broken()).toEqual({ number: 9, kind: 'truncated' });
  });

  it('finds by a checkpoint a log written anew, head and all', async () => {
    const { tamper, broken, checkpoint, file } = await organization();
    await checkpoint();
    await tamper(`update audit.entries set actor = 'Mallory' where ${mine} and number = 2;
      do $$ declare e audit.entries; h bytea := decode(repeat('00', 32), 'hex'); begin
        for e in select * from audit.entries where ${mine} order by number loop
          h := audit.link(h, e); update audit.entries set hash = h where ${mine} and number = e.number;
        end loop;
        update audit.heads set hash = h where ${mine};
      end $$`);
    expect(await broken()).toEqual({ number: 10, kind: 'rewritten' });
    await rm(file.file);
    expect(await broken()).toBeNull(); // without checkpoints nobody could tell, which is why they are copied elsewhere
  });

  it('finds what was cut off even after Amity went on writing', async () => {
    const { tamper, broken, write } = await organization();
    await tamper(`delete from audit.entries where ${mine} and number > 8`);
    await write(2);
    expect(await broken()).toEqual({ number: 9, kind: 'deleted' });
  });

  describe('checkpoints', () => {
    it('are one line for each organization that wrote something, readable by its owner alone', async () => {
      const { checkpoint, write, file, organizationId } = await organization();
      const { taken } = await checkpoint();
      expect(await checkpoint()).toEqual({ taken: 0, behind: [] });
      await write(1);
      expect(await checkpoint()).toEqual({ taken: 1, behind: [] });
      const lines = (await readFile(file.file, 'utf8')).split('\n');
      expect(lines).toHaveLength(taken + 2);
      const { rows } = await world.owner.query(
        `select organization_id as organization, number::int, encode(hash, 'hex') as hash, '2026-11-28T12:00:00.000Z' as at from audit.heads where organization_id = $1`,
        [organizationId],
      );
      expect(JSON.parse(lines.at(-2) ?? '')).toEqual(rows[0]);
      expect((await stat(file.file)).mode & 0o777).toBe(0o600);
    });

    it('are not taken of a log that ends before its last one, and the hourly work says so', async () => {
      const { checkpoint, tamper, slug, file } = await organization();
      await checkpoint();
      await tamper(`update audit.heads set number = 3 where ${mine}`);
      const before = await readFile(file.file, 'utf8');
      expect(await checkpoint()).toEqual({ taken: 0, behind: [slug] });
      expect(await readFile(file.file, 'utf8')).toBe(before);
    });

    it('stop at a line that is none, with its number', async () => {
      const { checkpoint, broken, file } = await organization();
      await checkpoint();
      const before = await readFile(file.file, 'utf8');
      await writeFile(file.file, `${before}{"organization":`);
      await expect(broken()).rejects.toThrow(`Line ${before.split('\n').length} of ${file.file} is no checkpoint.`);
    });

    it('are taken every hour', async () => {
      const { rows } = await world.owner.query(`select name, cron, timezone from pgboss.schedule`);
      expect(rows).toContainEqual({ name: 'audit.checkpoint', cron: '0 * * * *', timezone: 'UTC' });
      await world.get(CheckpointsWorker).take();
    });
  });

  describe('from the command line', () => {
    const run = (args: readonly string[]) =>
      new Promise<{ code: number | null; output: string }>((resolve) => {
        const child = spawn(process.execPath, [cli, 'audit', ...args], {
          env: {
            ...process.env,
            DATABASE_URL: world.database.ownerUrl,
            AMITY_AUDIT_CHECKPOINTS: path.join(folder, 'cli.jsonl'),
            NODE_OPTIONS: '',
          },
        });
        let output = '';
        for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (output += part.toString()));
        child.once('close', (code) => resolve({ code, output }));
      });

    it('says of each organization whether its log is whole, and ends with 1 when one is not', async () => {
      const [whole, broken] = [await organization(), await organization()];
      expect((await run(['checkpoint'])).code).toBe(0);
      await broken.tamper(`delete from audit.entries where ${mine} and number = 4`);
      expect(await run(['verify', '--organization', whole.slug])).toEqual({
        code: 0,
        output: `${whole.slug}: whole, 10 entries, 1 checkpoint met\n`,
      });
      expect(await run(['verify', '--organization', broken.slug])).toEqual({
        code: 1,
        output: `${broken.slug}: BROKEN at entry 4 (deleted): it was removed\n`,
      });
      const { code, output } = await run(['verify']);
      expect([code, output.split('\n').filter((line) => line.startsWith(`${whole.slug}:`) || line.startsWith(`${broken.slug}:`))]).toEqual([
        1,
        [`${whole.slug}: whole, 10 entries, 1 checkpoint met`, `${broken.slug}: BROKEN at entry 4 (deleted): it was removed`].toSorted(),
      ]);
    }, 120_000);

    it('refuses an organization that is not there, and words it does not know', async () => {
      expect(await run(['verify', '--organization', 'nobody'])).toEqual({ code: 1, output: 'There is no organization "nobody".\n' });
      expect((await run(['verify', '--all'])).code).toBe(2);
    }, 120_000);
  });
});
