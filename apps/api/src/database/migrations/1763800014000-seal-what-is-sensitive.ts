import type { MigrationInterface, QueryRunner } from 'typeorm';

// The keys of organizations, and a sealed column beside each that held something sensitive in the open. The start that follows
// seals what stands in the old column and empties it; from this migration on nothing can be written there.
export class SealWhatIsSensitive1763800014000 implements MigrationInterface {
  readonly name = 'SealWhatIsSensitive1763800014000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity.key_check (
        singleton boolean primary key default true check (singleton),
        master_key_id bytea not null unique check (octet_length(master_key_id) = 8),
        created_at timestamptz not null default now()
      );
      grant select, insert, update on identity.key_check to amity_app;

      select amity.open_area('privacy');
      create table privacy.organization_keys (
        organization_id uuid not null references identity.organizations (id),
        key_version int not null check (key_version > 0),
        wrapped bytea not null check (octet_length(wrapped) = 60),
        -- No key is ever wrapped by another master key than the one this database was opened with
        master_key_id bytea not null references identity.key_check (master_key_id) deferrable,
        created_at timestamptz not null default now(),
        primary key (organization_id, key_version)
      );
      select amity.protect('privacy.organization_keys');

      -- Format 1: format (1), key version (4), nonce (12), ciphertext in whole 64 bytes, tag (16)
      create function amity.is_sealed(value bytea) returns boolean language sql immutable strict parallel safe
        return get_byte(value, 0) = 1 and octet_length(value) >= 97 and (octet_length(value) - 33) % 64 = 0;

      alter table delegations.delegates
        add diet_sealed bytea check (amity.is_sealed(diet_sealed)),
        add pet_allergies_sealed bytea check (amity.is_sealed(pet_allergies_sealed)),
        add notes_sealed bytea check (amity.is_sealed(notes_sealed)),
        add constraint delegates_hold_nothing_open check (diet = '{}' and pet_allergies = '{}' and notes is null) not valid;
      alter table hosting.households
        add notes_sealed bytea check (amity.is_sealed(notes_sealed)),
        add constraint households_hold_nothing_open check (notes is null) not valid;
      alter table hosting.sign_ups
        add draft_sealed bytea check (amity.is_sealed(draft_sealed)),
        add constraint sign_ups_hold_nothing_open check (draft = '{}') not valid;
      alter table interchange.jobs
        add result_sealed bytea check (amity.is_sealed(result_sealed)),
        add constraint jobs_hold_nothing_open check (result is null) not valid;
      alter table access.idempotency_keys
        add answer_sealed bytea check (amity.is_sealed(answer_sealed)),
        add constraint idempotency_keys_hold_nothing_open check (answer is null) not valid;
      -- Answers to requests sent twice are of use for minutes; the old ones go rather than being sealed
      alter table access.idempotency_keys no force row level security;
      delete from access.idempotency_keys;
      alter table access.idempotency_keys force row level security;

      comment on column delegations.delegates.diet is 'superseded by diet_sealed';
      comment on column delegations.delegates.pet_allergies is 'superseded by pet_allergies_sealed';
      comment on column delegations.delegates.notes is 'superseded by notes_sealed';
      comment on column hosting.households.notes is 'superseded by notes_sealed';
      comment on column hosting.sign_ups.draft is 'superseded by draft_sealed';
      comment on column interchange.jobs.result is 'superseded by result_sealed';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table delegations.delegates drop constraint delegates_hold_nothing_open, drop diet_sealed, drop pet_allergies_sealed, drop notes_sealed;
      alter table hosting.households drop constraint households_hold_nothing_open, drop notes_sealed;
      alter table hosting.sign_ups drop constraint sign_ups_hold_nothing_open, drop draft_sealed;
      alter table interchange.jobs drop constraint jobs_hold_nothing_open, drop result_sealed;
      alter table access.idempotency_keys drop constraint idempotency_keys_hold_nothing_open, drop answer_sealed;
      drop schema privacy cascade;
      drop table identity.key_check;
      drop function amity.is_sealed;
    `);
  }
}
