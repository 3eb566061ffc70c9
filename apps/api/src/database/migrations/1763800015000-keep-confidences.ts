import type { MigrationInterface, QueryRunner } from 'typeorm';

// The Chatham House rule. A rule may be tightened at any time; a looser one is refused while the consent of one attendee is
// missing, also when somebody joins the roster at that very moment. `delegations.knows` is the one predicate for who is
// shown names; it reads who is reading from `app.reader`, and without one the answer is no.
export class KeepConfidences1763800015000 implements MigrationInterface {
  readonly name = 'KeepConfidences1763800015000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function amity.reader() returns text language sql stable parallel safe
        return nullif(current_setting('app.reader', true), '');

      create function delegations.strictness(rule text) returns int language sql immutable parallel safe
        return array_position(array['public', 'chatham', 'closed'], rule);
      create function delegations.stricter(a text, b text) returns text language sql immutable parallel safe
        return case when delegations.strictness(a) >= delegations.strictness(b) then a else b end;

      alter table delegations.delegations
        add column rule text not null default 'public' constraint delegations_rule_known check (rule in ('public', 'chatham', 'closed')),
        add column rule_epoch int not null default 1;
      alter table visits.appointments
        add column rule text not null default 'public' constraint appointments_rule_known check (rule in ('public', 'chatham', 'closed'));

      create table delegations.need_to_know (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        delegation_id uuid not null,
        account_id uuid not null,
        reason text not null check (length(reason) between 3 and 500),
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        foreign key (organization_id, delegation_id) references delegations.delegations (organization_id, id),
        constraint need_to_know_of_members foreign key (organization_id, account_id) references access.memberships (organization_id, account_id) on delete cascade,
        constraint need_to_know_once unique (organization_id, delegation_id, account_id)
      );
      create index need_to_know_of_account on delegations.need_to_know (organization_id, account_id);
      select amity.protect('delegations.need_to_know');

      -- A consent counts for the rule that was in force when it was given: it bears that rule's number.
      create table delegations.loosening_consents (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        delegation_id uuid not null,
        delegate_id uuid not null,
        rule text not null check (rule in ('public', 'chatham')),
        rule_epoch int not null default 0,
        recorded_by text not null,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        foreign key (organization_id, delegation_id) references delegations.delegations (organization_id, id),
        foreign key (organization_id, delegate_id) references delegations.delegates (organization_id, id) on delete cascade,
        constraint loosening_consents_once unique (organization_id, delegate_id, rule_epoch, rule)
      );
      create index loosening_consents_of_delegation on delegations.loosening_consents (organization_id, delegation_id, rule_epoch);
      select amity.protect('delegations.loosening_consents');

      create function delegations.is_listed(organization uuid, delegation uuid) returns boolean language sql stable parallel safe
        return coalesce(amity.reader() = 'system' or exists (
          select from delegations.need_to_know n
          where n.organization_id = organization and n.delegation_id = delegation and n.account_id::text = amity.reader()), false);
      -- without a subquery of its own, so that PostgreSQL writes it into the query: what is public costs a comparison
      create function delegations.knows(organization uuid, delegation uuid, rule text) returns boolean language sql stable parallel safe
        return coalesce(rule = 'public' or delegations.is_listed(organization, delegation), false);

      -- null for a delegation that does not exist
      create function delegations.known(organization uuid, delegation uuid) returns boolean language sql stable parallel safe
        return (select delegations.knows(d.organization_id, d.id, d.rule) from delegations.delegations d
          where d.organization_id = organization and d.id = delegation);

      -- what whoever is reading may call it
      create function delegations.shown_name(organization uuid, delegation uuid) returns text language sql stable parallel safe
        return (select case when d.rule = 'closed' and not delegations.knows(d.organization_id, d.id, d.rule) then 'Closed delegation' else d.name end
          from delegations.delegations d where d.organization_id = organization and d.id = delegation);

      -- somebody of whom this reader could know only from delegations whose names are withheld
      create function delegations.hides_person(organization uuid, person uuid) returns boolean language sql stable parallel safe
        return coalesce(amity.reader() <> 'system', true) and exists (
          select from delegations.delegates g
          where g.organization_id = organization and g.person_id = person and not delegations.known(organization, g.delegation_id))
        and not exists (
          select from delegations.delegates g
          where g.organization_id = organization and g.person_id = person and delegations.known(organization, g.delegation_id))
        and not exists (select from hosting.members m where m.organization_id = organization and m.person_id = person);

