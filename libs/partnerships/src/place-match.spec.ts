import { PlaceGrid, cellsAround } from './place-grid.js';
import { distanceKm, matchPlace, type PlaceCandidate, type WrittenPlace } from './place-match.js';

/** A place of the gazetteer near 50° N 10° E; a degree of latitude is 111.2 km. */
function place(id: number, name: string, over: Partial<PlaceCandidate> = {}): PlaceCandidate {
  return { id, name, otherNames: [], countryCode: 'DE', latitude: 50, longitude: 10, population: 5000, zone: 'Europe/Berlin', ...over };
}
function written(name: string, over: Partial<WrittenPlace> = {}): WrittenPlace {
  return { name, countryCodes: ['DE'], latitude: 50, longitude: 10, ...over };
}
const kmNorth = (km: number) => ({ latitude: 50 + km / 111.195 });

describe('matching a written place with the gazetteer', () => {
  it('takes the same name up to 25 km away, and no farther', () => {
    expect(matchPlace(written('Berg'), [place(1, 'Berg', kmNorth(24.9))])?.id).toBe(1);
    expect(matchPlace(written('Berg'), [place(1, 'Berg', kmNorth(25.1))])).toBeNull();
  });

  it('takes a part of a name up to 5 km away, but not the other town of a district', () => {
    expect(matchPlace(written('Frankfurt'), [place(1, 'Frankfurt am Main', kmNorth(4.9))])?.id).toBe(1);
    expect(matchPlace(written('Frankfurt'), [place(1, 'Frankfurt am Main', kmNorth(5.1))])).toBeNull();
    expect(matchPlace(written('Słubice County', { countryCodes: ['PL'] }), [place(1, 'Słubice', { countryCode: 'PL' })])).toBeNull();
    expect(matchPlace(written('Yenişehir, Mersin'), [place(1, 'Mersin')])).toBeNull();
  });

  it('takes a similar spelling up to 3 km away, but no counterpart', () => {
    expect(matchPlace(written('Uzhhorod'), [place(1, 'Uzhgorod', kmNorth(2.9))])?.id).toBe(1);
    expect(matchPlace(written('Uzhhorod'), [place(1, 'Uzhgorod', kmNorth(3.1))])).toBeNull();
    expect(matchPlace(written('Obercunnersdorf'), [place(1, 'Niedercunnersdorf', kmNorth(1))])).toBeNull();
    expect(matchPlace(written('Bischwihr'), [place(1, 'Fortschwihr', kmNorth(1))])).toBeNull();
  });

  it('reads the other names of a place', () => {
    expect(matchPlace(written('Cologne'), [place(1, 'Köln', { otherNames: ['Cologne', 'Colonia'] })])?.id).toBe(1);
  });

  it('asks for the country, or a related one within 10 km, and lets coordinates decide when nobody knows it', () => {
    const [austrian, moroccan] = [place(1, 'Friedberg', { countryCode: 'AT' }), place(2, 'Smara', { countryCode: 'MA' })];
    expect(matchPlace(written('Friedberg'), [austrian])).toBeNull();
    expect(matchPlace(written('Friedberg', { countryCodes: [] }), [austrian])?.id).toBe(1);
    expect(matchPlace(written('Smara', { countryCodes: ['EH'] }), [moroccan])?.id).toBe(2);
    expect(matchPlace(written('Smara', { countryCodes: ['EH'], ...kmNorth(11) }), [moroccan])).toBeNull();
  });

  it('prefers the better name, then the nearer, then the larger, then the lower id, in whatever order they come', () => {
    const ranked = [
      place(9, 'Halle', kmNorth(8)),
      place(8, 'Halle', kmNorth(9)),
      place(7, 'Halle Neustadt', { population: 900 }),
      place(5, 'Halle West', { population: 800 }),
      place(6, 'Halle Ost', { population: 800 }),
    ];
    for (let left = ranked; left.length > 0; left = left.slice(1)) {
      expect(matchPlace(written('Halle'), left)?.id).toBe(left[0]?.id);
      expect(matchPlace(written('Halle'), left.toReversed())?.id).toBe(left[0]?.id);
    }
  });
});

describe('looking around a point', () => {
  it('measures kilometers', () => {
    expect(distanceKm({ latitude: 0, longitude: 0 }, { latitude: 1, longitude: 0 })).toBeCloseTo(111.195, 3);
    expect(distanceKm({ latitude: 60, longitude: 8 }, { latitude: 60, longitude: 9 })).toBeCloseTo(55.6, 1);
    expect(distanceKm({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 })).toBeCloseTo(20015.1, 1);
  });

  it('crosses the date line and stops at the pole', () => {
    const fiji = { latitude: -16.8, longitude: 179.99 };
    expect(new PlaceGrid([fiji]).around(-16.8, -179.99, 25)).toEqual([fiji]);
    expect(cellsAround(90, 0, 10).every((cell) => cell.lat <= 180)).toBe(true);
  });
});
