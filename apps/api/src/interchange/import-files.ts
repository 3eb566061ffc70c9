// Files on their way into Amity. A file is what its bytes are: the same bytes sent twice are one row, whatever the file is
// called. The size is refused before the bytes are taken in.
import { createHash } from 'node:crypto';
import type { Actor } from '@amity/access';
import { DomainError, type Id } from '@amity/kernel';
import type { Table } from '@amity/interchange';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { ImportFileEntity } from './import-file.entity.js';
import { renamedFile } from './renamed-file.js';
import { readingLimits, readTable, refuseTooLarge, UnreadableFile, type ReadingOptions } from './reading/index.js';

export interface SentFile {
  readonly name: string;
  readonly bytes: Buffer;
}

@Injectable()
export class ImportFiles {
  constructor(private readonly tenants: Tenants) {}

  /**
   * Keeps a file, or finds that it is kept already.
   * @param about the delegation whose roster it holds: whoever need not know its names cannot read the file
   * @throws UnreadableFile when it is too large
   */
  keep(actor: Actor, file: SentFile, about: Id | null = null): Promise<{ id: Id; name: string }> {
    refuseTooLarge(file.bytes.length);
    const sha256 = createHash('sha256').update(file.bytes).digest();
    return this.tenants.write(actor, async (tx) => {
      // the constraint files_kept_once keeps a second row out; the lock lets the second sender find the first one's row instead
      await tx.query(`select pg_advisory_xact_lock(hashtextextended($1::text || $2, 4712))`, [sha256.toString('hex')]);
      const kept = await tx.from(ImportFileEntity, 'f').where('f.sha256 = :sha256', { sha256 }).getOne();
      if (!kept) {
        const { id, name } = await tx.insert(ImportFileEntity, { name: file.name, about, sha256, bytes: file.bytes });
        return { id, name };
      }
      // the name is only for sentences, and the last one is the one the person knows it by
      await tx.update(ImportFileEntity, kept.id, 'any', { name: file.name, about: about ?? kept.about }, 'file');
      return { id: kept.id, name: file.name };
    });
  }

  /**
   * Puts other words into the rosters that were sent. A file that changed is another one from then on: the original, sent again, is new.
   * @param near ids of delegations and files that `rename` treats as being about the same person
   */
  async rename(tx: TenantTx, near: readonly Id[], rename: (cells: string[], isNear: boolean) => string[]): Promise<void> {
    const ids = await tx.query<{ id: Id }>('select id from interchange.files where organization_id = $1 and about is not null order by id');
    for (const { id } of ids) {
      const file = await tx.from(ImportFileEntity, 'f').addSelect('f.bytes').where('f.id = :id', { id }).getOne();
      const isNear = near.includes(id) || (file?.about ? near.includes(file.about) : false);
      const bytes = file && (await renamedFile(file.bytes, file.name, (cells) => rename(cells, isNear)));
      if (bytes)
        await tx.query('update interchange.files set bytes = $3, sha256 = $4 where organization_id = $1 and id = $2', [
          id,
          bytes,
          createHash('sha256').update(bytes).digest(),
        ]);
    }
  }

  /** The file as a table. @throws UnreadableFile */
  async read(tx: TenantTx, id: Id, options: Omit<ReadingOptions, 'fileName'>): Promise<{ name: string; table: Table }> {
    const file = await tx
      .from(ImportFileEntity, 'f')
      .addSelect('f.bytes')
      .where('f.id = :id', { id })
      .where('(f.about is null or delegations.known(f.organizationId, f.about))')
      .getOne();
    if (!file) throw new DomainError('kernel.unknown', { what: 'file' });
    return { name: file.name, table: await readTable(file.bytes, { fileName: file.name, ...options }) };
  }
}

/** The one file of a multipart request; null when there is none. One that is too large is refused on the size it announces. */
export async function sentFile(request: FastifyRequest): Promise<SentFile | null> {
  const announced = Number(request.headers['content-length'] ?? 0);
  const envelope = 10_000; // boundaries and part headers
  if (announced > readingLimits.fileMegabytes * 1_000_000 + envelope) {
    request.raw.resume(); // the rest is let through unread, so that the browser hears the answer
    refuseTooLarge(announced - envelope);
  }
  if (!request.isMultipart()) return null;
  const part = await request.file({ limits: { fileSize: readingLimits.fileMegabytes * 1_000_000 + 1 }, throwFileSizeLimit: false });
  if (!part) return null;
  const bytes = await part.toBuffer();
  if (part.file.truncated)
    throw new UnreadableFile('file_too_large', { size: readingLimits.fileMegabytes + 1, limit: readingLimits.fileMegabytes });
  return { name: shortName(part.filename), bytes };
}

/** Browsers send a bare name; anything before a slash is somebody's folder. */
function shortName(name: string): string {
  return name.replace(/^.*[\\/]/, '').slice(-200) || 'file';
}
