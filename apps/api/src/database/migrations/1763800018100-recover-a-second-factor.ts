import type { MigrationInterface, QueryRunner } from 'typeorm';

// Requests to remove a lost second factor, one an organization of whoever asks. Done only by two different people, neither of whom it is
// about. The link that follows leads to a new second factor, and lives longer than one that somebody waits for.
export class RecoverASecondFactor1763800018100 implements MigrationInterface {
  readonly name = 'RecoverASecondFactor1763800018100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table access.recoveries (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        account_id uuid not null,
        device text not null check (length(device) <= 60),
        network text not null check (length(network) <= 60),
        state text not null default 'open' check (state in ('open', 'done', 'refused', 'stopped', 'expired')),
        expires_at timestamptz not null,
        first_by uuid references identity.accounts (id),
        first_reason text check (length(first_reason) between 10 and 500),
        first_at timestamptz,
        second_by uuid references identity.accounts (id),
        second_reason text check (length(second_reason) between 10 and 500),
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        foreign key (organization_id, account_id) references access.memberships (organization_id, account_id) on delete cascade,
        constraint recoveries_by_two_people check (second_by <> first_by),
        constraint recoveries_by_others check (first_by <> account_id and second_by <> account_id),
        constraint recoveries_first_comes_first check (second_by is null or first_by is not null),
        constraint recoveries_say_why check (
          (first_by is null) = (first_reason is null) and (first_by is null) = (first_at is null) and (second_by is null) = (second_reason is null)),
        constraint recoveries_done_by_both check ((state = 'done') = (second_by is not null)),
        constraint recoveries_a_week_at_most check (expires_at <= created_at + interval '7 days 1 minute')
      );
      create unique index recoveries_open_once on access.recoveries (organization_id, account_id) where state = 'open';
      select amity.protect('access.recoveries');

      alter table identity.magic_links add column purpose text not null default 'sign_in' check (purpose in ('sign_in', 'new_factor'));
      alter table identity.magic_links drop constraint magic_links_short;
      alter table identity.magic_links add constraint magic_links_short check (
        expires_at <= created_at + case purpose when 'sign_in' then interval '15 minutes' else interval '72 hours' end);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table access.recoveries;
      delete from identity.magic_links where purpose <> 'sign_in';
      alter table identity.magic_links drop constraint magic_links_short;
      alter table identity.magic_links drop column purpose;
      alter table identity.magic_links add constraint magic_links_short check (expires_at <= created_at + interval '15 minutes');
    `);
  }
}
