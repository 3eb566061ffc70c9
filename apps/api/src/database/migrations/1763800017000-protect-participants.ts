import type { MigrationInterface, QueryRunner } from 'typeorm';

// Who is protected, and who they really are: sealed under a key of its own. A real name is opened to one person because another
// one agreed, for a quarter of an hour; both are held by constraints.
export class ProtectParticipants1763800017000 implements MigrationInterface {
  readonly name = 'ProtectParticipants1763800017000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table privacy.vault_keys (
        organization_id uuid not null references identity.organizations (id),
        key_version int not null check (key_version > 0),
        wrapped bytea not null check (octet_length(wrapped) = 60),
        master_key_id bytea not null references identity.key_check (master_key_id) deferrable,
        created_at timestamptz not null default now(),
        primary key (organization_id, key_version)
      );
      select amity.protect('privacy.vault_keys');

      create table privacy.vault (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        person_id uuid not null,
        identity bytea not null check (amity.is_sealed(identity)),
        by text not null check (by in ('lead', 'self')),
        alias_email text,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        constraint vault_of_person foreign key (organization_id, person_id) references people.people (organization_id, id),
        constraint vault_holds_once unique (organization_id, person_id)
      );
      create index vault_by_alias on privacy.vault (organization_id, alias_email) where alias_email is not null;
      select amity.protect('privacy.vault');

      create table privacy.reveals (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        person_id uuid not null,
        state text not null default 'requested' check (state in ('requested', 'approved', 'refused')),
        reason bytea not null check (amity.is_sealed(reason)),
        requested_by uuid not null,
        requested_by_name text not null,
        decided_by uuid,
        decided_by_name text,
        decided_at timestamptz,
        visible_until timestamptz,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        constraint reveals_of_vault foreign key (organization_id, person_id) references privacy.vault (organization_id, person_id),
        constraint reveals_take_two check (decided_by <> requested_by),
        constraint reveals_decided_by_somebody check (
          (state = 'requested') = (decided_by is null) and (state = 'requested') = (decided_at is null) and (state = 'requested') = (decided_by_name is null)),
        constraint reveals_end check (
          (state = 'approved') = (visible_until is not null) and coalesce(visible_until <= decided_at + interval '15 minutes', true))
      );
      create unique index reveals_asked_once on privacy.reveals (organization_id, person_id, requested_by) where state = 'requested';
      select amity.protect('privacy.reveals');

      -- What was decided stays decided.
      create function privacy.keep_decision() returns trigger language plpgsql as $$
      begin
        if old.state <> 'requested' then
          raise exception 'A request that was decided is not changed any more.' using errcode = '23514', constraint = 'reveals_decided_once';
        end if;
        return new;
      end $$;
      create trigger reveals_decided_once before update of state, decided_by, visible_until, requested_by on privacy.reveals
        for each row execute function privacy.keep_decision();

      create table privacy.responders (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        account_id uuid not null,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        constraint responders_are_members foreign key (organization_id, account_id) references access.memberships (organization_id, account_id) on delete cascade,
        constraint responders_one unique (organization_id)
      );
      select amity.protect('privacy.responders');

      alter table messages.mail add column seen_with text constraint mail_seen_with_a_permission check (seen_with ~ '^[a-z]+[.][a-z_]+$');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table messages.mail drop column seen_with;
      drop table privacy.responders, privacy.reveals, privacy.vault, privacy.vault_keys;
      drop function privacy.keep_decision();
    `);
  }
}
