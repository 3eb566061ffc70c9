import type { MigrationInterface, QueryRunner } from 'typeorm';

// When those who decide about a lost second factor were written to: once a request, whoever tries how often.
export class TellThoseWhoDecide1763800021000 implements MigrationInterface {
  readonly name = 'TellThoseWhoDecide1763800021000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table access.recoveries add column told_at timestamptz`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table access.recoveries drop column told_at`);
  }
}
