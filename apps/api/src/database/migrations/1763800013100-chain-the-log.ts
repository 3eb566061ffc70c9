import type { MigrationInterface, QueryRunner } from 'typeorm';

// The log is a chain, one an organization: the trigger numbers an entry and hashes it together with the one before. The head is
// locked from an organization's first entry to the commit, which is why TenantTx writes its entries last.
// The form that is hashed is written down a second time in libs/audit/src/chain.ts; audit.int.spec holds the two together.
export class ChainTheLog1763800013100 implements MigrationInterface {
  readonly name = 'ChainTheLog1763800013100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit.heads (
        organization_id uuid primary key references identity.organizations (id),
        number bigint not null check (number >= 0),
        hash bytea not null check (length(hash) = 32)
      );
      select amity.protect('audit.heads', 'select');

      alter table audit.entries add number bigint, add hash bytea;

      create function audit.part(value text) returns text language sql immutable parallel safe
        return case when value is null then '-,' else octet_length(value) || ':' || value || ',' end;

      create function audit.form(e audit.entries) returns text language sql stable parallel safe
        return audit.part('amity-audit-1') || audit.part(e.organization_id::text) || audit.part(e.id::text)
          || audit.part(to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) || audit.part(e.actor) || audit.part(e.account_id::text)
          || audit.part(e.on_behalf_of::text) || audit.part(e.on_behalf_of_name) || audit.part(e.reason) || audit.part(e.action)
          || audit.part(e.purpose) || audit.part(to_jsonb(e.fields)::text) || audit.part(e.subject) || audit.part(e.subject_id::text)
          || audit.part(e.before::text) || audit.part(e.after::text);

      create function audit.link(previous bytea, e audit.entries) returns bytea language sql stable parallel safe
        return sha256(previous || convert_to(audit.form(e), 'UTF8'));

      -- What was written before there was a chain, in the order in which it was shown until now. Each organization in turn, because
      -- row-level security holds the owner too.
      do $$
      declare
        organization uuid;
        entry audit.entries;
        last_number bigint;
        last_hash bytea;
      begin
        for organization in select id from identity.organizations loop
          perform set_config('app.organization_id', organization::text, true);
          last_number := 0;
          last_hash := decode(repeat('00', 32), 'hex');
          for entry in select * from audit.entries where organization_id = organization order by id loop
            last_number := last_number + 1;
            last_hash := audit.link(last_hash, entry);
            update audit.entries set number = last_number, hash = last_hash where organization_id = organization and id = entry.id;
          end loop;
          insert into audit.heads values (organization, last_number, last_hash);
        end loop;
        perform set_config('app.organization_id', '', true);
      end $$;

      alter table audit.entries
        alter number set not null,
        alter hash set not null,
        add constraint entries_number_from_one check (number > 0),
        add constraint entries_hash_is_sha256 check (length(hash) = 32),
        add constraint entries_numbered_once unique (organization_id, number);
      create index entries_at on audit.entries (organization_id, at);

      -- Runs as the owner, because the app may read the head and never move it. Entries of the same statement stand past the head.
      -- The planner is kept on the index: it has no statistics of rows that this very statement adds.
      create function audit.chain() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
      declare
        last_number bigint;
        last_hash bytea;
        written record;
      begin
        select h.number, h.hash into last_number, last_hash from audit.heads h where h.organization_id = new.organization_id for update;
        if not found then
          insert into audit.heads values (new.organization_id, 0, decode(repeat('00', 32), 'hex')) on conflict do nothing;
          select h.number, h.hash into last_number, last_hash from audit.heads h where h.organization_id = new.organization_id for update;
        end if;
        select e.number, e.hash into written from audit.entries e
          where e.organization_id = new.organization_id and e.number > last_number order by e.number desc limit 1;
        if found then
          last_number := written.number;
          last_hash := written.hash;
        end if;
        new.number := last_number + 1;
        new.hash := audit.link(last_hash, new);
        return new;
      end $$;

      create function audit.move_head() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        update audit.heads h set number = w.number, hash = w.hash
        from (select distinct on (organization_id) organization_id, number, hash from written order by organization_id, number desc) w
        where h.organization_id = w.organization_id;
        return null;
      end $$;

      create function audit.refuse() returns trigger language plpgsql as $$
      begin
        raise exception using errcode = 'insufficient_privilege',
          message = format('%s is only ever added to: %s is refused.', tg_table_schema || '.' || tg_table_name, lower(tg_op));
      end $$;

      create trigger chain before insert on audit.entries for each row execute function audit.chain();
      create trigger move_head after insert on audit.entries referencing new table as written for each statement execute function audit.move_head();
      create trigger only_added_to before update or delete or truncate on audit.entries for each statement execute function audit.refuse();
      create trigger never_removed before delete or truncate on audit.heads for each statement execute function audit.refuse();
      revoke execute on function audit.chain(), audit.move_head(), audit.refuse() from public;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table audit.heads;
      alter table audit.entries drop number, drop hash;
      drop trigger chain on audit.entries;
      drop trigger move_head on audit.entries;
      drop trigger only_added_to on audit.entries;
      drop index audit.entries_at;
      drop function audit.link(bytea, audit.entries);
      drop function audit.form(audit.entries);
      drop function audit.part(text), audit.chain(), audit.move_head(), audit.refuse();
    `);
  }
}
