import type { MigrationInterface, QueryRunner } from 'typeorm';

// The ground everything stands on: extensions, the tenant guard, global identity, and the support areas.
// `amity.protect` is what makes a table a tenant table: forced row-level security and the grants of the app's role.
export class OpenTheHouse1763800000000 implements MigrationInterface {
  readonly name = 'OpenTheHouse1763800000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists unaccent with schema public;
      create extension if not exists pg_trgm with schema public;
      create extension if not exists btree_gist with schema public;

      create schema amity;
      grant usage on schema amity to amity_app;

      create function amity.organization() returns uuid language sql stable parallel safe
        return nullif(current_setting('app.organization_id', true), '')::uuid;

      -- unaccent() is only stable because its dictionary may change; Amity never changes it, so an index may rely on this.
      create function amity.fold(value text) returns text language sql immutable strict parallel safe
        return lower(public.unaccent('public.unaccent'::regdictionary, value));

      create function amity.protect(target regclass, actions text default 'select, insert, update, delete') returns void language plpgsql as $$
      begin
        execute format('alter table %s enable row level security', target);
        execute format('alter table %s force row level security', target);
        execute format('create policy tenant on %s using (organization_id = amity.organization()) with check (organization_id = amity.organization())', target);
        execute format('grant %s on %s to amity_app', actions, target);
      end $$;

      create function amity.open_area(area text) returns void language plpgsql as $$
      begin
        execute format('create schema %I', area);
        execute format('grant usage on schema %I to amity_app', area);
      end $$;

      select amity.open_area('identity');
      create table identity.organizations (
        id uuid primary key,
        name text not null check (length(name) between 1 and 120),
        slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        zone text not null,
        created_at timestamptz not null default now()
      );
      create table identity.accounts (
        id uuid primary key,
        email text not null unique check (email = lower(email)),
        name text not null,
        password_hash text,
        created_at timestamptz not null default now()
      );
      create table identity.sessions (
        token_hash bytea primary key,
        account_id uuid not null references identity.accounts (id) on delete cascade,
        organization_id uuid not null references identity.organizations (id),
        created_at timestamptz not null default now(),
        seen_at timestamptz not null default now(),
        expires_at timestamptz not null
      );
      create index sessions_account on identity.sessions (account_id);
      create table identity.links (
        token_hash bytea primary key,
        id uuid not null unique,
        organization_id uuid not null references identity.organizations (id),
        purpose text not null,
        subject_id uuid not null,
        expires_at timestamptz,
        created_at timestamptz not null default now()
      );
      create index links_subject on identity.links (organization_id, subject_id);
      create table identity.sign_in_tries (
        key text primary key,
        points int not null default 0,
        expire bigint
      );
      grant select, insert, update, delete on identity.accounts, identity.sessions, identity.links, identity.sign_in_tries to amity_app;
      grant select, insert, update on identity.organizations to amity_app;

      select amity.open_area('access');
      create table access.memberships (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        account_id uuid not null references identity.accounts (id),
        roles text[] not null check (roles <@ array['administrator','coordinator','program_officer']::text[]),
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        unique (organization_id, account_id)
      );
      select amity.protect('access.memberships');
      -- Before a tenant is chosen, signing in must learn where an account belongs: its own memberships, and only to read.
      create policy own_account on access.memberships for select using (account_id = nullif(current_setting('app.account_id', true), '')::uuid);

      create table access.idempotency_keys (
        organization_id uuid not null references identity.organizations (id),
        key text not null check (length(key) <= 300),
        request_hash text not null,
        answer jsonb,
        created_at timestamptz not null default now(),
        primary key (organization_id, key)
      );
      select amity.protect('access.idempotency_keys');

      select amity.open_area('audit');
      create table audit.entries (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        at timestamptz not null default now(),
        actor text not null,
        account_id uuid,
        action text not null check (action in ('created', 'changed', 'removed')),
        subject text not null,
        subject_id uuid not null,
        before jsonb,
        after jsonb,
        primary key (organization_id, id)
      );
      create index entries_subject on audit.entries (organization_id, subject_id, id);
      select amity.protect('audit.entries', 'select, insert');

      select amity.open_area('messages');
      create table messages.events (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        kind text not null check (kind ~ '^[a-z]+\\.[a-z_]+$'),
        payload jsonb not null,
        created_at timestamptz not null default now(),
        primary key (organization_id, id)
      );
      select amity.protect('messages.events', 'select, insert');
      create table messages.deliveries (
        organization_id uuid not null,
        event_id uuid not null,
        handler text not null,
        delivered_at timestamptz not null default now(),
        primary key (organization_id, event_id, handler),
        foreign key (organization_id, event_id) references messages.events (organization_id, id)
      );
      select amity.protect('messages.deliveries', 'select, insert');
      create table messages.mail (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        recipient text not null,
        subject text not null,
        text text not null,
        html text not null,
        state text not null default 'queued' check (state in ('queued', 'sent', 'failed', 'kept')),
        failure text,
        sent_at timestamptz,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id)
      );
      select amity.protect('messages.mail');

      select amity.open_area('interchange');
      create table interchange.files (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        name text not null,
        sha256 bytea not null,
        bytes bytea not null check (length(bytes) <= 25 * 1024 * 1024),
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        constraint files_kept_once unique (organization_id, sha256)
      );
      select amity.protect('interchange.files');
      create table interchange.jobs (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        kind text not null,
        title text not null,
        input jsonb not null default '{}',
        state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
        done int not null default 0 check (done >= 0),
        total int check (total >= 0),
        cancel_requested boolean not null default false,
        result jsonb,
        problem jsonb,
        created_by uuid,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id)
      );
      create index jobs_active on interchange.jobs (organization_id, created_at) where state in ('queued', 'running');
      select amity.protect('interchange.jobs');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop schema if exists interchange, messages, audit, access, identity, reference, amity cascade`);
  }
}
