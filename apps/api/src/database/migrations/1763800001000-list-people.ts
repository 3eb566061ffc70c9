import type { MigrationInterface, QueryRunner } from 'typeorm';

// People: everybody a visit has to do with, whatever their part. One person, one row, however many roles.
export class ListPeople1763800001000 implements MigrationInterface {
  readonly name = 'ListPeople1763800001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      select amity.open_area('people');
      create table people.people (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        given_name text not null check (length(given_name) between 1 and 100),
        family_name text not null check (length(family_name) <= 100),
        native_name text,
        name_order text not null default 'given_first' check (name_order in ('given_first', 'family_first')),
        salutation text,
        email text check (email = lower(email)),
        phone text,
        birth_date date,
        country_code char(2),
        languages text[] not null default '{}',
        works_at text,
        search text not null generated always as (amity.fold(given_name || ' ' || family_name || ' ' || given_name || ' ' || coalesce(native_name, '') || ' ' || coalesce(email, '') || ' ' || coalesce(works_at, ''))) stored,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id)
      );
      create index people_search on people.people using gin (search gin_trgm_ops);
      create index people_by_name on people.people (organization_id, family_name, given_name, id);
      create index people_by_email on people.people (organization_id, email) where email is not null;
      select amity.protect('people.people');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop schema people cascade`);
  }
}
