// What the chain of the audit log costs: the same entries into a table of the same shape and indexes without a chain, in one run;
// how fast a log is verified; and that the verifier catches a hand that edits, deletes, reorders or cuts off the tail.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Chains } from '../apps/api/dist/audit/chain.service.js';
import { CheckpointFile } from '../apps/api/dist/audit/checkpoint-file.js';
import { appDataSource } from '../apps/api/dist/database/data-source.js';
import { startEmbeddedPostgres } from '../apps/api/dist/database/embedded/index.js';
import { provision } from '../apps/api/dist/database/provision.js';
import { KeyRing, MasterKey } from '../apps/api/dist/database/sealing/index.js';
import { Tenants } from '../apps/api/dist/database/tenants.js';

const clients = 32;
const organizationId = randomUUID();
const entryOf = `'Bench', 'changed', 'people.people', gen_random_uuid(), '{"phone": null}', '{"phone": "+34 600 000 000", "worksAt": "City Hall"}'`;
const columns = 'organization_id, id, actor, action, subject, subject_id, before, after';

/** The chained log, and its twin without a chain, which has to be told number and hash. */
const tables = {
  chained: (from, count) =>
    `insert into audit.entries (${columns}) select $1::uuid, gen_random_uuid(), ${entryOf} from generate_series(${from}, ${from + count - 1})`,
  plain: (from, count) =>
    `insert into audit.plain (${columns}, number, hash) select $1::uuid, gen_random_uuid(), ${entryOf}, n, decode(repeat('00', 32), 'hex')
     from generate_series(${from}, ${from + count - 1}) n`,
};

async function run({ smoke }) {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'amity-bench-'));
  const database = await startEmbeddedPostgres({ dataDir, durable: true, maxConnections: 100 });
  const appUrl = await provision(database.ownerUrl, () => Promise.resolve());
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  const pool = new pg.Pool({ connectionString: appUrl, max: clients, options: `-c app.organization_id=${organizationId}` });
  const source = await new DataSource(appDataSource(appUrl)).initialize();
  const file = new CheckpointFile(path.join(dataDir, 'checkpoints.jsonl'));
  const chains = new Chains(source, new Tenants(source, new KeyRing(MasterKey.random())), file);
  try {
    await owner.connect();
    await owner.query(`insert into identity.organizations (id, name, slug, zone) values ('${organizationId}', 'Bench', 'bench', 'UTC');
      create table audit.plain (like audit.entries including all);
      alter table audit.plain add foreign key (organization_id) references identity.organizations (id);
      select amity.protect('audit.plain', 'select, insert')`);
    const single = await compare(smoke ? 3 : 5, (table, round) => transactions(pool, table, round, smoke ? 320 : 3_200));
    const batch = await compare(smoke ? 3 : 5, (table, round) => batches(pool, table, round, smoke ? 2 : 8));
    const verified = await verify(chains);
    await chains.takeCheckpoints(new Date());
    const rows = [
      row(`entries written one a transaction, ${clients} clients of one organization`, single.chained, '1/s', single.plain),
      row('entries written 5,000 a statement', batch.chained, '1/s', batch.plain),
      row(`entries verified, ${verified.entries} of them`, verified.rate, '1/s', null),
      { ...row('an untouched log is whole', verified.broken ? 0 : 1, 'logs', 1), goal: '1', met: !verified.broken },
    ];
    for (const [hand, statement, kind] of hands) {
      await owner.query(`begin; alter table audit.entries disable trigger all; alter table audit.heads disable trigger all; ${statement}`);
      await owner.query('commit');
      const { broken } = await verify(chains);
      rows.push({ ...row(`caught: ${hand}`, broken?.kind ?? 'NOT CAUGHT', 'kind', null), goal: kind, met: broken?.kind === kind });
      await owner.query(`begin; truncate audit.entries; insert into audit.entries select * from audit.kept; update audit.heads set number = (select max(number) from audit.kept),
        hash = (select hash from audit.kept order by number desc limit 1); commit`);
    }
    return { rows };
  } finally {
    await source.destroy();
    await pool.end();
    await owner.end();
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** What somebody with every right might do to a log of hundreds of entries; a copy is laid aside first. */
const aside = 'create table if not exists audit.kept as table audit.entries';
const hands = [
  ['an entry edited', `${aside}; update audit.entries set actor = 'Mallory' where number = 100`, 'edited'],
  ['an entry deleted', `${aside}; delete from audit.entries where number = 100`, 'deleted'],
  [
    'two entries reordered',
    `${aside}; update audit.entries set number = 1000000000 where number = 100; update audit.entries set number = 100 where number = 200;
     update audit.entries set number = 200 where number = 1000000000`,
    'reordered',
  ],
  ['the tail cut off', `${aside}; delete from audit.entries where number > 100`, 'truncated'],
  [
    'the tail cut off and the head set back',
    `${aside}; delete from audit.entries where number > 100; update audit.heads set number = 100, hash = (select hash from audit.entries where number = 100)`,
    'truncated',
  ],
];

const row = (work, figure, unit, reference) => ({
  work,
  figure,
  unit,
  reference,
  ratio: typeof figure === 'number' && reference ? figure / reference : null,
  goal: null,
  met: null,
});

/** Medians of rounds in which the two tables take turns. */
async function compare(rounds, measure) {
  const rates = { chained: [], plain: [] };
  for (let round = 0; round < rounds; round++) for (const table of ['chained', 'plain']) rates[table].push(await measure(table, round));
  const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
  return { chained: median(rates.chained), plain: median(rates.plain) };
}

/** Entries per second, one a transaction. */
async function transactions(pool, table, round, count) {
  let next = 0;
  return rate(count, () =>
    Promise.all(
      Array.from({ length: clients }, async () => {
        while (next < count) await pool.query(tables[table](1 + round * count + next++, 1), [organizationId]);
      }),
    ),
  );
}

/** Entries per second, 5,000 a statement. */
async function batches(pool, table, round, statements) {
  return rate(statements * 5_000, async () => {
    for (let n = 0; n < statements; n++)
      await pool.query(tables[table](1_000_000 + (round * statements + n) * 5_000, 5_000), [organizationId]);
  });
}

async function rate(count, work) {
  const begun = performance.now();
  await work();
  return count / ((performance.now() - begun) / 1000);
}

async function verify(chains) {
  const begun = performance.now();
  for await (const { entries, broken } of chains.verify('bench'))
    return { entries, broken, rate: entries / ((performance.now() - begun) / 1000) };
}

export default { name: 'audit', run };
