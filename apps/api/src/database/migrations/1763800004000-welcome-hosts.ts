import type { MigrationInterface, QueryRunner } from 'typeorm';

// Households, who lives there, what they offer and how far their screening is. A sign-up is a draft until its mail is confirmed.
export class WelcomeHosts1763800004000 implements MigrationInterface {
  readonly name = 'WelcomeHosts1763800004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      select amity.open_area('hosting');
      create table hosting.households (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        name text not null check (length(name) between 1 and 160),
        state text not null default 'applied' check (state in ('applied', 'vetting', 'approved', 'paused', 'declined')),
        email text not null check (email = lower(email)),
        phone text,
        address text not null,
        postal_code text,
        town text not null,
        latitude double precision,
        longitude double precision,
        languages text[] not null default '{}',
        diet_offered text[] not null default '{}',
        beds int not null check (beds between 0 and 20),
        room text not null check (room in ('own_room', 'shared_with_child', 'living_area')),
        stairs boolean not null default false,
        smokers boolean not null default false,
        notes text,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id)
      );
      create index households_by_name on hosting.households (organization_id, name, id);
      create index households_by_email on hosting.households (organization_id, email);
      select amity.protect('hosting.households');

      create table hosting.sign_ups (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        draft jsonb not null default '{}',
        step int not null default 1 check (step between 1 and 7),
        state text not null default 'draft' check (state in ('draft', 'submitted', 'confirmed')),
        email text check (email = lower(email)),
        confirm_until timestamptz,
        household_id uuid,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        foreign key (organization_id, household_id) references hosting.households (organization_id, id),
        constraint sign_ups_confirmed_has_household check ((state = 'confirmed') = (household_id is not null)),
        constraint sign_ups_submitted_has_email check (state = 'draft' or email is not null)
      );
      create index sign_ups_by_household on hosting.sign_ups (organization_id, household_id) where household_id is not null;
      select amity.protect('hosting.sign_ups');

      create table hosting.members (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        household_id uuid not null,
        person_id uuid not null,
        relation text not null check (relation in ('contact', 'adult', 'child')),
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        foreign key (organization_id, household_id) references hosting.households (organization_id, id),
        foreign key (organization_id, person_id) references people.people (organization_id, id),
        constraint members_live_once unique (organization_id, person_id)
      );
      create index members_of_household on hosting.members (organization_id, household_id);
      select amity.protect('hosting.members');

      create table hosting.pets (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        household_id uuid not null,
        species text not null check (species in ('dog', 'cat', 'bird', 'rodent', 'reptile', 'horse', 'other')),
        count int not null default 1 check (count between 1 and 50),
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        foreign key (organization_id, household_id) references hosting.households (organization_id, id),
        constraint pets_species_once unique (organization_id, household_id, species)
      );
      select amity.protect('hosting.pets');

      create table hosting.offers (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        household_id uuid not null,
        nights daterange not null check (not isempty(nights) and lower(nights) is not null and upper(nights) is not null),
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        foreign key (organization_id, household_id) references hosting.households (organization_id, id),
        constraint offers_do_not_overlap exclude using gist (organization_id with =, household_id with =, nights with &&)
      );
      select amity.protect('hosting.offers');

      create table hosting.consents (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        household_id uuid not null,
        key text not null check (key in ('participation', 'screening', 'follow_up')),
        wording_version int not null,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        foreign key (organization_id, household_id) references hosting.households (organization_id, id),
        constraint consents_given_once unique (organization_id, household_id, key)
      );
      select amity.protect('hosting.consents');

      create table hosting.requirements (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        key text not null check (key ~ '^[a-z0-9_]+$'),
        label text not null,
        position int not null,
        stage text not null check (stage in ('interest', 'application', 'vetting', 'approval', 'upkeep')),
        scope text not null check (scope in ('household', 'adult', 'member')),
        valid_months int check (valid_months > 0),
        source text not null,
        source_version text not null,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        constraint requirements_key_once unique (organization_id, key)
      );
      select amity.protect('hosting.requirements');

      create table hosting.checks (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        household_id uuid not null,
        requirement_id uuid not null,
        member_id uuid,
        outcome text not null check (outcome in ('passed', 'failed')),
        checked_on date not null,
        valid_until date,
        provider text,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        foreign key (organization_id, household_id) references hosting.households (organization_id, id),
        foreign key (organization_id, requirement_id) references hosting.requirements (organization_id, id),
        foreign key (organization_id, member_id) references hosting.members (organization_id, id),
        constraint checks_expire_after_check check (valid_until is null or valid_until >= checked_on)
      );
      create index checks_of_household on hosting.checks (organization_id, household_id);
      select amity.protect('hosting.checks');

      -- What happened to a household is told from its own entries and from those of what belongs to it, removed rows included.
      create index entries_of_household on audit.entries (organization_id, ((coalesce(after, before) ->> 'householdId')), id) where subject like 'hosting.%';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index audit.entries_of_household; drop schema hosting cascade`);
  }
}
