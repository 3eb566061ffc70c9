// People as records that something happens to, for tests of what knows no area: the audit log and the tenant transaction.
import { PersonDraft, type PersonInput } from '@amity/people';
import { aPerson } from '@amity/testing';
import type { TenantTx } from '../database/tenant-tx.js';
import { PersonEntity } from '../people/index.js';

export { PersonEntity };

export const somebody = (overrides: Partial<PersonInput> = {}): PersonDraft => PersonDraft.parse(aPerson({ email: null, ...overrides }));

export function addPerson(tx: TenantTx, overrides: Partial<PersonInput> = {}): Promise<PersonEntity> {
  return tx.insert(PersonEntity, somebody(overrides));
}

export function addPeople(tx: TenantTx, count: number): Promise<PersonEntity[]> {
  return tx.insertMany(
    PersonEntity,
    Array.from({ length: count }, (_, n) => somebody({ familyName: `Row ${n}` })),
  );
}
