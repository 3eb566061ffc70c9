// Looking around a point must not look at the whole Earth: places lie in cells of half a degree, which the database indexes too.

/** A cell of half a degree: `floor(2 × latitude)`, `floor(2 × longitude)`. */
export interface Cell {
  readonly lat: number;
  readonly lon: number;
}

const cellsPerDegree = 2;
const kmPerDegree = 111.19;

/** The cells that hold every point up to `km` away from a point; the date line is crossed. */
export function cellsAround(latitude: number, longitude: number, km: number): Cell[] {
  const reach = km / kmPerDegree;
  const widest = Math.min(89, Math.abs(latitude) + reach);
  const across = Math.min(180, reach / Math.cos((widest * Math.PI) / 180));
  const cells: Cell[] = [];
  for (let lat = cellOf(Math.max(-90, latitude - reach)); lat <= cellOf(Math.min(90, latitude + reach)); lat++) {
    for (let lon = cellOf(longitude - across); lon <= cellOf(longitude + across); lon++) {
      cells.push({ lat, lon: ((((lon + 360) % 720) + 720) % 720) - 360 });
    }
  }
  return cells;
}

function cellOf(degrees: number): number {
  return Math.floor(degrees * cellsPerDegree);
}

/** Places by cell, for many questions about what is near. */
export class PlaceGrid<P extends { readonly latitude: number; readonly longitude: number }> {
  private readonly cells = new Map<number, P[]>();

  constructor(places: Iterable<P>) {
    for (const place of places) {
      const key = keyOf({ lat: cellOf(place.latitude), lon: cellOf(place.longitude) });
      const there = this.cells.get(key);
      if (there === undefined) this.cells.set(key, [place]);
      else there.push(place);
    }
  }

  /** All places up to `km` away, and a few that are farther. */
  around(latitude: number, longitude: number, km: number): P[] {
    const band = km / kmPerDegree;
    const found: P[] = [];
    for (const cell of cellsAround(latitude, longitude, km)) {
      for (const place of this.cells.get(keyOf(cell)) ?? []) {
        const north = place.latitude - latitude;
        if (north <= band && north >= -band) found.push(place);
      }
    }
    return found;
  }

  /** All places in the cells. */
  inCells(cells: Iterable<Cell>): P[] {
    const found: P[] = [];
    for (const cell of cells) found.push(...(this.cells.get(keyOf(cell)) ?? []));
    return found;
  }
}

function keyOf(cell: Cell): number {
  return cell.lat * 1000 + cell.lon;
}

/** Every cell around any of the points, once. */
export function cellsAroundAll(points: Iterable<{ readonly latitude: number; readonly longitude: number }>, km: number): Cell[] {
  const all = new Map<number, Cell>();
  for (const point of points) for (const cell of cellsAround(point.latitude, point.longitude, km)) all.set(keyOf(cell), cell);
  return [...all.values()];
}
