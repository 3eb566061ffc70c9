import type { MigrationInterface, QueryRunner } from 'typeorm';

// Indicators with baseline and target, and surveys: an instrument given to the delegates of one delegation at one wave.
// An answer hangs on an invitation, never on a name; an invitation is answered once.
export class MeasureOutcomes1763800007000 implements MigrationInterface {
  readonly name = 'MeasureOutcomes1763800007000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      select amity.open_area('outcomes');
      create table outcomes.instruments (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        key text not null check (key ~ '^[a-z_]+$'),
        edition int not null check (edition > 0),
        name text not null,
        about text not null,
        adapted_from text,
        scales jsonb not null,
        items jsonb not null,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        constraint instruments_edition_once unique (organization_id, key, edition)
      );
      select amity.protect('outcomes.instruments');

      create table outcomes.indicators (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        delegation_id uuid,
        name text not null check (length(name) between 1 and 200),
        level text not null check (level in ('output', 'outcome', 'impact')),
        unit text not null,
        baseline numeric not null,
        target numeric not null,
        source text not null check (source in ('measured', 'survey')),
        instrument_key text,
        measure text check (measure ~ '^(scale|item):[a-z][a-z0-9_]*$'),
        moment text check (moment in ('pre', 'post', 'months_3', 'months_6', 'months_12')),
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        constraint indicators_of_delegation
          foreign key (organization_id, delegation_id) references delegations.delegations (organization_id, id),
        constraint indicators_aim_somewhere check (baseline <> target),
        constraint indicators_know_their_source
          check (num_nonnulls(instrument_key, measure, moment) = case source when 'survey' then 3 else 0 end)
      );
      create index indicators_delegation on outcomes.indicators (organization_id, delegation_id);
      select amity.protect('outcomes.indicators');

      create table outcomes.measurements (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        indicator_id uuid not null,
        value numeric not null,
        measured_on date not null,
        note text,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        foreign key (organization_id, indicator_id) references outcomes.indicators (organization_id, id) on delete cascade,
        constraint measurements_once_a_day unique (organization_id, indicator_id, measured_on)
      );
      select amity.protect('outcomes.measurements');

      create table outcomes.waves (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        delegation_id uuid not null,
        instrument_id uuid not null,
        moment text not null check (moment in ('pre', 'post', 'months_3', 'months_6', 'months_12')),
        opens_on date not null,
        closes_on date not null,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        constraint waves_of_delegation
          foreign key (organization_id, delegation_id) references delegations.delegations (organization_id, id),
        constraint waves_of_instrument
          foreign key (organization_id, instrument_id) references outcomes.instruments (organization_id, id),
        constraint waves_once unique (organization_id, delegation_id, instrument_id, moment),
        constraint waves_close_after_open check (closes_on >= opens_on)
      );
      create index waves_instrument on outcomes.waves (organization_id, instrument_id);
      select amity.protect('outcomes.waves');

      create table outcomes.invitations (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        wave_id uuid not null,
        delegate_id uuid not null,
        lettered_at timestamptz,
        link_made_at timestamptz,
        answered_at timestamptz,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        foreign key (organization_id, wave_id) references outcomes.waves (organization_id, id),
        foreign key (organization_id, delegate_id) references delegations.delegates (organization_id, id),
        constraint invitations_once unique (organization_id, wave_id, delegate_id)
      );
      select amity.protect('outcomes.invitations');

      create table outcomes.answers (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        invitation_id uuid not null,
        item_key text not null,
        number numeric,
        text text,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        foreign key (organization_id, invitation_id) references outcomes.invitations (organization_id, id),
        constraint answers_once unique (organization_id, invitation_id, item_key),
        constraint answers_say_something check (num_nonnulls(number, text) = 1)
      );
      select amity.protect('outcomes.answers', 'select, insert');

      -- What people answered must stay what they were asked: items change only while nobody has answered them.
      create function outcomes.keep_answered_items() returns trigger language plpgsql as $$
      begin
        if (new.items, new.scales, new.key, new.edition) is distinct from (old.items, old.scales, old.key, old.edition) and exists (
          select from outcomes.invitations i
          join outcomes.waves w on w.organization_id = i.organization_id and w.id = i.wave_id
          where w.organization_id = old.organization_id and w.instrument_id = old.id and i.answered_at is not null
        ) then
          raise exception using errcode = 'check_violation', constraint = 'instruments_frozen_once_answered',
            schema = 'outcomes', table = 'instruments', message = 'This edition has been answered; make a new one.';
        end if;
        return new;
      end $$;
      create trigger keep_answered_items before update on outcomes.instruments
        for each row execute function outcomes.keep_answered_items();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop schema outcomes cascade`);
  }
}
