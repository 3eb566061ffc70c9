import type { MigrationInterface, QueryRunner } from 'typeorm';

// Communities and the partnerships between them. A pair stands once, whichever side it is entered from.
export class LinkCommunities1763800002000 implements MigrationInterface {
  readonly name = 'LinkCommunities1763800002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      select amity.open_area('partnerships');
      create table partnerships.communities (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        name text not null check (length(name) between 1 and 200),
        country_code char(2) not null,
        latitude double precision not null check (latitude between -90 and 90),
        longitude double precision not null check (longitude between -180 and 180),
        zone text not null,
        population int check (population >= 0),
        gazetteer_id int,
        flagged boolean not null default false,
        search text generated always as (amity.fold(name)) stored,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        constraint communities_place_once unique (organization_id, gazetteer_id),
        constraint communities_flagged_without_place check (flagged = (gazetteer_id is null))
      );
      create unique index communities_named_once on partnerships.communities
        (organization_id, country_code, search, (round(latitude::numeric, 2)), (round(longitude::numeric, 2))) where gazetteer_id is null;
      select amity.protect('partnerships.communities');

      create table partnerships.partnerships (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        kind text not null check (kind in ('sister_city', 'friendship_city', 'twinning', 'regional')),
        home_community_id uuid not null,
        partner_community_id uuid not null,
        since text check (since ~ '^\\d{4}(-\\d{2}-\\d{2})?$'),
        state text not null default 'active' check (state in ('active', 'dormant', 'ended')),
        notes text not null default '',
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        foreign key (organization_id, home_community_id) references partnerships.communities (organization_id, id),
        foreign key (organization_id, partner_community_id) references partnerships.communities (organization_id, id),
        constraint partnerships_of_two check (home_community_id <> partner_community_id)
      );
      create unique index partnerships_pair_once on partnerships.partnerships
        (organization_id, least(home_community_id, partner_community_id), greatest(home_community_id, partner_community_id));
      create index partnerships_of_partner on partnerships.partnerships (organization_id, partner_community_id);
      create index partnerships_of_home on partnerships.partnerships (organization_id, home_community_id);
      select amity.protect('partnerships.partnerships');

      -- after thousands of new rows the planner must not wait for autovacuum; only an owner may analyze, so the app asks for it
      create function partnerships.take_stock() returns void language sql security definer set search_path = pg_catalog as
        'analyze partnerships.communities; analyze partnerships.partnerships';
      revoke execute on function partnerships.take_stock() from public;
      grant execute on function partnerships.take_stock() to amity_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop schema partnerships cascade`);
  }
}
