import type { MigrationInterface, QueryRunner } from 'typeorm';

// An account may have one authenticator app, whose secret is sealed, and recovery codes, of which only hashes are kept. The last step
// of time whose code was used only ever grows: a code is good once.
export class AskForASecondFactor1763800011100 implements MigrationInterface {
  readonly name = 'AskForASecondFactor1763800011100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity.authenticators (
        account_id uuid primary key references identity.accounts (id) on delete cascade,
        sealed bytea not null check (length(sealed) between 40 and 200),
        last_step bigint not null default 0,
        confirmed_at timestamptz,
        created_at timestamptz not null default now()
      );
      create function identity.keep_step() returns trigger language plpgsql as $$
      begin
        if new.sealed = old.sealed and new.last_step < old.last_step then
          raise exception using errcode = '23514', constraint = 'authenticators_step_grows', message = 'a step of time is used once';
        end if;
        return new;
      end $$;
      create trigger keep_step before update on identity.authenticators for each row execute function identity.keep_step();

      create table identity.recovery_codes (
        account_id uuid not null references identity.accounts (id) on delete cascade,
        code_hash bytea not null check (length(code_hash) = 32),
        used_at timestamptz,
        primary key (account_id, code_hash)
      );
      grant select, insert, update, delete on identity.authenticators, identity.recovery_codes to amity_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table identity.recovery_codes, identity.authenticators; drop function identity.keep_step`);
  }
}
