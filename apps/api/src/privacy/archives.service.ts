// The archive of a request for access or portability: made once it is sure who asks, kept sealed for seven days, handed out once, and
// on record as a reading of everything that is held in confidence.
import { type Actor, nameOf } from '@amity/access';
import { contentDisposition } from '@amity/documents';
import { DomainError, type Id } from '@amity/kernel';
import type { DataRequest } from '@amity/privacy';
import { Injectable, StreamableFile } from '@nestjs/common';
import { IdempotentCall } from '../database/idempotent-call.js';
import { Tenants } from '../database/tenants.js';
import { PersonEntity } from '../people/index.js';
import { ArchiveBuilder } from './archive.builder.js';
import { ArchiveEntity } from './request.entities.js';
import { RequestsRepository } from './requests.repository.js';
import { Requests } from './requests.service.js';

const keptDays = 7;

@Injectable()
export class Archives {
  constructor(
    private readonly tenants: Tenants,
    private readonly requests: Requests,
    private readonly repository: RequestsRepository,
    private readonly builder: ArchiveBuilder,
  ) {}

  /** Made anew, it takes the place of the one before. */
  make(actor: Actor, id: Id): Promise<DataRequest> {
    return this.tenants.write(actor, async (tx) => {
      const { personId, kind } = await this.requests.moving(tx, id, 'answered');
      if (kind !== 'access' && kind !== 'portability') throw new DomainError('privacy.no_archive');
      const now = new Date();
      const contents = (await this.builder.build(tx, personId, now)).toString('base64');
      await tx.recordRead(PersonEntity, [personId], ['archive'], 'data_subject_request');
      const before = await this.repository.archiveOf(tx, id);
      if (before) await tx.remove(ArchiveEntity, before.id, 'any', 'archive');
      const until = new Date(now.getTime() + keptDays * 86_400_000);
      await tx.insert(ArchiveEntity, { requestId: id, contents, until, takenAt: null, takenBy: null });
      return this.requests.one(tx, id);
    });
  }

  /** Whoever takes it is the only one: the bytes leave the database with this answer, and no repeated request finds them. */
  async take(actor: Actor, id: Id): Promise<StreamableFile> {
    const contents = await IdempotentCall.without(() =>
      this.tenants.write(actor, async (tx) => {
        const { personId } = await this.requests.moving(tx, id, 'answered');
        const archive = await this.repository.archiveOf(tx, id);
        if (!archive) throw new DomainError('kernel.unknown', { what: 'archive' });
        if (archive.takenBy !== null) throw new DomainError('privacy.archive_taken', { who: archive.takenBy });
        if (archive.contents === null || archive.until < new Date()) throw new DomainError('privacy.archive_over');
        await tx.recordRead(PersonEntity, [personId], ['archive'], 'data_subject_request');
        await tx.update(ArchiveEntity, archive.id, 'any', { contents: null, takenAt: new Date(), takenBy: nameOf(actor) }, 'archive');
        return archive.contents;
      }),
    );
    const bytes = Buffer.from(contents, 'base64');
    const disposition = contentDisposition('attachment', `data-request-${id.slice(-8)}.zip`); // a file name names nobody
    return new StreamableFile(bytes, { type: 'application/zip', disposition, length: bytes.byteLength });
  }

  /** Every night: what nobody took in time is gone. */
  async forgetExpired(organizationId: Id): Promise<void> {
    await this.tenants.write({ kind: 'system', organizationId, name: 'retention' }, (tx) => this.repository.emptyExpired(tx));
  }
}
