// The family's own page, opened by its link: where its sign-up stands, and what it may change without asking anybody. The
// coordinators see each change in the timeline, and clearance is computed anew from it.
import type { LinkActor, MemberActor } from '@amity/access';
import type { Home, HomeChange, OwnHomes } from '@amity/hosting';
import { DomainError, type Id } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import { Organizations } from '../access/index.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { OwnRecords } from '../privacy/index.js';
import { toHome } from './hosting.mapper.js';
import { HouseholdsRepository } from './households.repository.js';
import { Households } from './households.service.js';

@Injectable()
export class Homes {
  constructor(
    private readonly tenants: Tenants,
    private readonly households: Households,
    private readonly repository: HouseholdsRepository,
    private readonly organizations: Organizations,
    private readonly records: OwnRecords,
  ) {}

  get(actor: LinkActor): Promise<Home> {
    return this.tenants.read(actor, (tx) => this.show(tx, actor.subjectId));
  }

  /** For somebody who signed in and lives there; `hosting.is_own` says where. */
  own(actor: MemberActor): Promise<OwnHomes> {
    return this.tenants.read(actor, async (tx) => {
      const items = [];
      for (const id of await this.repository.own(tx, await this.records.underPseudonym(tx, actor.accountId)))
        items.push({ home: await this.show(tx, id), guests: await this.repository.guestsFrom(tx, id, await this.households.today(tx)) });
      return { items };
    });
  }

  change(actor: LinkActor, version: number, change: HomeChange): Promise<Home> {
    return this.tenants.write(actor, async (tx) => {
      const current = await this.show(tx, actor.subjectId);
      await this.households.changeIn(tx, actor.subjectId, version, change, () => current);
      return this.show(tx, actor.subjectId);
    });
  }

  private async show(tx: TenantTx, id: Id): Promise<Home> {
    const [row] = await this.repository.whole(tx, [id]);
    if (!row) throw new DomainError('kernel.unknown', { what: 'family' });
    const { name } = await this.organizations.of(tx);
    return toHome(row, await this.repository.requirements(tx), await this.households.today(tx), name);
  }
}
