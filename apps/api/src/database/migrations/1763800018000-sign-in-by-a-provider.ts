import type { MigrationInterface, QueryRunner } from 'typeorm';

// Accounts elsewhere that sign in to an account here, each known by its issuer and its subject and by nothing else; and attempts to sign in
// by one: begun by one browser, answered once, within ten minutes. Of the state and of the browser's secret only hashes are kept.
export class SignInByAProvider1763800018000 implements MigrationInterface {
  readonly name = 'SignInByAProvider1763800018000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity.external_identities (
        id uuid primary key,
        account_id uuid not null references identity.accounts (id) on delete cascade,
        issuer text not null check (length(issuer) between 1 and 500),
        subject text not null check (length(subject) between 1 and 255),
        label text not null check (length(label) between 1 and 120),
        created_at timestamptz not null default now(),
        used_at timestamptz,
        constraint external_identities_known_once unique (issuer, subject)
      );
      create index external_identities_account on identity.external_identities (account_id);
      create function identity.keep_identity() returns trigger language plpgsql as $$
      begin
        if (new.account_id, new.issuer, new.subject) is distinct from (old.account_id, old.issuer, old.subject) then
          raise exception using errcode = '23514', constraint = 'external_identities_stay', message = 'an identity never moves to another account';
        end if;
        return new;
      end $$;
      create trigger keep_identity before update on identity.external_identities for each row execute function identity.keep_identity();

      create table identity.provider_attempts (
        state_hash bytea primary key check (length(state_hash) = 32),
        browser_hash bytea not null check (length(browser_hash) = 32),
        nonce text not null,
        verifier text not null check (length(verifier) between 43 and 128),
        return_to text not null constraint provider_attempts_stay_here check (return_to ~ '^/([^/\\\\]|$)'),
        linking uuid references identity.accounts (id) on delete cascade,
        answered_at timestamptz,
        recognized uuid references identity.external_identities (id) on delete cascade,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null default now() + interval '10 minutes',
        constraint provider_attempts_short check (expires_at <= created_at + interval '10 minutes'),
        constraint provider_attempts_recognize_by_an_answer check (recognized is null or answered_at is not null)
      );
      create index provider_attempts_expiry on identity.provider_attempts (expires_at);
      create unique index provider_attempts_waiting on identity.provider_attempts (browser_hash);
      grant select, insert, update, delete on identity.external_identities, identity.provider_attempts to amity_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table identity.provider_attempts, identity.external_identities; drop function identity.keep_identity`);
  }
}
