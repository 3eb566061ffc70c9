// The import of a list of twin towns from the web: the file is kept, a job looks first and writes when it is told to.
import type { Actor } from '@amity/access';
import type { Job } from '@amity/interchange';
import { DomainError } from '@amity/kernel';
import { TwinTownImport, textOf, type TwinTownFile } from '@amity/partnerships';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { ImportFiles, Jobs, sentFile } from '../interchange/index.js';
import { TwinTowns } from './twin-towns.js';

const kind = 'partnerships.import';

@Injectable()
export class TwinTownImports implements OnModuleInit {
  constructor(
    private readonly tenants: Tenants,
    private readonly files: ImportFiles,
    private readonly jobs: Jobs,
    private readonly twinTowns: TwinTowns,
  ) {}

  onModuleInit(): void {
    this.jobs.register(kind, async (actor, input, report) => {
      const { fileId, dryRun } = TwinTownImport.parse(input);
      const { bytes } = await this.tenants.read(actor, (tx) => fileOf(tx, fileId));
      return this.twinTowns.import(actor, textOf(bytes), dryRun, report);
    });
  }

  async keep(actor: Actor, request: FastifyRequest): Promise<TwinTownFile> {
    const file = await sentFile(request);
    if (!file) throw new DomainError('partnerships.no_file');
    return this.files.keep(actor, file);
  }

  start(actor: Actor, order: TwinTownImport): Promise<Job> {
    return this.tenants.write(actor, async (tx) => {
      const { name } = await fileOf(tx, order.fileId);
      return this.jobs.start(tx, kind, order.dryRun ? `Checking ${name}` : `Importing ${name}`, order);
    });
  }
}

async function fileOf(tx: TenantTx, id: string): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await tx.query<{ name: string; bytes: Buffer }>(
    `select name, bytes from interchange.files where organization_id = $1 and id = $2
       and (about is null or delegations.known(organization_id, about))`,
    [id],
  );
  if (!file) throw new DomainError('kernel.unknown', { what: 'file' });
  return file;
}
