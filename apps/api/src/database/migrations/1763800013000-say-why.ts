import type { MigrationInterface, QueryRunner } from 'typeorm';

// An entry also says why and for whom, and reads of sensitive fields are entries like changes are.
export class SayWhy1763800013000 implements MigrationInterface {
  readonly name = 'SayWhy1763800013000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table audit.entries
        add reason text constraint entries_reason_length check (length(reason) between 1 and 500),
        add on_behalf_of uuid,
        add on_behalf_of_name text,
        add purpose text constraint entries_purpose_form check (purpose ~ '^[a-z]+(_[a-z]+)*$'),
        add fields text[],
        add constraint entries_behalf_named check ((on_behalf_of is null) = (on_behalf_of_name is null)),
        add constraint entries_read_for_a_purpose check ((action = 'read') = (purpose is not null) and (action = 'read') = (cardinality(fields) is not null and cardinality(fields) > 0)),
        add constraint entries_read_changes_nothing check (action <> 'read' or (before is null and after is null)),
        add constraint entries_export_has_a_reason check (action <> 'exported' or reason is not null),
        drop constraint entries_action_check,
        add constraint entries_action_known check (action in ('created', 'changed', 'removed', 'read', 'exported'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table audit.entries drop constraint entries_action_known, drop constraint entries_read_for_a_purpose, drop constraint entries_read_changes_nothing, drop reason, drop on_behalf_of,
        drop on_behalf_of_name, drop purpose, drop fields, add constraint entries_action_check check (action in ('created', 'changed', 'removed'));
    `);
  }
}
