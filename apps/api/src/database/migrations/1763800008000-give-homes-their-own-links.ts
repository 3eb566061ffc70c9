import type { MigrationInterface, QueryRunner } from 'typeorm';

// A family's page gets links of its own, to the household; the link of a draft opens the draft and nothing else. A sign-up whose
// address was known already is confirmed without a household, and a household comes from one sign-up at most.
export class GiveHomesTheirOwnLinks1763800008000 implements MigrationInterface {
  readonly name = 'GiveHomesTheirOwnLinks1763800008000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table hosting.sign_ups no force row level security; -- the owner sees every organization's rows for these statements
      alter table hosting.sign_ups drop constraint sign_ups_confirmed_has_household;
      alter table hosting.sign_ups add constraint sign_ups_household_is_confirmed check (household_id is null or state = 'confirmed');

      -- Whoever was tied to a household later than its own sign-up may be a stranger: that tie ends, and with it its links.
      update hosting.sign_ups late set household_id = null
      where exists (select from hosting.sign_ups own
        where own.organization_id = late.organization_id and own.household_id = late.household_id and (own.updated_at, own.id) < (late.updated_at, late.id));
      update identity.links l set purpose = 'hosting.home', subject_id = s.household_id
      from hosting.sign_ups s
      where l.purpose = 'hosting.sign_up' and l.expires_at is null
        and s.organization_id = l.organization_id and s.id = l.subject_id and s.household_id is not null;
      delete from identity.links where purpose = 'hosting.sign_up' and expires_at is null;

      drop index hosting.sign_ups_by_household;
      create unique index sign_ups_household_once on hosting.sign_ups (organization_id, household_id) where household_id is not null;
      alter table hosting.sign_ups force row level security;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table hosting.sign_ups no force row level security;
      drop index hosting.sign_ups_household_once;
      create index sign_ups_by_household on hosting.sign_ups (organization_id, household_id) where household_id is not null;
      alter table hosting.sign_ups drop constraint sign_ups_household_is_confirmed;
      update identity.links l set purpose = 'hosting.sign_up', subject_id = s.id
      from hosting.sign_ups s where l.purpose = 'hosting.home' and s.organization_id = l.organization_id and s.household_id = l.subject_id;
      delete from hosting.sign_ups where state = 'confirmed' and household_id is null;
      alter table hosting.sign_ups add constraint sign_ups_confirmed_has_household check ((state = 'confirmed') = (household_id is not null));
      alter table hosting.sign_ups force row level security;
    `);
  }
}
