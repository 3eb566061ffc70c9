import type { MigrationInterface, QueryRunner } from 'typeorm';

// A placement gives one delegate one bed of one household for a span of nights. Neither the guest nor the bed is promised twice.
export class PlaceGuests1763800005000 implements MigrationInterface {
  readonly name = 'PlaceGuests1763800005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      select amity.open_area('placements');
      create table placements.placements (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        delegate_id uuid not null,
        household_id uuid not null,
        bed int not null check (bed between 1 and 20),
        nights daterange not null check (not isempty(nights) and lower(nights) is not null and upper(nights) is not null),
        state text not null default 'offered' check (state in ('offered', 'accepted', 'declined', 'cancelled')),
        message text,
        answered_at timestamptz,
        answered_by text check (answered_by in ('family', 'coordinator')),
        answer_note text,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        foreign key (organization_id, delegate_id) references delegations.delegates (organization_id, id),
        foreign key (organization_id, household_id) references hosting.households (organization_id, id),
        constraint placements_answered_by_somebody check ((answered_at is null) = (answered_by is null)),
        constraint placements_guest_sleeps_once exclude using gist (organization_id with =, delegate_id with =, nights with &&) where (state in ('offered', 'accepted')),
        constraint placements_bed_given_once exclude using gist (organization_id with =, household_id with =, bed with =, nights with &&) where (state in ('offered', 'accepted'))
      );
      create index placements_of_guest on placements.placements (organization_id, delegate_id);
      create index placements_of_household on placements.placements (organization_id, household_id);
      select amity.protect('placements.placements');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop schema placements cascade`);
  }
}
