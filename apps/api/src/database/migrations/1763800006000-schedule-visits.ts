import type { MigrationInterface, QueryRunner } from 'typeorm';

// A visit is a delegation's program. Every person and exclusive site an appointment needs is booked for its span; the two
// exclusion constraints are what makes a double booking impossible, whoever writes and however many at once.
export class ScheduleVisits1763800006000 implements MigrationInterface {
  readonly name = 'ScheduleVisits1763800006000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      select amity.open_area('visits');
      create function visits.spoken_name(given_name text, family_name text, name_order text) returns text language sql immutable parallel safe
        return trim(case when name_order = 'family_first' then family_name || ' ' || given_name else given_name || ' ' || family_name end);
      create table visits.sites (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        name text not null check (length(name) between 1 and 160),
        address text not null,
        latitude double precision check (latitude between -90 and 90),
        longitude double precision check (longitude between -180 and 180),
        zone text not null,
        one_group_at_a_time boolean not null default true,
        access_notes text,
        contact_name text,
        contact_phone text,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id)
      );
      create unique index sites_named_once on visits.sites (organization_id, amity.fold(name), amity.fold(address));
      select amity.protect('visits.sites');

      create table visits.visits (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        delegation_id uuid not null,
        emergency_contact text,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        foreign key (organization_id, delegation_id) references delegations.delegations (organization_id, id),
        constraint visits_delegation_once unique (organization_id, delegation_id)
      );
      select amity.protect('visits.visits');

      create table visits.appointments (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        visit_id uuid not null,
        title text not null check (length(title) between 1 and 160),
        kind text not null check (kind in ('meeting', 'meal', 'ceremony', 'tour', 'transfer', 'free_time')),
        track int check (track between 1 and 9),
        site_id uuid,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        zone text not null,
        state text not null default 'confirmed' check (state in ('tentative', 'confirmed', 'cancelled')),
        everyone boolean not null default true,
        participant_ids uuid[] not null default '{}',
        interpreter_ids uuid[] not null default '{}',
        escort_ids uuid[] not null default '{}',
        appointment_host text,
        notes text,
        removed_at timestamptz,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        foreign key (organization_id, visit_id) references visits.visits (organization_id, id),
        constraint appointments_at_sites foreign key (organization_id, site_id) references visits.sites (organization_id, id),
        constraint appointments_end_after_start check (ends_at > starts_at)
      );
      create index appointments_at_site on visits.appointments (organization_id, site_id) where site_id is not null;
      create index appointments_by_start on visits.appointments (organization_id, visit_id, starts_at, id);
      select amity.protect('visits.appointments');

      create table visits.bookings (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        appointment_id uuid not null,
        person_id uuid,
        site_id uuid,
        during tstzrange not null check (not isempty(during)),
        active boolean not null default true,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        foreign key (organization_id, appointment_id) references visits.appointments (organization_id, id) on delete cascade,
        constraint bookings_of_people foreign key (organization_id, person_id) references people.people (organization_id, id),
        foreign key (organization_id, site_id) references visits.sites (organization_id, id),
        constraint bookings_of_one_resource check (num_nonnulls(person_id, site_id) = 1),
        constraint bookings_person_once exclude using gist (organization_id with =, person_id with =, during with &&) where (active and person_id is not null),
        constraint bookings_site_once exclude using gist (organization_id with =, site_id with =, during with &&) where (active and site_id is not null)
      );
      create index bookings_of_appointment on visits.bookings (organization_id, appointment_id);
      select amity.protect('visits.bookings');

      create table visits.itinerary_versions (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        visit_id uuid not null,
        number int not null check (number > 0),
        content jsonb not null,
        changes jsonb not null,
        content_hash text not null,
        published_by text not null,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        foreign key (organization_id, visit_id) references visits.visits (organization_id, id),
        constraint itinerary_versions_numbered_once unique (organization_id, visit_id, number)
      );
      select amity.protect('visits.itinerary_versions', 'select, insert');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop schema visits cascade`);
  }
}
