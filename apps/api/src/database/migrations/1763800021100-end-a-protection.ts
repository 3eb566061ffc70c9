import type { MigrationInterface, QueryRunner } from 'typeorm';

// A protection ends when two people agreed, or when the person is erased, and in no other way: what leaves the vault is held against that
// at the commit. Who asks and who decides is whoever the transaction belongs to, so that nobody writes the second voice down for somebody else.
export class EndAProtection1763800021100 implements MigrationInterface {
  readonly name = 'EndAProtection1763800021100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table privacy.endings (
        organization_id uuid not null references identity.organizations (id),
        id uuid not null,
        person_id uuid not null,
        protection_id uuid not null,
        state text not null default 'requested' check (state in ('requested', 'ended', 'refused', 'withdrawn')),
        reason bytea not null check (amity.is_sealed(reason)),
        requested_by uuid not null,
        requested_by_name text not null,
        decided_by uuid,
        decided_by_name text,
        decided_at timestamptz,
        answer bytea check (amity.is_sealed(answer)),
        alias_email text,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (organization_id, id),
        constraint endings_of_person foreign key (organization_id, person_id) references people.people (organization_id, id),
        constraint endings_take_two check (decided_by <> requested_by),
        constraint endings_decided_by_somebody check (
          (state in ('ended', 'refused')) = (decided_by is not null) and (decided_by is null) = (decided_by_name is null)
          and (decided_by is null) = (answer is null) and (state = 'requested') = (decided_at is null)),
        constraint endings_keep_an_address_of_the_ended check (alias_email is null or state = 'ended')
      );
      create unique index endings_asked_once on privacy.endings (organization_id, person_id) where state = 'requested';
      create unique index endings_once on privacy.endings (organization_id, protection_id) where state = 'ended';
      create index endings_by_alias on privacy.endings (organization_id, alias_email) where alias_email is not null;
      select amity.protect('privacy.endings');

      create function privacy.keep_two_voices() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then
          if new.state <> 'requested' or new.requested_by::text is distinct from amity.reader() then
            raise exception 'Whoever asks does it themself, and decides nothing.' using errcode = '23514', constraint = 'endings_by_themselves';
          end if;
          return new;
        end if;
        if old.state <> 'requested' or (new.person_id, new.protection_id, new.requested_by) is distinct from (old.person_id, old.protection_id, old.requested_by) then
          raise exception 'A request that was decided is not changed any more.' using errcode = '23514', constraint = 'endings_decided_once';
        end if;
        if new.decided_by is not null and new.decided_by::text is distinct from amity.reader() then
          raise exception 'Whoever decides does it themself.' using errcode = '23514', constraint = 'endings_by_themselves';
        end if;
        return new;
      end $$;
      create trigger endings_by_two before insert or update of state, person_id, protection_id, requested_by, decided_by on privacy.endings
        for each row execute function privacy.keep_two_voices();

      create function privacy.keep_protection() returns trigger language plpgsql as $$
      begin
        if not exists (select from privacy.endings e where e.organization_id = old.organization_id and e.protection_id = old.id and e.state = 'ended')
          and not exists (select from people.people p where p.organization_id = old.organization_id and p.id = old.person_id and p.erased_at is not null)
        then
          raise exception 'A protection ends when two people agreed, or with the person.' using errcode = '23514', constraint = 'vault_ends_by_two';
        end if;
        return null;
      end $$;
      create constraint trigger vault_ends_by_two after delete on privacy.vault deferrable initially deferred
        for each row execute function privacy.keep_protection();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger vault_ends_by_two on privacy.vault;
      drop table privacy.endings;
      drop function privacy.keep_protection(), privacy.keep_two_voices();
    `);
  }
}
