// Areas above people may have a say in what is saved about somebody: what comes back from a form that was opened long ago, for
// example. They are asked inside the transaction, after the row is locked.
import type { Id } from '@amity/kernel';
import type { PersonDraft } from '@amity/people';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';

export type PersonFilter = (tx: TenantTx, id: Id, draft: PersonDraft) => Promise<PersonDraft>;

@Injectable()
export class PersonFilters {
  private readonly filters: PersonFilter[] = [];

  register(filter: PersonFilter): void {
    this.filters.push(filter);
  }

  async through(tx: TenantTx, id: Id, draft: PersonDraft): Promise<PersonDraft> {
    let filtered = draft;
    for (const filter of this.filters) filtered = await filter(tx, id, filtered);
    return filtered;
  }
}
