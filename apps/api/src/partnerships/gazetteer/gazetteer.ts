// The gazetteer as the api asks it: reference data of no tenant, so no tenant's transaction is needed.
import {
  distanceKm,
  cellsAround,
  matchLimits,
  matchPlace,
  type Cell,
  type PlaceCandidate,
  type PlaceHit,
  type WrittenPlace,
} from '@amity/partnerships';
import type { CountryCode, Zone } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { countryCodesByName, zoneAt } from './gazetteer.source.js';
import { placesOf, searchPlaces, type PlaceSearchOptions, type Query } from './gazetteer.search.js';

@Injectable()
export class Gazetteer {
  private readonly query: Query;
  private countries: ReadonlyMap<string, CountryCode> | null = null;

  constructor(dataSource: DataSource) {
    this.query = (sql, params) => dataSource.query<object[]>(sql, [...params]);
  }

  search(text: string, options: PlaceSearchOptions): Promise<PlaceHit[]> {
    return searchPlaces(this.query, text, options);
  }

  async place(id: number): Promise<PlaceCandidate | null> {
    const found = await this.query(
      `select id::float8 as id, name, other_names as "otherNames", country_code as "countryCode", latitude, longitude, population, zone
       from reference.places where id = $1`,
      [id],
    );
    return (found[0] as PlaceCandidate | undefined) ?? null;
  }

  /** The places in these cells: the candidates of a bulk import, in one query. */
  placesIn(cells: readonly Cell[]): Promise<PlaceCandidate[]> {
    return placesOf(this.query, cells);
  }

  /** The place that somebody wrote down by hand, when it is known after all. */
  async match(written: WrittenPlace): Promise<PlaceCandidate | null> {
    return matchPlace(written, await this.placesIn(cellsAround(written.latitude, written.longitude, matchLimits.sameKm)));
  }

  zoneAt(latitude: number, longitude: number): Zone {
    return zoneAt(latitude, longitude);
  }

  /** Folded English country names to code. */
  countryCodes(): ReadonlyMap<string, CountryCode> {
    return (this.countries ??= countryCodesByName());
  }
}

/** True when two points may be one community's. */
export function isSamePlace(a: { latitude: number; longitude: number }, b: { latitude: number; longitude: number }): boolean {
  return distanceKm(a, b) <= matchLimits.sameKm;
}
