import type { MigrationInterface, QueryRunner } from 'typeorm';

// How long each class of records is kept, what is held in spite of that, and what went. What is held is not deleted by anybody: the
// trigger `under_legal_hold` stands on every table from which a class goes.
export class KeepNoLongerThanNeeded1763800019100 implements MigrationInterface {
  readonly name = 'KeepNoLongerThanNeeded1763800019100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function privacy.is_retention_key(key text) returns boolean language sql immutable parallel safe
        return key in ('identity_documents', 'medical_facts', 'other_confidences', 'confidences_at_rest', 'delegate_needs', 'dialogue_notes', 'survey_links',
          'screening_evidence', 'import_files', 'job_results', 'letters');

      create table privacy.retention_policies (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        key text not null check (privacy.is_retention_key(key)),
        keep_count int not null,
        keep_unit text not null check (keep_unit in ('days', 'months')),
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        constraint retention_policies_one_a_class unique (organization_id, key),
        constraint retention_policies_end check (keep_count between 1 and case keep_unit when 'days' then 3660 else 120 end)
      );
      select amity.protect('privacy.retention_policies');

      create table privacy.legal_holds (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        person_id uuid,
        delegation_id uuid,
        reason text not null check (length(reason) between 1 and 500),
        placed_by text not null,
        released_at timestamptz,
        released_by text,
        release_reason text check (length(release_reason) between 1 and 500),
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        constraint legal_holds_of_person foreign key (organization_id, person_id) references people.people (organization_id, id),
        constraint legal_holds_of_delegation foreign key (organization_id, delegation_id) references delegations.delegations (organization_id, id),
        constraint legal_holds_of_one check (num_nonnulls(person_id, delegation_id) = 1),
        constraint legal_holds_released_with_a_reason check (num_nonnulls(released_at, released_by, release_reason) in (0, 3))
      );
      create unique index legal_holds_person_once on privacy.legal_holds (organization_id, person_id) where released_at is null and person_id is not null;
      create unique index legal_holds_delegation_once on privacy.legal_holds (organization_id, delegation_id) where released_at is null and delegation_id is not null;
      select amity.protect('privacy.legal_holds', 'select, insert, update');

