// Saying who is our umbrella or our chapter, and taking it back. Nobody decides for the other side, and either side ends it alone and at once.
import type { Affiliation, AffiliationDraft, AffiliationList, AffiliationSide, MemberActor } from '@amity/access';
import { DomainError, type Id } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { AffiliationEntity } from './affiliation.entity.js';
import { AffiliationsRepository } from './affiliations.repository.js';
import { Organizations } from './organizations.js';

@Injectable()
export class AffiliationsService {
  constructor(
    private readonly tenants: Tenants,
    private readonly affiliations: AffiliationsRepository,
    private readonly organizations: Organizations,
  ) {}

  list(actor: MemberActor): Promise<AffiliationList> {
    return this.tenants.read(actor, async (tx) => ({ items: await this.affiliations.list(tx) }));
  }

  declare(actor: MemberActor, { slug, otherIs, agrees }: AffiliationDraft): Promise<Affiliation> {
    return this.tenants.write(actor, async (tx) => {
      const other = await this.organizations.bySlug(slug);
      await tx.guarded(() => tx.insert(AffiliationEntity, { otherId: other.id, otherIs, agrees }), {
        affiliations_with_another: () => {
          throw new DomainError('access.affiliation_with_itself');
        },
        affiliations_once: () => {
          throw new DomainError('access.affiliation_said_already', { organization: other.name });
        },
      });
      return this.one(tx, other.id, otherIs);
    });
  }

  /** From now on we say nothing of them; what they say of us stays theirs. */
  takeBack(actor: MemberActor, id: Id, version: number): Promise<void> {
    return this.tenants.write(actor, (tx) => tx.remove(AffiliationEntity, id, version, 'chapter or umbrella'));
  }

  private async one(tx: TenantTx, otherId: Id, otherIs: AffiliationSide): Promise<Affiliation> {
    const found = (await this.affiliations.list(tx)).find((each) => each.other.id === otherId && each.otherIs === otherIs);
    if (!found) throw new DomainError('kernel.unknown', { what: 'chapter or umbrella' });
    return found;
  }
}
