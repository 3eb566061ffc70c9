import type { MigrationInterface, QueryRunner } from 'typeorm';

// Roles an organization makes itself, and members whose access rests. Permissions are checked against the list as it stands in
// libs/access: a new permission comes with a migration that allows it, and a test holds the two lists together.
export class ShapeRoles1763800012000 implements MigrationInterface {
  readonly name = 'ShapeRoles1763800012000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table access.memberships add column state text not null default 'active' check (state in ('active', 'suspended'));

      create function access.known_permissions() returns text[] language sql immutable parallel safe return array[
        'access.manage_users', 'access.manage_roles', 'access.manage_tokens', 'audit.read', 'audit.export', 'privacy.read_sensitive',
        'privacy.edit_sensitive', 'privacy.protect', 'privacy.reveal', 'privacy.manage_consents', 'privacy.handle_requests',
        'privacy.manage_retention', 'messages.read_outbox', 'interchange.import', 'interchange.see_jobs', 'people.read', 'people.edit',
        'partnerships.read', 'partnerships.edit', 'delegations.read', 'delegations.edit', 'delegations.share', 'delegations.read_shared',
        'delegations.read_own', 'hosting.read', 'hosting.read_own', 'hosting.edit', 'hosting.screen', 'placements.read',
        'placements.place', 'visits.read', 'visits.schedule', 'visits.publish', 'outcomes.read', 'outcomes.edit', 'overview.read'];

      create table access.roles (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        name text not null check (length(name) between 1 and 60),
        permissions text[] not null check (cardinality(permissions) > 0),
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        constraint roles_permissions_known check (permissions <@ access.known_permissions())
      );
      create unique index roles_named_once on access.roles (organization_id, lower(name));
      select amity.protect('access.roles');

      create table access.membership_roles (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        membership_id uuid not null,
        role_id uuid not null,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        constraint membership_roles_held_once unique (organization_id, membership_id, role_id),
        foreign key (organization_id, membership_id) references access.memberships (organization_id, id),
        constraint membership_roles_role foreign key (organization_id, role_id) references access.roles (organization_id, id)
      );
      create index membership_roles_role on access.membership_roles (organization_id, role_id);
      select amity.protect('access.membership_roles');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table access.membership_roles, access.roles;
      drop function access.known_permissions();
      alter table access.memberships drop column state;
    `);
  }
}
