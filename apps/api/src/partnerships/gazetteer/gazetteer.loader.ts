// Fills the gazetteer once: after the migrations, by the owner. A marker names the edition; while it stands, a start reads one row and
// no list. Everything happens in one transaction behind a lock, so that two servers starting together load once and none sees half.
import type { ClientBase } from 'pg';
import { readingsOf } from '@amity/partnerships';
import { countryNames, gazetteerVersion, readPlaces, type GazetteerPlace } from './gazetteer.source.js';

const batch = 10_000;

/** Loads unless the same edition is there. `places` is the number of places in the tables afterwards. */
export async function loadGazetteer(
  client: ClientBase,
  log: (line: string) => void = () => undefined,
): Promise<{ places: number; skipped: boolean }> {
  const version = gazetteerVersion();
  await client.query('begin');
  try {
    await client.query(`select pg_advisory_xact_lock(hashtext('reference.gazetteer'))`);
    const { rows } = await client.query<{ current: boolean }>(
      `select exists (select 1 from reference.loads where name = 'gazetteer' and version = $1) as current`,
      [version],
    );
    const skipped = rows[0]?.current === true;
    if (!skipped) {
      log('Loading the gazetteer …');
      await fill(client, readPlaces());
      await client.query(
        `insert into reference.loads (name, version) values ('gazetteer', $1)
         on conflict (name) do update set version = excluded.version, loaded_at = now()`,
        [version],
      );
    }
    const counted = await client.query<{ places: number }>('select count(*)::int as places from reference.places');
    await client.query('commit');
    if (!skipped) await client.query('analyze reference.places, reference.place_names');
    const places = counted.rows[0]?.places ?? 0;
    if (!skipped) log(`The gazetteer holds ${places} places.`);
    return { places, skipped };
  } catch (error) {
    await client.query('rollback'); // whatever went wrong, the tables stay as they were, and the caller hears of it
    throw error;
  }
}

async function fill(client: ClientBase, places: readonly GazetteerPlace[]): Promise<void> {
  const names = [...countryNames()];
  await client.query(
    `insert into reference.countries (code, name) select * from unnest($1::text[], $2::text[])
     on conflict (code) do update set name = excluded.name`,
    [names.map(([code]) => code), names.map(([code, [name]]) => name ?? code)],
  );
  // Built or checked afterwards, as a whole, they take a third of the time
  await client.query(`drop index reference.place_names_similar, reference.places_cell;
    alter table reference.places drop constraint places_country_code_fkey`);
  await client.query('delete from reference.place_names');
  await removeOthers(client, places);
  let writing: Promise<unknown> = Promise.resolve();
  for (let from = 0; from < places.length; from += batch) {
    const next = rowsOf(places.slice(from, from + batch)); // made while PostgreSQL writes the ones before
    await writing;
    writing = write(client, next);
  }
  await writing;
  await client.query(`create index place_names_similar on reference.place_names using gin (folded public.gin_trgm_ops);
    create index places_cell on reference.places ((floor(latitude * 2)::int), (floor(longitude * 2)::int));
    alter table reference.places add constraint places_country_code_fkey foreign key (country_code) references reference.countries (code)`);
}

async function removeOthers(client: ClientBase, places: readonly GazetteerPlace[]): Promise<void> {
  await client.query(
    'delete from reference.places p where not exists (select from unnest($1::bigint[]) as kept (id) where kept.id = p.id)', // an anti-join; <> all takes minutes
    [places.map((place) => place.id)],
  );
}

interface Rows {
  readonly places: readonly GazetteerPlace[];
  readonly readings: readonly { readonly folded: string; readonly place: GazetteerPlace }[];
}

function rowsOf(places: readonly GazetteerPlace[]): Rows {
  const readings = places.flatMap((place) =>
    [...new Set([...new Set([place.name, place.asciiName, ...place.otherNames])].flatMap(readingsOf))].map((folded) => ({ folded, place })),
  );
  return { places, readings };
}

/** A column as one text of a value per line, which costs both sides less than an array with its quotes. An empty line is null where it may be. */
function lines(parameter: number, mayBeNull = false): string {
  return `string_to_array($${parameter}::text, E'\\n'${mayBeNull ? `, ''` : ''})`;
}

async function write(client: ClientBase, { places, readings }: Rows): Promise<void> {
  await client.query(
    `insert into reference.places (id, name, ascii_name, country_code, admin1, latitude, longitude, population, zone)
     select * from unnest(${lines(1)}::bigint[], ${lines(2)}, ${lines(3)}, ${lines(4)}, ${lines(5, true)}, ${lines(6)}::float8[], ${lines(7)}::float8[],
       ${lines(8, true)}::int[], ${lines(9)})
     on conflict (id) do update set name = excluded.name, ascii_name = excluded.ascii_name, other_names = '{}',
       country_code = excluded.country_code, admin1 = excluded.admin1, latitude = excluded.latitude, longitude = excluded.longitude,
       population = excluded.population, zone = excluded.zone`,
    [
      places.map((p) => p.id).join('\n'),
      places.map((p) => p.name).join('\n'),
      places.map((p) => p.asciiName).join('\n'),
      places.map((p) => p.countryCode).join('\n'),
      places.map((p) => p.admin1).join('\n'),
      places.map((p) => p.latitude).join('\n'),
      places.map((p) => p.longitude).join('\n'),
      places.map((p) => p.population).join('\n'),
      places.map((p) => p.zone).join('\n'),
    ],
  );
  const named = places.filter((place) => place.otherNames.length > 0);
  await client.query(
    `update reference.places p set other_names = array(select jsonb_array_elements_text(o.names))
     from unnest($1::bigint[], $2::jsonb[]) as o(id, names) where p.id = o.id`,
    [named.map((p) => p.id), named.map((p) => JSON.stringify(p.otherNames))],
  );
  await client.query(
    `insert into reference.place_names (folded, place_id, country_code, weight)
     select * from unnest(${lines(1)}, ${lines(2)}::bigint[], ${lines(3)}, ${lines(4)}::int[])`,
    [
      readings.map((r) => r.folded).join('\n'),
      readings.map((r) => r.place.id).join('\n'),
      readings.map((r) => r.place.countryCode).join('\n'),
      readings.map((r) => r.place.population ?? 0).join('\n'),
    ],
  );
}
