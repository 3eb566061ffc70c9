// Notes of a dialogue are working notes: what was said under the rule stays in nobody's files.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type RetentionKeeper, RetentionKeepers } from '../privacy/index.js';

const dialogueNotes: RetentionKeeper = {
  key: 'dialogue_notes',
  subject: 'visits.appointments',
  kept: `select a.id, (a.ends_at at time zone a.zone)::date as "from", privacy.holds_visit($1, a.visit_id) as is_held
    from visits.appointments a
    join visits.visits v on v.organization_id = a.organization_id and v.id = a.visit_id
    join delegations.delegations d on d.organization_id = v.organization_id and d.id = v.delegation_id
    where a.organization_id = $1 and a.notes is not null and delegations.stricter(d.rule, a.rule) <> 'public'`,
  erase: async (tx, ids) =>
    void (await tx.query(
      `update visits.appointments set notes = null, version = version + 1, updated_at = now() where organization_id = $1 and id = any($2)`,
      [ids],
    )),
};

@Injectable()
export class VisitsKeepers implements OnModuleInit {
  constructor(private readonly keepers: RetentionKeepers) {}

  onModuleInit(): void {
    this.keepers.register(dialogueNotes);
  }
}
