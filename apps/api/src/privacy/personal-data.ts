// Who holds what about a person: each area hands down how it is gathered and how it is erased, so that nothing here has to know it.
// Areas register when they are built, because the command line uses them without starting the application.
import type { Id } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';

export interface Gathered {
  /** Under a word for each kind of record: what is held, as plain JSON. Names of others may stand in texts: they are taken out afterwards. */
  readonly records: Readonly<Record<string, readonly object[]>>;
  /** People who were close by, so that their first names alone would tell. */
  readonly companions?: readonly Id[];
}

export interface PersonalData {
  readonly area: string;
  gather(tx: TenantTx, personId: Id): Promise<Gathered>;
  /** Removes links and free text with statements that leave no copy, and hands the records to `forget`. The person is still there. */
  erase(tx: TenantTx, personId: Id): Promise<void>;
}

@Injectable()
export class PersonalDataOf {
  private readonly areas: PersonalData[] = [];

  register(data: PersonalData): void {
    this.areas.push(data);
  }

  /** By area, in the order of their words. */
  async gather(tx: TenantTx, personId: Id): Promise<{ records: Record<string, Gathered['records']>; companions: Id[] }> {
    const records: Record<string, Gathered['records']> = {};
    const companions = new Set<Id>();
    for (const each of [...this.areas].sort((a, b) => (a.area < b.area ? -1 : 1))) {
      const gathered = await each.gather(tx, personId);
      records[each.area] = gathered.records;
      for (const id of gathered.companions ?? []) companions.add(id);
    }
    return { records, companions: [...companions].filter((id) => id !== personId) };
  }

  async erase(tx: TenantTx, personId: Id): Promise<void> {
    for (const each of this.areas) await each.erase(tx, personId);
  }
}
