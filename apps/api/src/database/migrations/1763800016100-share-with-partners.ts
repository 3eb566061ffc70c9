import type { MigrationInterface, QueryRunner } from 'typeorm';

// What the counterpart in the other city is shown, field by field, and what they say themselves. A share that ended stays as it was; a
// delegation under the Chatham House rule is never shared by a choice of fields, and one that comes under the rule is shared no more.
export class ShareWithPartners1763800016100 implements MigrationInterface {
  readonly name = 'ShareWithPartners1763800016100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table delegations.delegates add column flights text check (length(flights) between 1 and 500);

      create table delegations.shares (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        account_id uuid not null,
        partnership_id uuid,
        delegation_id uuid,
        fields text[] not null,
        shared_by text not null,
        revoked_at timestamptz,
        revoked_by text,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        constraint shares_with_members foreign key (organization_id, account_id) references access.memberships (organization_id, account_id) on delete cascade,
        constraint shares_of_partnership foreign key (organization_id, partnership_id) references partnerships.partnerships (organization_id, id),
        constraint shares_of_delegation foreign key (organization_id, delegation_id) references delegations.delegations (organization_id, id),
        constraint shares_of_one_thing check (num_nonnulls(partnership_id, delegation_id) = 1),
        constraint shares_fields_chosen check (cardinality(fields) > 0 and fields <@ array['names', 'diet', 'flights', 'contacts']),
        constraint shares_revoked_by_somebody check ((revoked_at is null) = (revoked_by is null))
      );
      create unique index shares_partnership_once on delegations.shares (organization_id, account_id, partnership_id) where revoked_at is null and partnership_id is not null;
      create unique index shares_delegation_once on delegations.shares (organization_id, account_id, delegation_id) where revoked_at is null and delegation_id is not null;
      create index shares_of_partnership on delegations.shares (organization_id, partnership_id) where partnership_id is not null;
      create index shares_of_delegation on delegations.shares (organization_id, delegation_id) where delegation_id is not null;
      select amity.protect('delegations.shares');

      create function delegations.guard_share() returns trigger language plpgsql as $$
      declare
        held text;
      begin
        if tg_op = 'UPDATE' then
          if old.revoked_at is not null then
            raise exception 'A share that ended stays as it was.' using errcode = '23514', constraint = 'shares_end_for_good';
          end if;
          if (new.account_id, new.partnership_id, new.delegation_id, new.fields) is distinct from (old.account_id, old.partnership_id, old.delegation_id, old.fields) then
            raise exception 'A share is ended and made anew, not changed.' using errcode = '23514', constraint = 'shares_never_widen';
          end if;
          return new;
        end if;
        if new.delegation_id is not null then
          -- whoever puts the delegation under the rule at this moment goes before or after
          select d.rule into held from delegations.delegations d where d.organization_id = new.organization_id and d.id = new.delegation_id for share;
          if held is distinct from 'public' then
            raise exception 'A confidential delegation is not shared.' using errcode = '23514', constraint = 'shares_never_confidential';
          end if;
        end if;
        return new;
      end $$;
      create trigger shares_guarded before insert or update on delegations.shares for each row execute function delegations.guard_share();

      create table delegations.partner_entries (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        delegate_id uuid not null,
        account_id uuid not null,
        field text not null check (field in ('names', 'diet', 'flights', 'contacts')),
        value bytea not null check (amity.is_sealed(value)),
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        foreign key (organization_id, delegate_id) references delegations.delegates (organization_id, id) on delete cascade,
        constraint partner_entries_of_members foreign key (organization_id, account_id) references access.memberships (organization_id, account_id) on delete cascade,
        constraint partner_entries_once unique (organization_id, delegate_id, account_id, field)
      );
      create index partner_entries_of_account on delegations.partner_entries (organization_id, account_id);
      select amity.protect('delegations.partner_entries');
      create policy reach on delegations.partner_entries as restrictive using (amity.reaches_all() or delegations.is_visible(organization_id, delegate_id));

      -- what of a delegation somebody is shown, in no particular order
      create function delegations.fields_shared_with(organization uuid, delegation uuid, account text) returns text[] language sql stable parallel safe
        return array(select distinct field from delegations.delegations d
          join delegations.shares s on s.organization_id = d.organization_id and (s.delegation_id = d.id or s.partnership_id = d.partnership_id)
          cross join lateral unnest(s.fields) field
          where d.organization_id = organization and d.id = delegation and d.rule = 'public' and s.account_id::text = account and s.revoked_at is null);
      create function delegations.shared_fields(organization uuid, delegation uuid) returns text[] language sql stable parallel safe
        return delegations.fields_shared_with(organization, delegation, amity.reader());
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function delegations.shared_fields(uuid, uuid), delegations.fields_shared_with(uuid, uuid, text);
      drop table delegations.partner_entries, delegations.shares;
      drop function delegations.guard_share();
      alter table delegations.delegates drop column flights;
    `);
  }
}
