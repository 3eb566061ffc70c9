import type { MigrationInterface, QueryRunner } from 'typeorm';

// A session has a name of its own (its key is a secret's hash), knows the device it stands on, how its owner came in, and when
// they last showed that it is really them.
export class KnowDevices1763800011000 implements MigrationInterface {
  readonly name = 'KnowDevices1763800011000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table identity.sessions
        add column id uuid not null default gen_random_uuid(),
        add column device text not null default '' check (length(device) <= 60),
        add column network text not null default '' check (length(network) <= 60),
        add column method text not null default 'password'
          constraint sessions_method_known check (method in ('set_up', 'password', 'password_and_code', 'password_and_recovery_code', 'passkey', 'link', 'provider')),
        add column confirmed_at timestamptz not null default now();
      alter table identity.sessions add constraint sessions_id unique (id);
      alter table identity.sessions add constraint sessions_end_after_they_begin check (expires_at > created_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table identity.sessions drop constraint sessions_end_after_they_begin,
        drop column id, drop column device, drop column network, drop column method, drop column confirmed_at;
    `);
  }
}
