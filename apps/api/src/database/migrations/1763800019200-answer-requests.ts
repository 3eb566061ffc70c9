import type { MigrationInterface, QueryRunner } from 'typeorm';

// Requests of people about their data, the archives made for them, and the tombstones of those who were erased. Who is erased holds
// nothing that could name anybody, and never will again.
export class AnswerRequests1763800019200 implements MigrationInterface {
  readonly name = 'AnswerRequests1763800019200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table privacy.requests (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        person_id uuid not null,
        kind text not null check (kind in ('access', 'rectification', 'erasure', 'portability')),
        state text not null default 'received' check (state in ('received', 'verified', 'answered', 'refused', 'withdrawn')),
        received_on date not null,
        due_on date not null,
        extended_because text check (length(extended_because) between 1 and 1000),
        asker text not null check (asker in ('self', 'guardian', 'representative')),
        asker_name text check (length(asker_name) between 1 and 160),
        by_link boolean not null default false,
        wish bytea check (amity.is_sealed(wish)),
        identity_how text check (length(identity_how) between 1 and 300),
        identity_by text,
        answer bytea check (amity.is_sealed(answer)),
        closed_on date,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        constraint requests_of_person foreign key (organization_id, person_id) references people.people (organization_id, id),
        constraint requests_identity_before_answer check (state not in ('verified', 'answered') or (identity_how is not null and identity_by is not null)),
        constraint requests_closed_on_a_day check ((closed_on is not null) = (state in ('answered', 'refused', 'withdrawn'))),
        constraint requests_due_within_law check (due_on = (received_on + case when extended_because is null then interval '1 month' else interval '3 months' end)::date)
      );
      create unique index requests_open_once on privacy.requests (organization_id, person_id, kind) where state in ('received', 'verified');
      select amity.protect('privacy.requests', 'select, insert, update');

      create table privacy.archives (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        request_id uuid not null,
        contents bytea check (amity.is_sealed(contents)),
        until timestamptz not null,
        taken_at timestamptz,
        taken_by text,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        constraint archives_of_request foreign key (organization_id, request_id) references privacy.requests (organization_id, id),
        constraint archives_one_a_request unique (organization_id, request_id),
        constraint archives_taken_once check ((taken_at is null) = (taken_by is null) and (taken_at is null or contents is null))
      );
      select amity.protect('privacy.archives');

      create table privacy.tombstones (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        subject_hash text not null check (subject_hash ~ '^[0-9a-f]{64}$'),
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        constraint tombstones_once unique (organization_id, subject_hash)
      );
      select amity.protect('privacy.tombstones', 'select, insert');

      alter table people.people add erased_at timestamptz,
        add constraint people_erased_are_nobody check (erased_at is null or (given_name = 'Erased person' and family_name = '' and native_name is null and salutation is null
          and email is null and phone is null and birth_date is null and country_code is null and languages = '{}' and works_at is null));
      create trigger under_legal_hold before update of erased_at on people.people for each row
        when (old.erased_at is null and new.erased_at is not null) execute function privacy.refuse_held('person', 'id');
      create function people.stay_erased() returns trigger language plpgsql as $$
      begin
        raise exception using errcode = 'check_violation', constraint = 'people_stay_erased', schema = 'people', table = 'people', message = 'Who was erased is not brought back.';
      end $$;
      create trigger people_stay_erased before update on people.people for each row when (old.erased_at is not null and new.erased_at is null) execute function people.stay_erased();

      -- The decisions of somebody who was erased go; until then none is ever removed. A guardian's name and a coordinator's note are free text.
      create function privacy.forget_consents(person uuid) returns setof uuid language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if not exists (select from people.people p where p.organization_id = amity.organization() and p.id = person and p.erased_at is not null) then
          raise exception using errcode = 'insufficient_privilege', message = 'Only the consents of somebody who was erased are removed.';
        end if;
        return query delete from privacy.consents c where c.organization_id = amity.organization() and c.person_id = person returning c.id;
      end $$;

      -- Numbers stay for the figures that were published; words could name their writer
      create function outcomes.forget_words(invitations uuid[]) returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
        delete from outcomes.answers a using outcomes.invitations i
        where a.organization_id = amity.organization() and i.organization_id = a.organization_id and i.id = a.invitation_id and i.delegate_id is null
          and a.invitation_id = any (invitations) and a.text is not null $$;

      -- A published itinerary keeps what it says, but for one name
      create function visits.forget_name(name text) returns setof uuid language sql security definer set search_path = pg_catalog, pg_temp as $$
        update visits.itinerary_versions i set content = replace(i.content::text, to_json(name)::text, '"Erased person"')::jsonb,
          changes = replace(i.changes::text, to_json(name)::text, '"Erased person"')::jsonb
        where i.organization_id = amity.organization() and (position(to_json(name)::text in i.content::text) > 0 or position(to_json(name)::text in i.changes::text) > 0)
        returning i.id $$;
      revoke execute on function privacy.forget_consents(uuid), outcomes.forget_words(uuid[]), visits.forget_name(text) from public;
      grant execute on function privacy.forget_consents(uuid), outcomes.forget_words(uuid[]), visits.forget_name(text) to amity_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function visits.forget_name(text), outcomes.forget_words(uuid[]), privacy.forget_consents(uuid);
      drop trigger people_stay_erased on people.people;
      drop function people.stay_erased();
      drop trigger under_legal_hold on people.people;
      alter table people.people drop constraint people_erased_are_nobody, drop erased_at;
      drop table privacy.tombstones, privacy.archives, privacy.requests;
    `);
  }
}
