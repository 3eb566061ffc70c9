// What privacy itself holds, and what support holds and cannot hand down: what was told in confidence, consents, requests, letters.
import type { Id } from '@amity/kernel';
import { redacted } from '@amity/privacy';
import { Injectable } from '@nestjs/common';
import { forget } from '../database/erasure.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { ConsentEntity } from './consent.entities.js';
import { deleteFacts } from './facts.deletion.js';
import { type Gathered, type PersonalData, PersonalDataOf } from './personal-data.js';
import { FactEntity } from './privacy.entities.js';
import { RequestEntity } from './request.entities.js';

type IdRow = { readonly id: Id };

@Injectable()
export class OwnPersonalData implements PersonalData {
  readonly area = 'privacy';

  constructor(registry: PersonalDataOf) {
    registry.register(this);
  }

  async gather(tx: TenantTx, personId: Id): Promise<Gathered> {
    const facts = await tx.from(FactEntity, 'f').where('f.personId = :personId', { personId }).orderBy('f.id').getMany();
    const consents = await tx.from(ConsentEntity, 'c').where('c.personId = :personId', { personId }).orderBy('c.id').getMany();
    const requests = await tx.from(RequestEntity, 'r').where('r.personId = :personId', { personId }).orderBy('r.id').getMany();
    const letters = await tx.query<{ subject: string; at: string }>(
      `select m.subject, to_char(coalesce(m.sent_at, m.created_at) at time zone 'UTC', 'YYYY-MM-DD') as at from messages.mail m
       join people.people p on p.organization_id = m.organization_id and p.email = lower(m.recipient) where m.organization_id = $1 and p.id = $2 order by m.id`,
      [personId],
    );
    return {
      records: {
        toldInConfidence: facts.map(({ kind, value, updatedAt }) => ({
          kind,
          ...(kind === 'emergency_contact' ? { ...value, name: redacted, phone: redacted } : value),
          toldOn: updatedAt.toISOString(),
        })),
        consents: consents.map(({ purpose, decision, language, edition, by, createdAt }) => ({
          purpose,
          decision,
          language,
          edition,
          by,
          at: createdAt.toISOString(),
        })),
        requests: requests.map(({ kind, state, receivedOn, dueOn, wish, closedOn }) => ({
          kind,
          state,
          receivedOn,
          dueOn,
          wish,
          closedOn,
        })),
        letters,
      },
    };
  }

  /** Letters to the person, and letters to others that name them. */
  async erase(tx: TenantTx, personId: Id): Promise<void> {
    const facts = (await tx.query<IdRow>('select id from privacy.facts where organization_id = $1 and person_id = $2', [personId])).map(
      ({ id }) => id,
    );
    await deleteFacts(tx, facts);
    await forget(tx, 'privacy.facts', facts);
    const letters = await tx.query<IdRow>(
      `with done as (delete from messages.mail m using people.people p where m.organization_id = $1 and p.organization_id = m.organization_id and p.id = $2 and m.state <> 'queued'
         and (lower(m.recipient) = p.email or position(visits.spoken_name(p.given_name, p.family_name, p.name_order) in m.subject || ' ' || m.text) > 0)
       returning m.id) select id from done`,
      [personId],
    );
    await forget(
      tx,
      'messages.mail',
      letters.map(({ id }) => id),
    );
    await this.emptyVault(tx, personId);
    const requests = await tx.query<IdRow>(
      `with done as (update privacy.requests set wish = null, answer = null, asker_name = null, version = version + 1, updated_at = now()
       where organization_id = $1 and person_id = $2 returning id) select id from done`,
      [personId],
    );
    await tx.query(
      `delete from privacy.archives a using privacy.requests r
       where a.organization_id = $1 and r.organization_id = a.organization_id and r.id = a.request_id and r.person_id = $2`,
      [personId],
    );
    await forget(
      tx,
      'privacy.requests',
      requests.map(({ id }) => id),
      'changed',
    );
    await tx.query('delete from identity.links where organization_id = $1 and subject_id = $2', [personId]);
  }

  /** Who they really were, who asked to know it, and who to end it: nobody can any more. */
  private async emptyVault(tx: TenantTx, personId: Id): Promise<void> {
    for (const table of ['privacy.reveals', 'privacy.endings', 'privacy.vault']) {
      const rows = await tx.query<IdRow>(
        `with done as (delete from ${table} where organization_id = $1 and person_id = $2 returning id) select id from done`,
        [personId],
      );
      await forget(
        tx,
        table,
        rows.map(({ id }) => id),
      );
    }
  }
}
