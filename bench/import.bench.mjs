// A list of twin towns into an empty organization: read, matched with the gazetteer, planned, written with its audit entries, against
// PostgreSQL's own COPY of the same lines into a bare table. The list is ../shared/data/twin-towns/germany.tsv beside the checkout;
// where it is absent, as many rows are made of the gazetteer's own places.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { AccountEntity, MembershipEntity, OrganizationEntity } from '../apps/api/dist/access/access.entities.js';
import { appDataSource } from '../apps/api/dist/database/data-source.js';
import { startEmbeddedPostgres } from '../apps/api/dist/database/embedded/index.js';
import { newId } from '../apps/api/dist/database/new-id.js';
import { provision } from '../apps/api/dist/database/provision.js';
import { KeyRing, MasterKey } from '../apps/api/dist/database/sealing/index.js';
import { Tenants } from '../apps/api/dist/database/tenants.js';
import { CommunitiesRepository } from '../apps/api/dist/partnerships/communities.repository.js';
import { CommunityEntity } from '../apps/api/dist/partnerships/community.entity.js';
import { Gazetteer } from '../apps/api/dist/partnerships/gazetteer/gazetteer.js';
import { readPlaces } from '../apps/api/dist/partnerships/gazetteer/gazetteer.source.js';
import { PartnershipEntity } from '../apps/api/dist/partnerships/partnership.entity.js';
import { TwinTowns } from '../apps/api/dist/partnerships/twin-towns.js';
import { fillReference } from '../apps/api/dist/reference.js';

const germany = path.resolve(import.meta.dirname, '../../shared/data/twin-towns/germany.tsv');
const wholeList = 5681;
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

async function run({ smoke }) {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'amity-bench-import-'));
  const database = await startEmbeddedPostgres({ dataDir: path.join(dataDir, 'data') });
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  try {
    await owner.connect();
    const appUrl = await provision(database.ownerUrl, fillReference);
    const entities = [OrganizationEntity, AccountEntity, MembershipEntity, CommunityEntity, PartnershipEntity];
    const dataSource = await new DataSource({ ...appDataSource(appUrl), entities }).initialize();
    try {
      return { rows: await measured(dataSource, owner, dataDir, smoke) };
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await owner.end();
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measured(dataSource, owner, dataDir, smoke) {
  const text = listOf(smoke ? 300 : wholeList);
  const rows = text.trimEnd().split('\n').length - 1;
  const gazetteer = new Gazetteer(dataSource);
  const twinTowns = new TwinTowns(
    new Tenants(dataSource, new KeyRing(MasterKey.random())),
    gazetteer,
    new CommunitiesRepository(gazetteer),
  );
  const file = path.join(dataDir, 'list.tsv');
  writeFileSync(file, text);
  chmodSync(dataDir, 0o755); // PostgreSQL reads the file under a user of its own
  const [fresh, again, copied] = [[], [], []];
  for (let round = 0; round < (smoke ? 1 : 5); round += 1) {
    const organizationId = newId();
    await dataSource
      .getRepository(OrganizationEntity)
      .insert({ id: organizationId, name: `Bench ${round}`, slug: `bench-${round}`, zone: 'UTC' });
    const actor = { kind: 'system', organizationId, name: 'bench' };
    fresh.push(await timed(() => twinTowns.import(actor, text, false)));
    again.push(await timed(() => twinTowns.import(actor, text, false)));
    copied.push(await copy(owner, file, text));
  }
  const rate = (times) => rows / (median(times) / 1000);
  const reference = rate(copied);
  const row = (work, times, goal) => ({
    work: `${work}, ${rows} rows`,
    figure: rate(times),
    unit: 'rows/s',
    reference,
    ratio: rate(times) / reference,
    goal: `whole list < ${goal} s`,
    met: smoke ? null : median(times) / 1000 < goal,
  });
  return [row('a list of twin towns, all new', fresh, 10), row('the same list again, nothing new', again, 10)];
}

/** The first `count` rows of the real list, or as many pairs of places that the gazetteer has. */
function listOf(count) {
  if (existsSync(germany))
    return readFileSync(germany, 'utf8')
      .split('\n')
      .slice(0, count + 1)
      .join('\n');
  const header =
    'origincityLabel origincountry originlat originlong originpopulation sistercityLabel destinationlat destinationlong destinationpopulation destination_countryLabel dist eu';
  const words = new Intl.DisplayNames('en', { type: 'region' });
  const places = readPlaces().slice(0, 20_000);
  const rows = Array.from({ length: count }, (_, i) => {
    const [home, partner] = [places[(i * 7) % places.length], places[(i * 13 + 5) % places.length]];
    const side = (place) => [place.latitude, place.longitude, place.population ?? ''];
    return [home.name, words.of(home.countryCode), ...side(home), partner.name, ...side(partner), words.of(partner.countryCode), 1, ''];
  });
  return [header.replaceAll(' ', '\t'), ...rows.map((row) => row.join('\t'))].join('\n');
}

async function copy(owner, file, text) {
  const columns = text.slice(0, text.indexOf('\n')).trimEnd().split('\t');
  await owner.query(`create table public.copied (${columns.map((name) => `"${name}" text`).join(', ')})`);
  const time = await timed(() =>
    owner.query(`copy public.copied from '${file}' with (format csv, delimiter E'\\t', header, quote E'\\b')`),
  );
  await owner.query('drop table public.copied');
  return time;
}

async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export default { name: 'import', run };