      create table privacy.deletion_certificates (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        key text not null check (privacy.is_retention_key(key)),
        ran_on date not null,
        count int not null check (count > 0),
        keep_count int not null,
        keep_unit text not null,
        policy_version int not null,
        digest text not null check (digest ~ '^[0-9a-f]{64}$'),
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id)
      );
      select amity.protect('privacy.deletion_certificates', 'select, insert');

      -- A delegation is held, or a person: then with every delegation and household, whatever names either stays
      create function privacy.holds_person(organization uuid, person uuid) returns boolean language sql stable
        return exists (select from privacy.legal_holds h where h.organization_id = organization and h.released_at is null and (h.person_id = person
          or h.delegation_id in (select g.delegation_id from delegations.delegates g where g.organization_id = organization and g.person_id = person)));
      create function privacy.holds_delegate(organization uuid, delegate uuid) returns boolean language sql stable
        return exists (select from delegations.delegates g where g.organization_id = organization and g.id = delegate and privacy.holds_person(organization, g.person_id));
      create function privacy.holds_delegation(organization uuid, delegation uuid) returns boolean language sql stable
        return exists (select from privacy.legal_holds h where h.organization_id = organization and h.released_at is null and (h.delegation_id = delegation
          or h.person_id in (select g.person_id from delegations.delegates g where g.organization_id = organization and g.delegation_id = delegation)));
      create function privacy.holds_visit(organization uuid, visit uuid) returns boolean language sql stable
        return exists (select from visits.visits v where v.organization_id = organization and v.id = visit and privacy.holds_delegation(organization, v.delegation_id));
      create function privacy.holds_household(organization uuid, household uuid) returns boolean language sql stable
        return exists (select from hosting.members m where m.organization_id = organization and m.household_id = household and privacy.holds_person(organization, m.person_id));
      create function privacy.holds_letter(organization uuid, letter uuid) returns boolean language sql stable
        return exists (select from messages.mail m where m.organization_id = organization and m.id = letter and (privacy.holds_delegation(organization, m.about)
          or exists (select from people.people p where p.organization_id = organization and p.email = lower(m.recipient) and privacy.holds_person(organization, p.id))));
      create function privacy.holds_job(organization uuid, job uuid) returns boolean language sql stable
        return exists (select from interchange.jobs j where j.organization_id = organization and j.id = job and privacy.holds_delegation(organization, (j.input->>'delegationId')::uuid));

      -- tg_argv: what is held, and the column that names it
      create function privacy.refuse_held() returns trigger language plpgsql as $$
      declare
        target uuid;
        is_held boolean;
      begin
        execute format('select ($1).%I', tg_argv[1]) using old into target;
        execute format('select privacy.holds_%s($1, $2)', tg_argv[0]) using old.organization_id, target into is_held;
        if is_held then
          raise exception using errcode = 'check_violation', constraint = 'under_legal_hold', schema = tg_table_schema, table = tg_table_name,
            message = 'This is under a legal hold and is not deleted.';
        end if;
        return case when tg_op = 'DELETE' then old else new end;
      end $$;

      alter table delegations.delegates add needs_gone_at timestamptz;
      comment on column delegations.delegates.needs_gone_at is 'when diet, allergies and notes were emptied by retention';

      -- An invitation that was answered may forget whose it is; the figures of its answers stay
      alter table outcomes.invitations alter delegate_id drop not null,
        add constraint invitations_unlinked_when_closed check (delegate_id is not null or (lettered_at is null and link_made_at is null));

      create trigger under_legal_hold before delete on privacy.facts for each row execute function privacy.refuse_held('person', 'person_id');
      create trigger under_legal_hold before delete on delegations.delegates for each row execute function privacy.refuse_held('person', 'person_id');
      create trigger emptied_under_legal_hold before update of needs_gone_at on delegations.delegates for each row
        when (new.needs_gone_at is distinct from old.needs_gone_at) execute function privacy.refuse_held('person', 'person_id');
      create trigger under_legal_hold before update of notes on visits.appointments for each row
        when (old.notes is not null and new.notes is null) execute function privacy.refuse_held('visit', 'visit_id');
      create trigger under_legal_hold before update of delegate_id on outcomes.invitations for each row
        when (old.delegate_id is not null and new.delegate_id is null) execute function privacy.refuse_held('delegate', 'delegate_id');
      create trigger under_legal_hold before delete on hosting.checks for each row execute function privacy.refuse_held('household', 'household_id');
      create trigger under_legal_hold before delete on messages.mail for each row execute function privacy.refuse_held('letter', 'id');
      create trigger under_legal_hold before delete on interchange.files for each row execute function privacy.refuse_held('delegation', 'about');
      create trigger under_legal_hold before update of result_sealed on interchange.jobs for each row
        when (old.result_sealed is not null and new.result_sealed is null) execute function privacy.refuse_held('job', 'id');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger under_legal_hold on interchange.jobs;
      drop trigger under_legal_hold on interchange.files;
      drop trigger under_legal_hold on messages.mail;
      drop trigger under_legal_hold on hosting.checks;
      drop trigger under_legal_hold on outcomes.invitations;
      drop trigger under_legal_hold on visits.appointments;
      drop trigger emptied_under_legal_hold on delegations.delegates;
      drop trigger under_legal_hold on delegations.delegates;
      drop trigger under_legal_hold on privacy.facts;
      alter table outcomes.invitations drop constraint invitations_unlinked_when_closed;
      delete from outcomes.invitations where delegate_id is null;
      alter table outcomes.invitations alter delegate_id set not null;
      alter table delegations.delegates drop column needs_gone_at;
      drop function privacy.refuse_held(), privacy.holds_job(uuid, uuid), privacy.holds_letter(uuid, uuid), privacy.holds_household(uuid, uuid), privacy.holds_visit(uuid, uuid),
        privacy.holds_delegate(uuid, uuid), privacy.holds_delegation(uuid, uuid), privacy.holds_person(uuid, uuid);
      drop table privacy.deletion_certificates, privacy.legal_holds, privacy.retention_policies;
      drop function privacy.is_retention_key(text);
    `);
  }
}
