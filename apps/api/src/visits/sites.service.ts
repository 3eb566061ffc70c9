// Sites are named once: the same name at the same address, whatever its accents and case, is refused with the one that is there.
import type { Actor } from '@amity/access';
import { DomainError, type Id, type Page } from '@amity/kernel';
import type { Site, SiteDraft, SitesQuery } from '@amity/visits';
import { Injectable } from '@nestjs/common';
import { keysetPage } from '../database/keyset.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { Appointments } from './appointments.service.js';
import { SiteEntity } from './site.entity.js';
import { toSite } from './visits.mapper.js';

@Injectable()
export class Sites {
  constructor(
    private readonly tenants: Tenants,
    private readonly appointments: Appointments,
  ) {}

  list(actor: Actor, query: SitesQuery): Promise<Page<Site>> {
    return this.tenants.read(actor, async (tx) => {
      const sites = tx.from(SiteEntity, 's');
      (query.q ?? '')
        .split(/\s+/)
        .filter(Boolean)
        .slice(0, 8)
        .forEach((word, i) =>
          sites.where(`amity.fold(s.name || ' ' || s.address) like '%' || amity.fold(:word${i}) || '%'`, {
            [`word${i}`]: word.replace(/[\\%_]/g, '\\$&'),
          }),
        );
      const sort = [
        { by: 's.name', type: 'text' },
        { by: 's.id', type: 'uuid' },
      ] as const;
      const page = await keysetPage(sites, sort, query, (site) => [site.name, site.id]);
      return { ...page, items: page.items.map(toSite) };
    });
  }

  get(actor: Actor, id: Id): Promise<Site> {
    return this.tenants.read(actor, async (tx) => toSite(await tx.get(SiteEntity, id, 'site')));
  }

  add(actor: Actor, draft: SiteDraft): Promise<Site> {
    return this.tenants.write(actor, (tx) => this.create(tx, draft));
  }

  /** For other areas and the demo: inside the caller's transaction. */
  async create(tx: TenantTx, draft: SiteDraft): Promise<Site> {
    const zone = draft.zone ?? (await organizationZone(tx));
    return toSite(await this.named(tx, draft, () => tx.insert(SiteEntity, { ...draft, zone })));
  }

  change(actor: Actor, id: Id, version: number, draft: SiteDraft): Promise<Site> {
    return this.tenants.write(actor, async (tx) => {
      const before = await tx.lock(SiteEntity, id, 'site');
      const zone = draft.zone ?? before.zone;
      const site = await this.named(tx, draft, () => tx.update(SiteEntity, id, version, { ...draft, zone }, 'site', toSite));
      if (site.oneGroupAtATime !== before.oneGroupAtATime) await this.appointments.resettleSite(tx, id);
      return toSite(site);
    });
  }

  private named<T>(tx: TenantTx, { name, address }: SiteDraft, work: () => Promise<T>): Promise<T> {
    return tx.guarded(work, {
      sites_named_once: async () => {
        const other = await tx
          .from(SiteEntity, 's')
          .where('amity.fold(s.name) = amity.fold(:name) and amity.fold(s.address) = amity.fold(:address)', { name, address })
          .getOne();
        throw new DomainError('visits.site_listed_already', { name: other?.name ?? name }, { site: other && toSite(other) });
      },
    });
  }
}

async function organizationZone(tx: TenantTx): Promise<string> {
  const [organization] = await tx.query<{ zone: string }>(`select zone from identity.organizations where id = $1`);
  if (!organization) throw new Error('The organization of an open transaction is gone.');
  return organization.zone;
}
