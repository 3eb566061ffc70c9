import type { MigrationInterface, QueryRunner } from 'typeorm';

// The gazetteer: reference data of no tenant, written by the owner after the migrations (`loadGazetteer`), only read by the app.
// `place_names` is the search: every way to read a place's name, folded, with what ranking needs beside it, so that a search
// touches no other table before it knows its best hits. The cell index serves bulk lookups by half-degree cells.
export class ListPlaces1763800002500 implements MigrationInterface {
  readonly name = 'ListPlaces1763800002500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema if not exists reference;
      grant usage on schema reference to amity_app;

      create table reference.countries (
        code char(2) primary key check (code ~ '^[A-Z]{2}$'),
        name text not null
      );

      create table reference.places (
        id bigint primary key,
        name text not null,
        ascii_name text not null,
        other_names text[] not null default '{}',
        country_code char(2) not null references reference.countries (code),
        admin1 text,
        latitude double precision not null check (latitude between -90 and 90),
        longitude double precision not null check (longitude between -180 and 180),
        population int check (population > 0),
        zone text not null
      );
      create index places_cell on reference.places ((floor(latitude * 2)::int), (floor(longitude * 2)::int));
      create index places_called_otherwise on reference.places (id) where other_names <> '{}';

      create table reference.place_names (
        folded text collate "C" not null,
        place_id bigint not null,
        country_code char(2) not null,
        weight int not null,
        primary key (folded, place_id)
      );
      create index place_names_similar on reference.place_names using gin (folded public.gin_trgm_ops);

      create table reference.loads (
        name text primary key,
        version text not null,
        loaded_at timestamptz not null default now()
      );

      grant select on reference.countries, reference.places, reference.place_names, reference.loads to amity_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop schema reference cascade`);
  }
}
