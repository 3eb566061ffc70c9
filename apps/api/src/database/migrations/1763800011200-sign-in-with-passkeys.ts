import type { MigrationInterface, QueryRunner } from 'typeorm';

// Passkeys of accounts, and the challenges that devices sign: kept as hashes, for one purpose, once, for five minutes. A counter that
// goes back betrays a copy of the key.
export class SignInWithPasskeys1763800011200 implements MigrationInterface {
  readonly name = 'SignInWithPasskeys1763800011200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity.passkeys (
        id uuid primary key,
        account_id uuid not null references identity.accounts (id) on delete cascade,
        credential_id text not null constraint passkeys_known_once unique check (length(credential_id) between 1 and 2000),
        public_key bytea not null,
        counter bigint not null check (counter >= 0),
        transports text[] not null default '{}',
        name text not null check (length(name) between 1 and 60),
        is_synced boolean not null,
        created_at timestamptz not null default now(),
        used_at timestamptz
      );
      create index passkeys_account on identity.passkeys (account_id);
      create function identity.keep_counter() returns trigger language plpgsql as $$
      begin
        if new.counter < old.counter then
          raise exception using errcode = '23514', constraint = 'passkeys_counter_grows', message = 'a counter never goes back';
        end if;
        return new;
      end $$;
      create trigger keep_counter before update on identity.passkeys for each row execute function identity.keep_counter();

      create table identity.challenges (
        challenge_hash bytea primary key check (length(challenge_hash) = 32),
        purpose text not null check (purpose in ('register', 'sign_in', 'confirm')),
        account_id uuid references identity.accounts (id) on delete cascade,
        expires_at timestamptz not null default now() + interval '5 minutes',
        constraint challenges_name_their_account check ((purpose = 'sign_in') = (account_id is null))
      );
      create index challenges_expiry on identity.challenges (expires_at);
      grant select, insert, update, delete on identity.passkeys, identity.challenges to amity_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table identity.challenges, identity.passkeys; drop function identity.keep_counter`);
  }
}
