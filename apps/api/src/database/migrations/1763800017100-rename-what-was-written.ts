import type { MigrationInterface, QueryRunner } from 'typeorm';

// A name that was written down where nothing is ever changed is still renamed there, and nowhere else: three tables by name, and the
// audit log. An entry of the log keeps its number, its hash and everything but its words; what it said is sealed into
// audit.originals first, so that the chain is verified over what was really written. These functions run as the owner, because
// the app may only add to these tables.
export class RenameWhatWasWritten1763800017100 implements MigrationInterface {
  readonly name = 'RenameWhatWasWritten1763800017100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit.originals (
        organization_id uuid not null references identity.organizations (id),
        entry_id uuid not null,
        sealed bytea not null check (amity.is_sealed(sealed)),
        primary key (organization_id, entry_id)
      );
      select amity.protect('audit.originals', 'select');

      create function audit.conceal(entry uuid, shown jsonb, original bytea) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        insert into audit.originals (organization_id, entry_id, sealed) values (amity.organization(), entry, original)
          on conflict (organization_id, entry_id) do update set sealed = excluded.sealed;
        perform set_config('amity.concealing', entry::text, true);
        update audit.entries e set before = nullif(shown->'before', 'null'), after = nullif(shown->'after', 'null'), reason = shown->>'reason',
          on_behalf_of_name = shown->>'onBehalfOfName'
        where e.organization_id = amity.organization() and e.id = entry;
        perform set_config('amity.concealing', '', true);
      end $$;

      -- The words of an entry whose original is kept, and nothing else of any entry.
      create function audit.refuse_unless_concealed() returns trigger language plpgsql as $$
      begin
        if new.id::text is distinct from current_setting('amity.concealing', true)
          or not exists (select from audit.originals o where o.organization_id = old.organization_id and o.entry_id = old.id)
          or (new.organization_id, new.id, new.number, new.hash, new.at, new.actor, new.account_id, new.on_behalf_of, new.action, new.purpose, new.fields, new.subject, new.subject_id)
            is distinct from (old.organization_id, old.id, old.number, old.hash, old.at, old.actor, old.account_id, old.on_behalf_of, old.action, old.purpose, old.fields, old.subject, old.subject_id)
        then
          raise exception using errcode = 'insufficient_privilege', message = 'audit.entries is only ever added to: update is refused.';
        end if;
        return new;
      end $$;
      create function audit.refuse_unless_concealing() returns trigger language plpgsql as $$
      begin
        if tg_op <> 'UPDATE' or coalesce(current_setting('amity.concealing', true), '') = '' then
          raise exception using errcode = 'insufficient_privilege', message = format('audit.entries is only ever added to: %s is refused.', lower(tg_op));
        end if;
        return null;
      end $$;
      drop trigger only_added_to on audit.entries;
      create trigger only_added_to before update or delete or truncate on audit.entries for each statement execute function audit.refuse_unless_concealing();
      create trigger words_alone_are_concealed before update on audit.entries for each row
        when (coalesce(current_setting('amity.concealing', true), '') <> '') execute function audit.refuse_unless_concealed();

      -- \`change\` holds the columns by their names; only these columns of these tables there are.
      create function privacy.rename_in(target text, row_id uuid, change jsonb) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if not exists (select from privacy.vault v where v.organization_id = amity.organization()) then
          raise exception 'Nobody is protected here.' using errcode = 'insufficient_privilege';
        end if;
        case target
          when 'visits.itinerary_versions' then
            update visits.itinerary_versions t set content = coalesce(change->'content', t.content), changes = coalesce(change->'changes', t.changes),
              content_hash = coalesce(change->>'content_hash', t.content_hash)
            where t.organization_id = amity.organization() and t.id = row_id;
          when 'privacy.consents' then
            update privacy.consents t set guardian_name = coalesce(change->>'guardian_name', t.guardian_name), note = coalesce(change->>'note', t.note)
            where t.organization_id = amity.organization() and t.id = row_id;
          when 'outcomes.answers' then
            update outcomes.answers t set text = coalesce(change->>'text', t.text) where t.organization_id = amity.organization() and t.id = row_id;
          else raise exception 'Nothing is renamed in %.', target using errcode = 'insufficient_privilege';
        end case;
      end $$;
      revoke execute on function audit.conceal(uuid, jsonb, bytea), audit.refuse_unless_concealed(), audit.refuse_unless_concealing(), privacy.rename_in(text, uuid, jsonb) from public;
      grant execute on function audit.conceal(uuid, jsonb, bytea), privacy.rename_in(text, uuid, jsonb) to amity_app;

      -- The ids of everything that is about a person or about a journey of theirs.
      create function privacy.around(organization uuid, person uuid, email text) returns setof uuid language sql stable
        begin atomic
          with journeys as (
            select g.id as delegate_id, g.delegation_id from delegations.delegates g where g.organization_id = organization and g.person_id = person
          ), trips as (
            select v.id from visits.visits v join journeys j on j.delegation_id = v.delegation_id where v.organization_id = organization
          ), homes as (
            select m.household_id from hosting.members m where m.organization_id = organization and m.person_id = person
            union select p.household_id from placements.placements p join journeys j on j.delegate_id = p.delegate_id where p.organization_id = organization
          )
          select person
          union select delegate_id from journeys union select delegation_id from journeys
          union select id from trips
          union select household_id from homes
          union select m.id from hosting.members m where m.organization_id = organization and m.person_id = person
          union select a.id from visits.appointments a where a.organization_id = organization and (a.visit_id in (select id from trips) or person = any (a.participant_ids))
          union select i.id from visits.itinerary_versions i where i.organization_id = organization and i.visit_id in (select id from trips)
          union select p.id from placements.placements p join journeys j on j.delegate_id = p.delegate_id where p.organization_id = organization
          union select i.id from outcomes.invitations i join journeys j on j.delegate_id = i.delegate_id where i.organization_id = organization
          union select c.id from privacy.consents c where c.organization_id = organization and c.person_id = person
          union select f.id from privacy.facts f where f.organization_id = organization and f.person_id = person
          union select f.id from interchange.files f join journeys j on j.delegation_id = f.about where f.organization_id = organization
          union select k.id from interchange.jobs k join journeys j on j.delegation_id::text = k.input->>'delegationId' where k.organization_id = organization
          union select m.id from messages.mail m where m.organization_id = organization and (m.recipient = email or m.about in (select delegation_id from journeys));
        end;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function privacy.around(uuid, uuid, text), privacy.rename_in(text, uuid, jsonb);
      drop trigger words_alone_are_concealed on audit.entries;
      drop trigger only_added_to on audit.entries;
      create trigger only_added_to before update or delete or truncate on audit.entries for each statement execute function audit.refuse();
      drop function audit.refuse_unless_concealing(), audit.refuse_unless_concealed(), audit.conceal(uuid, jsonb, bytea);
      drop table audit.originals;
    `);
  }
}
