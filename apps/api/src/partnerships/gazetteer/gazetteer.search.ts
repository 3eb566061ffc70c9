// What somebody types finds the place of exactly that name first, then names that begin with it, then similar ones; within each the
// larger place first. Similar names are looked for only when the others do not fill the list: that is the slow part.
import { foldName, readingsOf, type Cell, type PlaceCandidate, type PlaceHit } from '@amity/partnerships';

/** Runs a statement with positional parameters and returns its rows. */
export type Query = (sql: string, params: readonly unknown[]) => Promise<readonly object[]>;

export interface PlaceSearchOptions {
  readonly country?: string;
  readonly limit: number;
}

/** Below this, pg_trgm's similarity finds more noise than typing errors. */
const similarEnough = 0.4;

const placeColumns = `p.id::float8 as "gazetteerId", p.name, p.country_code as "countryCode", c.name as "countryName", p.admin1 as region,
  p.latitude, p.longitude, p.population, p.zone`;

/** $1 folded readings, the fullest first · $2 the first's end as a range · $3 country or null · $4 limit */
export const searchByName = `
  with hits as (
    select place_id, 0 as step, weight from reference.place_names
    where folded = any ($1::text[]) and ($3::text is null or country_code = $3)
    union all
    (select place_id, 1, weight from reference.place_names
     where folded >= ($1::text[])[1] and folded < $2::text and ($3::text is null or country_code = $3)
     order by weight desc, place_id limit $4 * 4)
  ), best as (
    select place_id, min(step) as step, max(weight) as weight from hits group by place_id order by 2, 3 desc, 1 limit $4
  )
  select ${placeColumns} from best b join reference.places p on p.id = b.place_id join reference.countries c on c.code = p.country_code
  order by b.step, b.weight desc, p.id`;

/** $1 folded text · $2 least similarity · $3 country or null · $4 limit · $5 ids found already */
export const searchBySimilarity = `
  with hits as (
    select place_id, max(public.similarity(folded, $1)) as alike, max(weight) as weight from reference.place_names
    where folded operator(public.%) $1::text and ($3::text is null or country_code = $3) and place_id <> all ($5::bigint[])
    group by place_id having max(public.similarity(folded, $1)) >= $2
    order by max(public.similarity(folded, $1)) + ln(1 + max(weight)) / 100 desc, place_id limit $4
  )
  select ${placeColumns} from hits h join reference.places p on p.id = h.place_id join reference.countries c on c.code = p.country_code
  order by h.alike + ln(1 + h.weight) / 100 desc, p.id`;

/** Places for what was typed, best first; none for a text without a letter or digit. */
export async function searchPlaces(query: Query, text: string, options: PlaceSearchOptions): Promise<PlaceHit[]> {
  const folded = foldName(text);
  if (folded === '') return [];
  const country = options.country ?? null;
  const readings = [...new Set([folded, ...readingsOf(text)])];
  const named = (await query(searchByName, [readings, `${folded}\u{10FFFF}`, country, options.limit])) as PlaceHit[];
  if (named.length >= options.limit || folded.length < 4) return named;
  const left = options.limit - named.length;
  const similar = await query(searchBySimilarity, [folded, similarEnough, country, left, named.map((hit) => hit.gazetteerId)]);
  return [...named, ...(similar as PlaceHit[])];
}

/** $1, $2 the cells' latitudes and longitudes, in half degrees */
export const placesInCells = `
  select p.id::float8 as id, p.name, p.other_names as "otherNames", p.country_code as "countryCode", p.latitude, p.longitude, p.population, p.zone
  from unnest($1::int[], $2::int[]) as cell(lat, lon)
  join reference.places p on floor(p.latitude * 2)::int = cell.lat and floor(p.longitude * 2)::int = cell.lon`;

/** Every place in the cells: the candidates of a bulk import, in one query. */
export async function placesOf(query: Query, cells: readonly Cell[]): Promise<PlaceCandidate[]> {
  return (await query(placesInCells, [cells.map((cell) => cell.lat), cells.map((cell) => cell.lon)])) as PlaceCandidate[];
}
