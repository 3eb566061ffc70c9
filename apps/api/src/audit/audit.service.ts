import type { Actor } from '@amity/access';
import type { AuditEntry, AuditQuery } from '@amity/audit';
import type { Page } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import { Organizations } from '../access/index.js';
import { Tenants } from '../database/tenants.js';
import { toAuditEntry } from './audit.mapper.js';
import { AuditRepository } from './audit.repository.js';

@Injectable()
export class AuditService {
  constructor(
    private readonly tenants: Tenants,
    private readonly organizations: Organizations,
    private readonly entries: AuditRepository,
  ) {}

  /** Newest first. */
  list(actor: Actor, { cursor, limit, ...filter }: AuditQuery): Promise<Page<AuditEntry>> {
    return this.tenants.read(actor, async (tx) => {
      const { zone } = await this.organizations.of(tx);
      const page = await this.entries.page(tx, zone, filter, { cursor, limit });
      return { ...page, items: page.items.map(toAuditEntry) };
    });
  }
}
