import type { MigrationInterface, QueryRunner } from 'typeorm';

// Delegations and their delegates. A delegation never ends before it starts, and nobody travels twice in one.
export class SendDelegations1763800003000 implements MigrationInterface {
  readonly name = 'SendDelegations1763800003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      select amity.open_area('delegations');
      create table delegations.delegations (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        name text not null check (length(name) between 1 and 160),
        direction text not null check (direction in ('inbound', 'outbound')),
        partnership_id uuid,
        program_format text not null check (program_format ~ '^[a-z_]+$'),
        track int not null check (track between 1 and 9),
        arrives_on date not null,
        departs_on date not null,
        zone text not null,
        state text not null default 'planned' check (state in ('planned', 'confirmed', 'completed', 'cancelled')),
        notes text,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        constraint delegations_of_partnership foreign key (organization_id, partnership_id) references partnerships.partnerships (organization_id, id),
        constraint delegations_end_after_start check (departs_on >= arrives_on)
      );
      create index delegations_by_arrival on delegations.delegations (organization_id, arrives_on, id);
      create index delegations_in_partnership on delegations.delegations (organization_id, partnership_id) where partnership_id is not null;
      select amity.protect('delegations.delegations');

      create table delegations.delegates (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        delegation_id uuid not null,
        person_id uuid not null,
        role text not null default 'delegate' check (role in ('leader', 'delegate', 'chaperone', 'interpreter', 'escort')),
        gender text check (gender in ('female', 'male', 'other')),
        diet text[] not null default '{}',
        pet_allergies text[] not null default '{}' check (pet_allergies <@ array['dog', 'cat', 'bird', 'rodent', 'reptile', 'horse', 'other']),
        needs_bed boolean not null default true,
        notes text,
        roster_key text not null,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        foreign key (organization_id, delegation_id) references delegations.delegations (organization_id, id),
        constraint delegates_are_people foreign key (organization_id, person_id) references people.people (organization_id, id),
        constraint delegates_travel_once unique (organization_id, delegation_id, person_id),
        constraint delegates_listed_once unique (organization_id, delegation_id, roster_key)
      );
      create index delegates_of_person on delegations.delegates (organization_id, person_id);
      select amity.protect('delegations.delegates');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop schema delegations cascade`);
  }
}
