import type { MigrationInterface, QueryRunner } from 'typeorm';

// Three ways in besides the password: an invitation, a link by mail, a token for a program. Of each secret only the hash is kept.
export class InviteMembers1763800012100 implements MigrationInterface {
  readonly name = 'InviteMembers1763800012100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table access.invitations (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        email text not null check (email = lower(email)),
        roles text[] not null check (roles <@ array[
          'administrator', 'coordinator', 'program_officer', 'safeguarding_lead', 'volunteer', 'host', 'delegate', 'partner_coordinator']::text[]),
        custom_role_ids uuid[] not null default '{}',
        invited_by uuid not null references identity.accounts (id),
        state text not null default 'open' check (state in ('open', 'accepted', 'revoked')),
        expires_at timestamptz not null,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        constraint invitations_give_a_role check (cardinality(roles) + cardinality(custom_role_ids) > 0)
      );
      create unique index invitations_open_once on access.invitations (organization_id, email) where state = 'open';
      select amity.protect('access.invitations');

      create table access.api_tokens (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        membership_id uuid not null,
        name text not null check (length(name) between 1 and 60),
        scopes text[] not null check (cardinality(scopes) > 0),
        token_hash bytea not null check (length(token_hash) = 32),
        expires_at timestamptz not null,
        last_used_at timestamptz,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        foreign key (organization_id, membership_id) references access.memberships (organization_id, id),
        constraint api_tokens_scopes_known check (scopes <@ access.known_permissions()),
        constraint api_tokens_never_about_access check (not scopes && array['access.manage_users', 'access.manage_roles', 'access.manage_tokens']),
        constraint api_tokens_a_year_at_most check (expires_at <= created_at + interval '366 days')
      );
      create unique index api_tokens_secret on access.api_tokens (organization_id, token_hash);
      create index api_tokens_owner on access.api_tokens (organization_id, membership_id);
      select amity.protect('access.api_tokens');

      create table identity.magic_links (
        token_hash bytea primary key,
        account_id uuid not null references identity.accounts (id) on delete cascade,
        organization_id uuid not null references identity.organizations (id),
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        constraint magic_links_short check (expires_at <= created_at + interval '15 minutes')
      );
      create index magic_links_account on identity.magic_links (account_id);
      grant select, insert, delete on identity.magic_links to amity_app;

      -- A letter that lets its reader in is not shown in the outbox once a mail server carries it
      alter table messages.mail add column confidential boolean not null default false;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table messages.mail drop column confidential;
      drop table identity.magic_links, access.api_tokens, access.invitations;
    `);
  }
}
