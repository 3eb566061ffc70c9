import type { MigrationInterface, QueryRunner } from 'typeorm';

// Row rules. Somebody who holds a permission only as a volunteer meets the delegations they are assigned to, and what hangs on
// them; the rest is not there, in any query of any area. `app.reach` says so beside `app.reader`, and a connection that says
// nothing meets no delegation at all. `is_own` is for people who come to see their own record.
export class AssignVolunteers1763800016000 implements MigrationInterface {
  readonly name = 'AssignVolunteers1763800016000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table delegations.assignments (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        delegation_id uuid not null,
        account_id uuid not null,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        foreign key (organization_id, delegation_id) references delegations.delegations (organization_id, id),
        constraint assignments_of_members foreign key (organization_id, account_id) references access.memberships (organization_id, account_id) on delete cascade,
        constraint assignments_once unique (organization_id, delegation_id, account_id)
      );
      create index assignments_of_account on delegations.assignments (organization_id, account_id);
      select amity.protect('delegations.assignments');

      create function amity.reaches_all() returns boolean language sql stable parallel safe
        return coalesce(current_setting('app.reach', true) = 'all', false);

      create function delegations.is_assigned(organization uuid, delegation uuid) returns boolean language sql stable parallel safe
        return exists (select from delegations.assignments a
          where a.organization_id = organization and a.delegation_id = delegation and a.account_id::text = amity.reader());
      -- without a subquery of its own, so that PostgreSQL writes it into the query: who reaches everything pays a comparison
      create function delegations.reaches(organization uuid, delegation uuid) returns boolean language sql stable parallel safe
        return amity.reaches_all() or delegations.is_assigned(organization, delegation);

      create policy reach on delegations.delegations as restrictive using (delegations.reaches(organization_id, id));
      create policy reach on delegations.delegates as restrictive using (delegations.reaches(organization_id, delegation_id));
      create policy reach on visits.visits as restrictive using (delegations.reaches(organization_id, delegation_id));

      -- what is behind a row that has the policy itself
      create function visits.is_visible(organization uuid, visit uuid) returns boolean language sql stable parallel safe
        return exists (select from visits.visits v where v.organization_id = organization and v.id = visit);
      create function delegations.is_visible(organization uuid, delegate uuid) returns boolean language sql stable parallel safe
        return exists (select from delegations.delegates g where g.organization_id = organization and g.id = delegate);
      create policy reach on visits.appointments as restrictive using (amity.reaches_all() or visits.is_visible(organization_id, visit_id));
      create policy reach on visits.itinerary_versions as restrictive using (amity.reaches_all() or visits.is_visible(organization_id, visit_id));
      create policy reach on placements.placements as restrictive using (amity.reaches_all() or delegations.is_visible(organization_id, delegate_id));

      -- Whoever reads the mail of an address is whom that address belongs to: letters to it are theirs already.
      create function people.is_own(organization uuid, person uuid) returns boolean language sql stable parallel safe
        return exists (select from people.people p join identity.accounts a on a.email = p.email
          where p.organization_id = organization and p.id = person and a.id::text = amity.reader());
      create function hosting.is_own(organization uuid, household uuid) returns boolean language sql stable parallel safe
        return exists (select from hosting.households h join identity.accounts a on a.email = h.email
          where h.organization_id = organization and h.id = household and a.id::text = amity.reader())
        or exists (select from hosting.members m
          where m.organization_id = organization and m.household_id = household and people.is_own(organization, m.person_id));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function hosting.is_own(uuid, uuid), people.is_own(uuid, uuid);
      drop policy reach on placements.placements;
      drop policy reach on visits.itinerary_versions;
      drop policy reach on visits.appointments;
      drop policy reach on visits.visits;
      drop policy reach on delegations.delegates;
      drop policy reach on delegations.delegations;
      drop function delegations.is_visible(uuid, uuid), visits.is_visible(uuid, uuid), delegations.reaches(uuid, uuid), delegations.is_assigned(uuid, uuid), amity.reaches_all();
      drop table delegations.assignments;
    `);
  }
}
