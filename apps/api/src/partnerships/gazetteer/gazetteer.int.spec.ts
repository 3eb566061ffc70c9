import type { PlaceList } from '@amity/partnerships';
import { TestWorld } from '../../testing/test-world.js';
import { loadGazetteer } from './gazetteer.loader.js';

describe('the gazetteer', () => {
  let world: TestWorld;
  let found: (query: string) => Promise<string[]>;
  beforeAll(async () => {
    world = await TestWorld.open();
    const ada = await world.organization();
    found = async (query) => {
      const { body } = await world.call<PlaceList>('GET', `/api/partnerships/places?limit=3&${query}`, { as: ada });
      return body.items.map(({ name, countryCode }) => `${name} ${countryCode}`);
    };
  });
  afterAll(() => world.close());

  it.each([
    ['q=Bonn', 'Bonn DE'],
    ['q=M%C3%BCnchen', 'Munich DE'],
    ['q=muenchen', 'Munich DE'],
    ['q=Tateyama', 'Tateyama JP'],
    ['q=saint%20etienne', 'Saint-Étienne FR'],
    ['q=st.%20etienne', 'Saint-Étienne FR'],
    ['q=fort%20wo', 'Fort Worth US'],
    ['q=Tatejama', 'Tateyama JP'],
    ['q=bonn&country=US', 'Bonney Lake US'],
  ])('finds for %s first %s', async (query, place) => {
    expect((await found(query))[0]).toBe(place);
  });

  it('finds nothing for what is no name', async () => {
    expect(await found('q=%3F%3F')).toEqual([]);
  });

  it('tells the zone at a point', async () => {
    const as = await world.organization();
    const { body } = await world.call('GET', '/api/partnerships/places/zone?latitude=34.98&longitude=139.87', { as });
    expect(body).toEqual({ zone: 'Asia/Tokyo' });
  });

  it('is loaded once; another edition replaces it whole, and somebody else’s rows go', async () => {
    const before = await loadGazetteer(world.owner);
    expect(before.skipped).toBe(true);
    await world.owner.query(`insert into reference.places (id, name, ascii_name, country_code, latitude, longitude, zone)
      values (1, 'Nowhere', 'Nowhere', 'US', 0, 0, 'UTC')`);
    await world.owner.query(`update reference.loads set version = 'older' where name = 'gazetteer'`);
    const lines: string[] = [];
    expect(await loadGazetteer(world.owner, (line) => lines.push(line))).toEqual({ places: before.places, skipped: false });
    expect(lines).toEqual(['Loading the gazetteer …', `The gazetteer holds ${before.places} places.`]);
    expect((await loadGazetteer(world.owner)).skipped).toBe(true);
    expect((await found('q=Bonn'))[0]).toBe('Bonn DE');
  }, 60_000);

  it('cannot be written by the app', async () => {
    const { rows } = await world.owner.query(
      `select has_table_privilege('amity_app', t, p) as may from unnest(array['reference.places', 'reference.place_names', 'reference.countries']) t,
       unnest(array['insert', 'update', 'delete']) p group by 1`,
    );
    expect(rows).toEqual([{ may: false }]);
  });
});
