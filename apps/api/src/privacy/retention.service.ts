// What an organization keeps, how long, and what will go; the evidence of what went.
import type { Actor } from '@amity/access';
import { contentDisposition, safeFileName } from '@amity/documents';
import { addDays, dayIn, DomainError, type Id, type Page, type PageQuery } from '@amity/kernel';
import { type DeletionCertificate, isWithinBounds, type KeepDraft, latestStart, type RetentionOverview } from '@amity/privacy';
import { Injectable, StreamableFile } from '@nestjs/common';
import { Organizations } from '../access/index.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { PdfEngine } from '../documents/index.js';
import { certificatePaper } from './certificate.paper.js';
import { DeletionCertificateEntity, RetentionPolicyEntity } from './retention.entities.js';
import { RetentionKeepers } from './retention.keepers.js';
import { keepOf, toCertificate, toPolicy } from './retention.mapper.js';
import { RetentionRepository } from './retention.repository.js';

/** How far the preview looks ahead. */
const previewDays = 90;

@Injectable()
export class Retention {
  constructor(
    private readonly tenants: Tenants,
    private readonly retention: RetentionRepository,
    private readonly keepers: RetentionKeepers,
    private readonly organizations: Organizations,
    private readonly pdf: PdfEngine,
  ) {}

  overview(actor: Actor): Promise<RetentionOverview> {
    return this.tenants.write(actor, (tx) => this.show(tx));
  }

  change(actor: Actor, id: Id, version: number, { keep }: KeepDraft): Promise<RetentionOverview> {
    return this.tenants.write(actor, async (tx) => {
      const { key } = await tx.get(RetentionPolicyEntity, id, 'policy');
      if (!isWithinBounds(key, keep)) throw new DomainError('privacy.period_out_of_bounds');
      await tx.update(RetentionPolicyEntity, id, version, { keepCount: keep.count, keepUnit: keep.unit }, 'policy', keepOf);
      return this.show(tx);
    });
  }

  certificates(actor: Actor, page: PageQuery): Promise<Page<DeletionCertificate>> {
    return this.tenants.read(actor, async (tx) => {
      const found = await this.retention.certificates(tx, page);
      return { ...found, items: found.items.map(toCertificate) };
    });
  }

  async paper(actor: Actor, id: Id): Promise<StreamableFile> {
    const { certificate, organization } = await this.tenants.read(actor, async (tx) => ({
      certificate: toCertificate(await tx.get(DeletionCertificateEntity, id, 'certificate')),
      organization: await this.organizations.of(tx),
    }));
    const paper = certificatePaper(certificate, organization);
    const pdf = await this.pdf.render('deletion-certificate', paper, { title: paper.title, language: 'en', createdAt: certificate.at });
    const disposition = contentDisposition('attachment', safeFileName(`${paper.title} ${certificate.ranOn}`, 'pdf'));
    return new StreamableFile(pdf, { type: 'application/pdf', disposition, length: pdf.byteLength });
  }

  private async show(tx: TenantTx): Promise<RetentionOverview> {
    const today = dayIn((await this.organizations.of(tx)).zone, new Date());
    const until = addDays(today, previewDays);
    const items = [];
    for (const policy of await this.retention.policies(tx)) {
      const records = await this.keepers.kept(tx, policy.key, latestStart(keepOf(policy), until));
      items.push(toPolicy(policy, records, today, until));
    }
    return { today, until, items };
  }
}
