import type { MigrationInterface, QueryRunner } from 'typeorm';

// All eight roles that a membership may have.
export class NameMoreRoles1763800010000 implements MigrationInterface {
  readonly name = 'NameMoreRoles1763800010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table access.memberships drop constraint memberships_roles_check;
      alter table access.memberships add constraint memberships_roles_known check (roles <@ array[
        'administrator', 'coordinator', 'program_officer', 'safeguarding_lead', 'volunteer', 'host', 'delegate', 'partner_coordinator']::text[]);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table access.memberships drop constraint memberships_roles_known;
      alter table access.memberships add constraint memberships_roles_check check (roles <@ array['administrator', 'coordinator', 'program_officer']::text[]);
    `);
  }
}
