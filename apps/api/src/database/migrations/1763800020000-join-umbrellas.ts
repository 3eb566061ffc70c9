import type { MigrationInterface, QueryRunner } from 'typeorm';

// What an organization says of another one: it is our umbrella, or our chapter. Either side writes its own row and nobody else's; the
// other side may read it, because it is about them. Two rows that agree are what an umbrella's aggregates rest on.
const areas = `'audit.read', 'audit.export', 'privacy.read_sensitive', 'privacy.edit_sensitive', 'privacy.protect', 'privacy.reveal',
  'privacy.manage_consents', 'privacy.handle_requests', 'privacy.manage_retention', 'messages.read_outbox', 'interchange.import',
  'interchange.see_jobs', 'people.read', 'people.edit', 'partnerships.read', 'partnerships.edit', 'delegations.read', 'delegations.edit',
  'delegations.share', 'delegations.read_shared', 'delegations.read_own', 'hosting.read', 'hosting.read_own', 'hosting.edit',
  'hosting.screen', 'placements.read', 'placements.place', 'visits.read', 'visits.schedule', 'visits.publish', 'outcomes.read',
  'outcomes.edit', 'overview.read'`;
const access = `'access.manage_users', 'access.manage_roles', 'access.manage_tokens'`;

function permissionsAre(list: string): string {
  return `create or replace function access.known_permissions() returns text[] language sql immutable parallel safe return array[${list}];`;
}

export class JoinUmbrellas1763800020000 implements MigrationInterface {
  readonly name = 'JoinUmbrellas1763800020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(permissionsAre(`${access}, 'access.manage_chapters', ${areas}, 'overview.read_chapters'`));
    await runner.query(`
      create table access.affiliations (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        other_id uuid not null references identity.organizations (id),
        other_is text not null check (other_is in ('umbrella', 'chapter')),
        agrees boolean not null,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        constraint affiliations_once unique (organization_id, other_id),
        constraint affiliations_with_another check (other_id <> organization_id)
      );
      create index affiliations_about on access.affiliations (other_id);
      select amity.protect('access.affiliations');
      create policy said_of_us on access.affiliations for select using (other_id = amity.organization());

      -- the moment from which both sides agree that the second is a chapter of the first; null while they do not
      create function access.chapter_since(umbrella uuid, chapter uuid) returns timestamptz language sql stable parallel safe
        return (select greatest(u.created_at, c.created_at)
          from access.affiliations u
          join access.affiliations c on c.organization_id = u.other_id and c.other_id = u.organization_id
          where u.organization_id = umbrella and u.other_id = chapter and u.other_is = 'chapter' and u.agrees
            and c.other_is = 'umbrella' and c.agrees);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function access.chapter_since(uuid, uuid);
      drop table access.affiliations;
    `);
    await runner.query(permissionsAre(`${access}, ${areas}`));
  }
}
