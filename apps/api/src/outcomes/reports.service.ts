// The outcomes report: computed once, suppressed once, and then written three ways. Screen, paper and workbook can therefore
// never disagree, and nothing that was withheld in one stands in another.
import { createHash } from 'node:crypto';
import type { Actor } from '@amity/access';
import { contentDisposition, safeFileName } from '@amity/documents';
import { dayIn, DomainError, type Id } from '@amity/kernel';
import { reportOf, type OutcomesReport, type ReportQuery } from '@amity/outcomes';
import { Injectable, StreamableFile } from '@nestjs/common';
import { Organizations } from '../access/index.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { PdfEngine, SpreadsheetWriter } from '../documents/index.js';
import { Indicators } from './indicators.service.js';
import { paperOf } from './report.paper.js';
import { dictionaryLabels, sheetsOf } from './report.sheets.js';
import { WavesRepository } from './waves.repository.js';
import { toRawWave } from './waves.rows.js';

@Injectable()
export class Reports {
  constructor(
    private readonly tenants: Tenants,
    private readonly organizations: Organizations,
    private readonly indicators: Indicators,
    private readonly waves: WavesRepository,
    private readonly pdf: PdfEngine,
    private readonly sheets: SpreadsheetWriter,
  ) {}

  report(actor: Actor, { delegationId }: ReportQuery): Promise<OutcomesReport> {
    return this.tenants.read(actor, async (tx) => {
      const organization = await this.organizations.of(tx);
      const today = dayIn(organization.zone, new Date());
      const frame = {
        organizationName: organization.name,
        delegation: delegationId ? await delegationOf(tx, delegationId) : null,
        indicators: await this.indicators.ofReport(tx, delegationId),
      };
      const rows = await this.waves.answered(tx, { delegationId });
      const report = reportOf(
        frame,
        rows.map((row) => toRawWave(row, today)),
      );
      return { ...report, snapshot: `sha256:${createHash('sha256').update(JSON.stringify(report)).digest('hex')}` };
    });
  }

  async paper(actor: Actor, query: ReportQuery): Promise<StreamableFile> {
    const paper = paperOf(await this.report(actor, query));
    const pdf = await this.pdf.render('outcomes-report', paper, { title: paper.title, language: 'en' });
    const disposition = contentDisposition('attachment', safeFileName(`${paper.title} ${paper.subtitle ?? ''}`.trim(), 'pdf'));
    return new StreamableFile(pdf, { type: 'application/pdf', disposition, length: pdf.byteLength });
  }

  async workbook(actor: Actor, query: ReportQuery): Promise<StreamableFile> {
    const report = await this.report(actor, query);
    const title = `Outcomes ${report.delegation?.name ?? report.organizationName}`;
    const stream = this.sheets.writeWorkbook(sheetsOf(report), { dictionary: dictionaryLabels, title, author: report.organizationName });
    return new StreamableFile(stream, {
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      disposition: contentDisposition('attachment', safeFileName(title, 'xlsx')),
    });
  }
}

async function delegationOf(tx: TenantTx, id: Id): Promise<NonNullable<OutcomesReport['delegation']>> {
  const [found] = await tx.query<NonNullable<OutcomesReport['delegation']>>(
    `select d.id, delegations.shown_name(d.organization_id, d.id) as name, d.arrives_on::text as "arrivesOn", d.departs_on::text as "departsOn",
       (select count(*)::int from delegations.delegates g where g.organization_id = d.organization_id and g.delegation_id = d.id) as "delegateCount"
     from delegations.delegations d where d.organization_id = $1 and d.id = $2`,
    [id],
  );
  if (!found) throw new DomainError('kernel.unknown', { what: 'delegation' });
  return found;
}
