// Erasing a person: every area removes links and free text, what was told in confidence goes with its sealed bytes, the log loses what
// it said, and a nameless row stays, so that numbers that were published remain true. A tombstone keeps it so after a restore.
import { type Actor } from '@amity/access';
import { DomainError, type Id } from '@amity/kernel';
import type { DataRequest } from '@amity/privacy';
import { Inject, Injectable } from '@nestjs/common';
import { forget } from '../database/erasure.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { SETTINGS, type Settings } from '../settings.js';
import { PersonalDataOf } from './personal-data.js';
import { TombstoneEntity } from './request.entities.js';
import { Requests } from './requests.service.js';
import { TombstoneFile } from './tombstone-file.js';

type IdRow = { readonly id: Id };

@Injectable()
export class Erasures {
  private readonly file: TombstoneFile;

  constructor(
    private readonly tenants: Tenants,
    private readonly requests: Requests,
    private readonly data: PersonalDataOf,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.file = new TombstoneFile(settings.tombstones);
  }

  /** The file is written after the commit: a tombstone of somebody who is still there would be worse than one that comes at the next start. */
  async erase(actor: Actor, id: Id, version: number): Promise<DataRequest> {
    const hash = await this.file.hasher();
    const { answered, subjectHash } = await this.tenants.write(actor, async (tx) => {
      const request = await this.requests.moving(tx, id, 'answered');
      if (request.kind !== 'erasure') throw new DomainError('privacy.not_an_erasure');
      if (request.version !== version)
        throw new DomainError(
          'kernel.stale_version',
          { what: 'request' },
          { yours: version, currentVersion: request.version, current: null },
        );
      tx.because('The person asked to be erased.');
      const subject = hash(tx.organizationId, request.personId);
      await this.erasePerson(tx, request.personId, subject);
      const closed = { state: 'answered', closedOn: await this.requests.today(tx) } as const;
      return { answered: await this.requests.change(tx, id, 'any', closed), subjectHash: subject };
    });
    await this.file.append([{ organization: actor.organizationId, subject: subjectHash, at: new Date().toISOString() }]);
    return answered;
  }

  /** Everything about the person, in the caller's transaction. Under a legal hold the database refuses. */
  async erasePerson(tx: TenantTx, personId: Id, subjectHash: string): Promise<void> {
    const [held] = await tx.query<{ held: boolean }>('select privacy.holds_person($1, $2) as held', [personId]);
    if (held?.held) throw new DomainError('privacy.under_legal_hold');
    await tx.query('select from people.people where organization_id = $1 and id = $2 for update', [personId]); // a protection that ends now waits
    await this.data.erase(tx, personId);
    await tx.query(
      `update people.people set given_name = 'Erased person', family_name = '', native_name = null, name_order = 'given_first', salutation = null, email = null, phone = null,
         birth_date = null, country_code = null, languages = '{}', works_at = null, erased_at = now(), version = version + 1, updated_at = now()
       where organization_id = $1 and id = $2`,
      [personId],
    );
    await forget(tx, 'people.people', [personId], 'changed');
    const consents = await tx.manager.query<IdRow[]>('select forgotten as id from privacy.forget_consents($1) forgotten', [personId]);
    await forget(
      tx,
      'privacy.consents',
      consents.map(({ id }) => id),
    );
    const known = await tx.from(TombstoneEntity, 't').where('t.subjectHash = :subjectHash', { subjectHash }).getCount();
    if (known === 0) await tx.insert(TombstoneEntity, { subjectHash });
  }
}
