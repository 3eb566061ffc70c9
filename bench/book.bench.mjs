// Booking an appointment against the raw INSERT under the same exclusion constraint, 32 clients each, in one run; then the race:
// 64 clients want the same site at the same time, round after round, and exactly one may get it.
import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../apps/api/dist/database/embedded/index.js';

const root = path.resolve(import.meta.dirname, '..');
const clients = 32;

async function run({ smoke }) {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'amity-bench-'));
  const database = await startEmbeddedPostgres({ dataDir, durable: true, maxConnections: 200 });
  const server = spawn(process.execPath, [path.join(root, 'apps/api/dist/main.js'), '--empty'], {
    env: { ...process.env, PORT: '0', AMITY_ANNOUNCE: '1', AMITY_DATA: path.join(dataDir, 'app'), DATABASE_URL: database.ownerUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const pool = new pg.Pool({ connectionString: database.ownerUrl, max: clients });
  try {
    const api = await signedIn(server);
    const world = await plant(api);
    const per = smoke ? 64 : 1_000;
    const rounds = smoke ? 1 : 5;
    const book = [];
    const raw = [];
    for (let round = 0; round < rounds; round++) {
      book.push(
        await rate(per, (n) => api.post(`/api/visits/${world.visitId}/appointments`, appointment(world.freeSite, round * per + n), 201)),
      );
      raw.push(await rate(per, (n) => insertRaw(pool, world, round * per + n)));
    }
    const race = await raceForOneSlot(api, world, smoke ? 5 : 500);
    const overlaps = await countOverlaps(pool);
    const [booked, inserted] = [median(book), median(raw)];
    return {
      rows: [
        {
          work: 'book an appointment, 32 clients',
          figure: booked,
          unit: '1/s',
          reference: inserted,
          ratio: booked / inserted,
          goal: '≥ 0.35 × raw',
          met: smoke ? null : booked / inserted >= 0.35,
        },
        {
          work: 'book an appointment, 32 clients',
          figure: booked,
          unit: '1/s',
          reference: null,
          ratio: null,
          goal: '≥ 400/s',
          met: smoke ? null : booked >= 400,
        },
        {
          work: `64 clients, one slot, ${race.rounds} rounds: rounds with exactly one winner`,
          figure: race.oneWinner,
          unit: 'rounds',
          reference: race.rounds,
          ratio: race.oneWinner / race.rounds,
          goal: 'all',
          met: race.oneWinner === race.rounds,
        },
        {
          work: 'answers that were neither 201 nor 409',
          figure: race.strange,
          unit: 'answers',
          reference: null,
          ratio: null,
          goal: '0',
          met: race.strange === 0,
        },
        {
          work: 'overlapping bookings afterwards',
          figure: overlaps,
          unit: 'pairs',
          reference: null,
          ratio: null,
          goal: '0',
          met: overlaps === 0,
        },
      ],
    };
  } finally {
    await pool.end();
    if (server.exitCode === null) {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** @returns a signed-in client of the first administrator */
async function signedIn(server) {
  let said = '';
  for await (const part of server.stdout) {
    said += part;
    if (said.includes('\n')) break;
  }
  const { url } = JSON.parse(said.slice(said.indexOf('{'), said.indexOf('\n', said.indexOf('{'))));
  const first = await fetch(`${url}/api/access/set-up`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      organizationName: 'Bench',
      slug: 'bench',
      zone: 'UTC',
      name: 'Bench',
      email: 'bench@example.org',
      password: 'correct horse battery',
    }),
  });
  const signedIn = { cookie: first.headers.getSetCookie()[0].split(';')[0], 'x-amity-csrf': first.headers.get('x-amity-csrf') };
  const send = (method, address, body) =>
    fetch(`${url}${address}`, {
      method,
      headers: { ...signedIn, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  return {
    status: async (address, body) => {
      const answer = await send('POST', address, body);
      await answer.arrayBuffer();
      return answer.status;
    },
    post: async (address, body, expected) => {
      const answer = await send('POST', address, body);
      if (answer.status !== expected) throw new Error(`POST ${address}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
    get: async (address) => (await send('GET', address)).json(),
  };
}

async function plant(api) {
  const delegation = await api.post(
    '/api/delegations',
    {
      name: 'Bench',
      direction: 'inbound',
      programFormat: 'citizen_exchange',
      track: 4,
      arrivesOn: '2027-01-01',
      departsOn: '2029-12-31',
      zone: 'UTC',
    },
    201,
  );
  const visit = await api.get(`/api/visits/of-delegation/${delegation.id}`);
  const site = (name, oneGroupAtATime) =>
    api.post('/api/visits/sites', { name, address: '1 Main Street', zone: 'UTC', oneGroupAtATime }, 201);
  return {
    organizationId: (await api.get('/api/access/me')).organization.id,
    visitId: visit.id,
    freeSite: (await site('Measured', true)).id,
    racedSite: (await site('Raced', true)).id,
    rawSite: (await site('Raw', true)).id,
  };
}

/** The nth half hour from the beginning of 2027. */
function slot(n) {
  const at = (minutes) => new Date(Date.UTC(2027, 0, 1) + minutes * 60_000);
  return { from: at(n * 30), to: at(n * 30 + 30) };
}

function appointment(siteId, n) {
  const { from, to } = slot(n);
  return {
    title: `Appointment ${n}`,
    kind: 'meeting',
    siteId,
    startsAt: from.toISOString().slice(0, 16),
    endsAt: to.toISOString().slice(0, 16),
    everyone: true,
  };
}

/** What no application could do without: the appointment and its booking, in one statement. */
function insertRaw(pool, world, n) {
  const { from, to } = slot(n);
  return pool.query({
    name: 'book',
    text: `with a as (insert into visits.appointments (organization_id, id, visit_id, title, kind, site_id, starts_at, ends_at, zone)
             values ($1, gen_random_uuid(), $2, 'Raw', 'meeting', $3, $4, $5, 'UTC') returning organization_id, id)
           insert into visits.bookings (organization_id, id, appointment_id, site_id, during)
           select organization_id, gen_random_uuid(), id, $3, tstzrange($4, $5) from a`,
    values: [world.organizationId, world.visitId, world.rawSite, from, to],
  });
}

/** Calls per second, `clients` at a time. */
async function rate(calls, call) {
  let next = 0;
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (next < calls) await call(next++);
    }),
  );
  return calls / ((performance.now() - begun) / 1000);
}

async function raceForOneSlot(api, world, rounds) {
  let oneWinner = 0;
  let strange = 0;
  for (let round = 0; round < rounds; round++) {
    const answers = await Promise.all(
      Array.from({ length: 64 }, () => api.status(`/api/visits/${world.visitId}/appointments`, appointment(world.racedSite, round))),
    );
    if (answers.filter((status) => status === 201).length === 1) oneWinner++;
    strange += answers.filter((status) => status !== 201 && status !== 409).length;
  }
  return { rounds, oneWinner, strange };
}

async function countOverlaps(pool) {
  const { rows } = await pool.query(
    `select count(*)::int as n from visits.bookings a join visits.bookings b
     on a.organization_id = b.organization_id and a.site_id = b.site_id and a.id < b.id and a.during && b.during where a.active and b.active`,
  );
  return rows[0].n;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

export default { name: 'book', run };