      create function delegations.without_consent(organization uuid, delegation uuid, wanted text) returns table (id uuid, person_id uuid) language sql stable
        begin atomic
          select g.id, g.person_id from delegations.delegates g
          join delegations.delegations d on d.organization_id = g.organization_id and d.id = g.delegation_id
          where g.organization_id = organization and g.delegation_id = delegation and not exists (
            select from delegations.loosening_consents c
            where c.organization_id = g.organization_id and c.delegate_id = g.id and c.rule_epoch = d.rule_epoch
              and delegations.strictness(c.rule) <= delegations.strictness(wanted));
        end;

      create function delegations.guard_rule() returns trigger language plpgsql as $$
      begin
        if delegations.strictness(new.rule) < delegations.strictness(old.rule)
          and exists (select from delegations.without_consent(new.organization_id, new.id, new.rule)) then
          raise exception 'The consent of somebody on the roster is missing.' using errcode = '23514', constraint = 'delegations_loosened_by_consent';
        end if;
        if new.rule <> old.rule then new.rule_epoch := old.rule_epoch + 1; end if;
        return new;
      end $$;
      create trigger delegations_loosened_by_consent before update of rule on delegations.delegations
        for each row execute function delegations.guard_rule();

      -- Whoever joins waits for a rule that is being changed, and a rule that is to be changed waits for whoever is joining.
      create function delegations.join_under_rule() returns trigger language plpgsql as $$
      begin
        perform from delegations.delegations d where d.organization_id = new.organization_id and d.id = new.delegation_id for share;
        return new;
      end $$;
      create trigger delegates_join_under_rule before insert or update of delegation_id on delegations.delegates
        for each row execute function delegations.join_under_rule();

      create function delegations.number_consent() returns trigger language plpgsql as $$
      begin
        select d.rule_epoch into strict new.rule_epoch from delegations.delegates g
        join delegations.delegations d on d.organization_id = g.organization_id and d.id = g.delegation_id
        where g.organization_id = new.organization_id and g.id = new.delegate_id and g.delegation_id = new.delegation_id for share of d;
        return new;
      end $$;
      create trigger loosening_consents_numbered before insert on delegations.loosening_consents
        for each row execute function delegations.number_consent();

      -- An appointment that is put under a rule asks anew: consents given before did not know of it.
      create function visits.guard_rule() returns trigger language plpgsql as $$
      declare
        held record;
      begin
        select d.id, d.rule into strict held from visits.visits v
        join delegations.delegations d on d.organization_id = v.organization_id and d.id = v.delegation_id
        where v.organization_id = new.organization_id and v.id = new.visit_id for update of d;
        if tg_op = 'UPDATE' then
          if delegations.strictness(delegations.stricter(held.rule, new.rule)) < delegations.strictness(delegations.stricter(held.rule, old.rule))
            and exists (select from delegations.without_consent(new.organization_id, held.id, new.rule) g
              where old.everyone or new.everyone or g.person_id = any (old.participant_ids || new.participant_ids)) then
            raise exception 'The consent of a participant is missing.' using errcode = '23514', constraint = 'appointments_loosened_by_consent';
          end if;
          if delegations.strictness(new.rule) <= delegations.strictness(old.rule) then return new; end if;
        end if;
        update delegations.delegations d set rule_epoch = d.rule_epoch + 1 where d.organization_id = new.organization_id and d.id = held.id;
        return new;
      end $$;
      create trigger appointments_put_under_rule before insert on visits.appointments
        for each row when (new.rule <> 'public') execute function visits.guard_rule();
      create trigger appointments_loosened_by_consent before update of rule on visits.appointments
        for each row when (old.rule <> new.rule) execute function visits.guard_rule();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger appointments_loosened_by_consent on visits.appointments;
      drop trigger appointments_put_under_rule on visits.appointments;
      drop trigger delegates_join_under_rule on delegations.delegates;
      drop trigger delegations_loosened_by_consent on delegations.delegations;
      drop function visits.guard_rule(), delegations.join_under_rule(), delegations.guard_rule(), delegations.without_consent(uuid, uuid, text),
        delegations.hides_person(uuid, uuid), delegations.shown_name(uuid, uuid), delegations.known(uuid, uuid), delegations.knows(uuid, uuid, text), delegations.is_listed(uuid, uuid);
      drop table delegations.loosening_consents, delegations.need_to_know;
      drop function delegations.number_consent();
      alter table visits.appointments drop column rule;
      alter table delegations.delegations drop column rule, drop column rule_epoch;
      drop function delegations.stricter(text, text), delegations.strictness(text), amity.reader();
    `);
  }
}
