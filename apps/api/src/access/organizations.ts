import type { Organization } from '@amity/access';
import { DomainError, type Id } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { TenantTx } from '../database/tenant-tx.js';
import { OrganizationEntity } from './access.entities.js';

/** The tenants themselves, for public pages that know an organization by its address and for letters that sign with its name. */
@Injectable()
export class Organizations {
  constructor(private readonly dataSource: DataSource) {}

  async bySlug(slug: string): Promise<Organization> {
    const organization = await this.dataSource.getRepository(OrganizationEntity).findOneBy({ slug });
    if (!organization) throw new DomainError('access.organization_unknown');
    return organization;
  }

  async byId(id: Id): Promise<Organization> {
    const organization = await this.dataSource.getRepository(OrganizationEntity).findOneBy({ id });
    if (!organization) throw new DomainError('access.organization_unknown');
    return organization;
  }

  /** The organization of an open transaction, read on that transaction's own connection: many at once must not wait for one another's. */
  async of(tx: TenantTx): Promise<Organization> {
    const organization = await tx.manager.getRepository(OrganizationEntity).findOneBy({ id: tx.organizationId });
    if (!organization) throw new DomainError('access.organization_unknown');
    return organization;
  }
}
