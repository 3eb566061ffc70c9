import type { MigrationInterface, QueryRunner } from 'typeorm';

// Only the hash of a personal link is kept. Answers stored for repeated requests and letters that were sent hold the links
// themselves: what earlier versions left there goes.
export class ForgetSpentLinks1763800008100 implements MigrationInterface {
  readonly name = 'ForgetSpentLinks1763800008100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table access.idempotency_keys no force row level security;
      delete from access.idempotency_keys;
      create index idempotency_keys_by_age on access.idempotency_keys (organization_id, created_at);
      alter table access.idempotency_keys force row level security;

      alter table messages.mail no force row level security;
      update messages.mail set text = regexp_replace(text, 'https?://[^[:space:]<>"]+', '…', 'g'), html = regexp_replace(html, 'https?://[^[:space:]<>"]+', '…', 'g')
      where state in ('sent', 'failed');
      alter table messages.mail force row level security;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index access.idempotency_keys_by_age`);
  }
}
