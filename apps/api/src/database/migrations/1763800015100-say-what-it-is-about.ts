import type { MigrationInterface, QueryRunner } from 'typeorm';

// Letters and files say which delegation they are about, so that they are shown to whoever may know its names. The same goes
// for the history: `delegations.entry_known` is asked about every entry that somebody wants to read.
export class SayWhatItIsAbout1763800015100 implements MigrationInterface {
  readonly name = 'SayWhatItIsAbout1763800015100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table messages.mail add column about uuid;
      alter table interchange.files add column about uuid;

      -- the delegation of something that may be gone: as it is, or as it was when it was created
      create function delegations.delegation_of(organization uuid, entry_kind text, entry_subject uuid) returns uuid language sql stable
        return coalesce(
          case entry_kind
            when 'delegations.delegations' then entry_subject
            when 'delegations.delegates' then (select g.delegation_id from delegations.delegates g where g.organization_id = organization and g.id = entry_subject)
            when 'placements.placements' then (select g.delegation_id from placements.placements p
              join delegations.delegates g on g.organization_id = p.organization_id and g.id = p.delegate_id
              where p.organization_id = organization and p.id = entry_subject)
            when 'outcomes.invitations' then (select g.delegation_id from outcomes.invitations i
              join delegations.delegates g on g.organization_id = i.organization_id and g.id = i.delegate_id
              where i.organization_id = organization and i.id = entry_subject)
            when 'visits.visits' then (select v.delegation_id from visits.visits v where v.organization_id = organization and v.id = entry_subject)
          end,
          (select (e.after->>'delegationId')::uuid from audit.entries e
           where e.organization_id = organization and e.subject_id = entry_subject and e.subject = entry_kind and e.action = 'created' limit 1));

      create function delegations.entry_known(organization uuid, entry_kind text, entry_subject uuid) returns boolean language sql stable
        return case
          when amity.reader() = 'system' then true
          when entry_kind = 'people.people' then not delegations.hides_person(organization, entry_subject)
          when entry_kind in ('delegations.delegations', 'delegations.delegates', 'delegations.loosening_consents', 'placements.placements', 'outcomes.invitations', 'visits.visits')
            then coalesce(delegations.known(organization, delegations.delegation_of(organization, entry_kind, entry_subject)), false)
          when entry_kind = 'visits.appointments' then coalesce((
            select delegations.knows(organization, d.id, delegations.stricter(d.rule, a.rule)) from visits.appointments a
            join visits.visits v on v.organization_id = a.organization_id and v.id = a.visit_id
            join delegations.delegations d on d.organization_id = v.organization_id and d.id = v.delegation_id
            where a.organization_id = organization and a.id = entry_subject), false)
          when entry_kind = 'visits.itinerary_versions' then coalesce((
            select delegations.knows(organization, d.id, d.rule) and not exists (select from visits.appointments a
              where a.organization_id = organization and a.visit_id = v.id and not delegations.knows(organization, d.id, a.rule))
            from visits.itinerary_versions i join visits.visits v on v.organization_id = i.organization_id and v.id = i.visit_id
            join delegations.delegations d on d.organization_id = v.organization_id and d.id = v.delegation_id
            where i.organization_id = organization and i.id = entry_subject), false)
          when entry_kind = 'messages.mail' then coalesce((
            select m.about is null or delegations.known(organization, m.about) from messages.mail m where m.organization_id = organization and m.id = entry_subject), false)
          when entry_kind = 'interchange.files' then coalesce((
            select f.about is null or delegations.known(organization, f.about) from interchange.files f where f.organization_id = organization and f.id = entry_subject), false)
          when entry_kind = 'interchange.jobs' then coalesce((
            select j.input->>'delegationId' is null or delegations.known(organization, (j.input->>'delegationId')::uuid)
            from interchange.jobs j where j.organization_id = organization and j.id = entry_subject), false)
          else true
        end;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function delegations.entry_known(uuid, text, uuid), delegations.delegation_of(uuid, text, uuid);
      alter table interchange.files drop column about;
      alter table messages.mail drop column about;
    `);
  }
}
