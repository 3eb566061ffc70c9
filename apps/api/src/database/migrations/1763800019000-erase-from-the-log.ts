import type { MigrationInterface, QueryRunner } from 'typeorm';

// What an entry says about a record may be erased; that it was written, by whom, when and about which record stays, and so does its
// hash, which the next entry follows from. `audit.erase` first holds each entry against the one before, and answers with a residue:
// the hash of what is left. Whoever erases records the residues in an entry of the chain; the verifier asks for them.
export class EraseFromTheLog1763800019000 implements MigrationInterface {
  readonly name = 'EraseFromTheLog1763800019000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table audit.entries add erased boolean not null default false,
        add constraint entries_erased_say_nothing check (not erased or (before is null and after is null and on_behalf_of is null and on_behalf_of_name is null));

      drop trigger only_added_to on audit.entries;
      create trigger only_added_to before delete or truncate on audit.entries for each statement execute function audit.refuse();
      create trigger never_edited before update of organization_id, id, at, actor, account_id, action, purpose, fields, subject, subject_id, number, hash
        on audit.entries for each statement execute function audit.refuse();

      -- Nothing but erasing, and that once
      create function audit.only_erase() returns trigger language plpgsql as $$
      begin
        if coalesce(current_setting('amity.concealing', true), '') <> '' and not new.erased then
          return new; -- words_alone_are_concealed holds that against the original it needs
        end if;
        if old.erased or not new.erased or new.reason is distinct from (case when old.action = 'exported' then old.reason end) then
          raise exception using errcode = 'insufficient_privilege', message = 'audit.entries is only ever added to: update is refused.';
        end if;
        return new;
      end $$;
      create trigger only_erased before update on audit.entries for each row execute function audit.only_erase();

      -- Runs as the owner, because the app may add and read and nothing else. Row-level security holds the owner too.
      create function audit.erase(entry_subject text, ids uuid[]) returns table (entry bigint, residue text)
      language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        e audit.entries;
        previous bytea;
      begin
        for e in select * from audit.entries x
          where x.organization_id = amity.organization() and x.subject = entry_subject and x.subject_id = any (ids) and not x.erased
          order by x.number
        loop
          select x.hash into previous from audit.entries x where x.organization_id = e.organization_id and x.number = e.number - 1;
          -- What a concealed entry said is sealed where this function cannot read it; its original goes with it.
          delete from audit.originals o where o.organization_id = e.organization_id and o.entry_id = e.id;
          if not found and audit.link(coalesce(previous, decode(repeat('00', 32), 'hex')), e) <> e.hash then
            raise exception using errcode = 'data_corrupted', message = format('The log is broken at entry %s: nothing was erased.', e.number);
          end if;
          update audit.entries x set before = null, after = null, on_behalf_of = null, on_behalf_of_name = null, erased = true,
              reason = case when x.action = 'exported' then x.reason end
            where x.organization_id = e.organization_id and x.id = e.id returning x.* into e;
          entry := e.number;
          residue := encode(audit.link(e.hash, e), 'hex');
          return next;
        end loop;
      end $$;
      revoke execute on function audit.only_erase(), audit.erase(text, uuid[]) from public;
      grant execute on function audit.erase(text, uuid[]) to amity_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function audit.erase(text, uuid[]);
      drop trigger only_erased on audit.entries;
      drop trigger never_edited on audit.entries;
      drop trigger only_added_to on audit.entries;
      drop function audit.only_erase();
      create trigger only_added_to before update or delete or truncate on audit.entries for each statement execute function audit.refuse();
      alter table audit.entries drop constraint entries_erased_say_nothing, drop erased;
    `);
  }
}
