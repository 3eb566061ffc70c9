// What support keeps and cannot hand down itself, because it knows no area: uploaded files, results of jobs, letters.
import type { Id } from '@amity/kernel';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { dayOf, type RetentionKeeper, RetentionKeepers } from './retention.keepers.js';

const importFiles: RetentionKeeper = {
  key: 'import_files',
  subject: 'interchange.files',
  kept: `select f.id, ${dayOf('f.updated_at')} as "from", f.about is not null and privacy.holds_delegation($1, f.about) as is_held
    from interchange.files f where f.organization_id = $1`,
  erase: async (tx, ids) => void (await tx.query('delete from interchange.files where organization_id = $1 and id = any($2)', [ids])),
};

const jobResults: RetentionKeeper = {
  key: 'job_results',
  subject: 'interchange.jobs',
  kept: `select j.id, ${dayOf('j.updated_at')} as "from", privacy.holds_job($1, j.id) as is_held
    from interchange.jobs j where j.organization_id = $1 and j.result_sealed is not null and j.state not in ('queued', 'running')`,
  erase: async (tx, ids: readonly Id[]) =>
    void (await tx.query(
      `update interchange.jobs set result_sealed = null, version = version + 1 where organization_id = $1 and id = any($2)`,
      [ids],
    )),
};

const letters: RetentionKeeper = {
  key: 'letters',
  subject: 'messages.mail',
  kept: `select m.id, ${dayOf('coalesce(m.sent_at, m.created_at)')} as "from", privacy.holds_letter($1, m.id) as is_held
    from messages.mail m where m.organization_id = $1 and m.state <> 'queued'`,
  erase: async (tx, ids) => void (await tx.query('delete from messages.mail where organization_id = $1 and id = any($2)', [ids])),
};

@Injectable()
export class SupportKeepers implements OnModuleInit {
  constructor(private readonly keepers: RetentionKeepers) {}

  onModuleInit(): void {
    this.keepers.register(importFiles, jobResults, letters);
  }
}
