// A roster from a file: preview, dry run, and then the import as a job in one transaction, so that a file is on the roster
// whole or not at all. Dry run and import compute the same plan; the import computes it again under the delegation's lock.
import type { Actor } from '@amity/access';
import {
  rosterImportJob,
  RosterImport,
  rosterSheet,
  type RosterPreview,
  type RosterReading,
  type RosterReport,
  type RosterRow,
} from '@amity/delegations';
import { dryRun, previewOf, reportOf, type ImportPlan, type Job } from '@amity/interchange';
import { DomainError, Id } from '@amity/kernel';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { ImportFiles, Jobs, sentFile } from '../interchange/index.js';
import { DelegationEntity } from './delegation.entity.js';
import { knownDelegation } from './known-delegation.js';
import { RosterWriter } from './roster.writer.js';

/** Every bad row is listed, up to a file in which nothing is right. */
const listedRows = 5_000;
/** What a job is called whose delegation is under a rule. */
const rosterUnderRule = 'Roster of a delegation whose names are withheld';
const JobInput = RosterImport.extend({ delegationId: Id });

interface Planned {
  readonly fileName: string;
  readonly plan: ImportPlan<RosterRow>;
}

@Injectable()
export class RosterImports implements OnModuleInit {
  constructor(
    private readonly tenants: Tenants,
    private readonly files: ImportFiles,
    private readonly jobs: Jobs,
    private readonly roster: RosterWriter,
  ) {}

  onModuleInit(): void {
    this.jobs.register(rosterImportJob, (actor, input, report) => {
      const { delegationId, ...wanted } = JobInput.parse(input);
      return this.apply(actor, delegationId, wanted, report);
    });
  }

  async upload(actor: Actor, delegationId: Id, request: FastifyRequest): Promise<RosterPreview> {
    await this.tenants.read(actor, (tx) => knownDelegation(tx, delegationId));
    const file = await sentFile(request);
    if (!file) throw new DomainError('delegations.file_missing');
    const { id } = await this.files.keep(actor, file, delegationId);
    return this.preview(actor, delegationId, id, {});
  }

  preview(actor: Actor, delegationId: Id, fileId: Id, reading: RosterReading): Promise<RosterPreview> {
    return this.tenants.read(actor, async (tx) => {
      await knownDelegation(tx, delegationId);
      const { name, table } = await this.files.read(tx, fileId, reading);
      return { ...previewOf(table, rosterSheet, name), fileId };
    });
  }

  dryRun(actor: Actor, delegationId: Id, wanted: RosterImport): Promise<RosterReport> {
    return this.tenants.read(actor, async (tx) => {
      await knownDelegation(tx, delegationId);
      return reported(delegationId, await this.plan(tx, delegationId, wanted));
    });
  }

  start(actor: Actor, delegationId: Id, wanted: RosterImport): Promise<Job> {
    return this.tenants.write(actor, async (tx) => {
      const delegation = await tx.lock(DelegationEntity, delegationId, 'delegation');
      await knownDelegation(tx, delegationId);
      const [running] = await tx.query<{ id: Id }>(
        `select id from interchange.jobs
         where organization_id = $1 and state in ('queued', 'running') and kind = $2 and input->>'delegationId' = $3 limit 1`,
        [rosterImportJob, delegationId],
      );
      if (running) throw new DomainError('delegations.import_running', {}, { jobId: running.id });
      const { fileName, plan } = await this.plan(tx, delegationId, wanted);
      refuseUnsettled(plan);
      return this.jobs.start(tx, rosterImportJob, titleOf(delegation, fileName), { ...wanted, delegationId });
    });
  }

  private apply(
    actor: Actor,
    delegationId: Id,
    wanted: RosterImport,
    report: (done: number, total: number) => Promise<void>,
  ): Promise<RosterReport> {
    return this.tenants.write(actor, async (tx) => {
      await tx.lock(DelegationEntity, delegationId, 'delegation');
      const planned = await this.plan(tx, delegationId, wanted);
      refuseUnsettled(planned.plan);
      await this.roster.write(tx, delegationId, planned.plan, report);
      return reported(delegationId, planned);
    });
  }

  private async plan(tx: TenantTx, delegationId: Id, { fileId, mapping, reading }: RosterImport): Promise<Planned> {
    const { name, table } = await this.files.read(tx, fileId, reading);
    return { fileName: name, plan: dryRun(table, mapping, rosterSheet, await this.roster.stored(tx, delegationId)) };
  }
}

/** A column without a header, or a mapping that does not fit: nothing of the file can be read. An open question only keeps rows out. */
function refuseUnsettled(plan: ImportPlan<RosterRow>): void {
  const blocking = plan.obstacles.find((obstacle) => obstacle.choices.length === 0);
  if (blocking) throw new DomainError('delegations.import_unsettled', { sentence: blocking.sentence }, { obstacles: plan.obstacles });
}

/** A file's name may be a person's: under a rule the title says neither. */
function titleOf({ rule, name }: DelegationEntity, fileName: string): string {
  return rule === 'public' ? `${fileName} → ${name}` : rosterUnderRule;
}

function reported(delegationId: Id, { fileName, plan }: Planned): RosterReport {
  return { ...reportOf(plan, listedRows), fileName, delegationId };
}
