// The log leaves Amity as a file, and that it did is written into it first, with the reason. Entries are pulled in short reads up to
// the number that was the last one then: nothing below it can change any more, so no transaction has to stay open while somebody
// downloads slowly.
import type { Actor } from '@amity/access';
import type { AuditEntry, AuditExport, AuditFilter } from '@amity/audit';
import { contentDisposition, MAX_SHEET_ROWS, safeFileName } from '@amity/documents';
import { DomainError } from '@amity/kernel';
import { Injectable, StreamableFile } from '@nestjs/common';
import { Organizations } from '../access/index.js';
import { Tenants } from '../database/tenants.js';
import { CsvWriter, SpreadsheetWriter } from '../documents/index.js';
import { toAuditEntry } from './audit.mapper.js';
import { AuditRepository } from './audit.repository.js';
import { chainHead } from './chain.js';
import { logSheet } from './export.sheet.js';

const portion = 500;
const mediaTypes = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const;

@Injectable()
export class AuditExports {
  constructor(
    private readonly tenants: Tenants,
    private readonly organizations: Organizations,
    private readonly entries: AuditRepository,
    private readonly csv: CsvWriter,
    private readonly workbooks: SpreadsheetWriter,
  ) {}

  async export(actor: Actor, { format, reason, reasonContains, ...rest }: AuditExport): Promise<StreamableFile> {
    const filter: AuditFilter = { ...rest, reason: reasonContains };
    const { zone, name, last } = await this.tenants.write(actor, async (tx) => {
      const organization = await this.organizations.of(tx);
      const count = await this.entries.count(tx, organization.zone, filter);
      if (format === 'xlsx' && count >= MAX_SHEET_ROWS) throw new DomainError('audit.sheet_too_long', { count, most: MAX_SHEET_ROWS - 1 });
      tx.because(reason).recordExport('audit.entries', tx.organizationId, { format, entries: count, filter });
      return { zone: organization.zone, name: organization.name, last: (await chainHead(tx)).number };
    });
    const sheet = logSheet(zone, this.upTo(actor, zone, filter, last));
    const stream = format === 'csv' ? this.csv.writeCsv(sheet) : this.workbooks.writeWorkbook([sheet], { title: 'Log', author: name });
    return new StreamableFile(stream, {
      type: mediaTypes[format],
      disposition: contentDisposition('attachment', safeFileName(`Log ${name}`, format)),
    });
  }

  private async *upTo(actor: Actor, zone: string, filter: AuditFilter, last: number): AsyncGenerator<AuditEntry> {
    for (let number = 0; number < last;) {
      const after = number;
      const entries = await this.tenants.read(actor, (tx) => this.entries.between(tx, zone, filter, after, last, portion));
      yield* entries.map(toAuditEntry);
      number = entries.at(-1)?.number ?? last;
    }
  }
}
