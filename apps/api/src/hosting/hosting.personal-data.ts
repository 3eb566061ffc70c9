import type { Id } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import { forget } from '../database/erasure.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { type Gathered, type PersonalData, PersonalDataOf } from '../privacy/index.js';
import { CheckEntity, HouseholdEntity, MemberEntity } from './hosting.entities.js';

type IdRow = { readonly id: Id };

/** A RFC 2606 address: nobody is written to. */
const nowhere = 'erased@amity.invalid';

/**
 * Somebody's home and what was checked about them. The family's mail address, telephone and notes are those of its contact. When nobody
 * who could be named is left, the home itself is forgotten; while others live there it stays theirs. Checks stay their years: they
 * say which, when and how it ended, and of nobody any more.
 */
@Injectable()
export class HostingPersonalData implements PersonalData {
  readonly area = 'hosting';

  constructor(registry: PersonalDataOf) {
    registry.register(this);
  }

  async gather(tx: TenantTx, personId: Id): Promise<Gathered> {
    const member = await tx.from(MemberEntity, 'm').where('m.personId = :personId', { personId }).getOne();
    if (!member) return { records: { home: [], checks: [] } };
    const home = await tx.get(HouseholdEntity, member.householdId, 'family');
    const { address, postalCode, town, beds, room, languages, dietOffered, state } = home;
    const contact = member.relation === 'contact' ? { name: home.name, email: home.email, phone: home.phone, notes: home.notes } : {};
    const checks = await tx
      .from(CheckEntity, 'c')
      .where('c.householdId = :id and (c.memberId is null or c.memberId = :memberId)', { id: home.id, memberId: member.id })
      .orderBy('c.id')
      .getMany();
    const others = await tx.from(MemberEntity, 'm').where('m.householdId = :id', { id: home.id }).getMany();
    return {
      records: {
        home: [{ as: member.relation, address, postalCode, town, beds, room, languages, dietOffered, state, ...contact }],
        checks: checks.map(({ outcome, checkedOn, validUntil, provider }) => ({ outcome, checkedOn, validUntil, provider })),
      },
      companions: others.map((other) => other.personId),
    };
  }

  async erase(tx: TenantTx, personId: Id): Promise<void> {
    const [home] = await tx.query<IdRow & { is_contact: boolean; others: number }>(
      `select m.household_id as id, m.relation = 'contact' as is_contact,
         (select count(*)::int from hosting.members o join people.people p on p.organization_id = o.organization_id and p.id = o.person_id
          where o.organization_id = m.organization_id and o.household_id = m.household_id and o.person_id <> $2 and p.erased_at is null) as others
       from hosting.members m where m.organization_id = $1 and m.person_id = $2`,
      [personId],
    );
    const signUps = await tx.query<IdRow>(
      `with done as (delete from hosting.sign_ups s where s.organization_id = $1
         and (s.household_id = $3 or s.email = (select p.email from people.people p where p.organization_id = $1 and p.id = $2)) returning s.id) select id from done`,
      [personId, home?.id ?? null],
    );
    await forget(
      tx,
      'hosting.sign_ups',
      signUps.map(({ id }) => id),
    );
    await tx.query('delete from identity.links where organization_id = $1 and subject_id = any($2)', [
      [...signUps.map(({ id }) => id), ...(home?.is_contact ? [home.id] : [])],
    ]);
    if (!home || (!home.is_contact && home.others > 0)) return;
    const whole = `, name = 'Erased family', address = '—', postal_code = null, town = '—', latitude = null, longitude = null, state = 'declined'`;
    await tx.query(
      `update hosting.households set email = $3, phone = null, notes_sealed = null, version = version + 1, updated_at = now() ${home.others === 0 ? whole : ''}
       where organization_id = $1 and id = $2`,
      [home.id, nowhere],
    );
    await forget(tx, 'hosting.households', [home.id], 'changed');
  }
}
