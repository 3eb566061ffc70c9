// What the counterpart in the other city reads, and what they say themselves. Of a field that was not chosen nothing leaves; who did not
// agree to be shared is left out, and so is a delegation that came under the Chatham House rule. Every reading is on record.
import type { MemberActor } from '@amity/access';
import {
  cellOf,
  inRosterOrder,
  type PartnerEntryDraft,
  type SharedDelegation,
  type SharedHead,
  type SharedHeads,
} from '@amity/delegations';
import { DomainError, type Id } from '@amity/kernel';
import { mayLeaveToPartners } from '@amity/privacy';
import { Injectable } from '@nestjs/common';
import { Organizations } from '../access/index.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { Consents, Protection } from '../privacy/index.js';
import { DelegateEntity } from './delegate.entity.js';
import { type DelegateWithPerson, toDelegate } from './delegations.mapper.js';
import { DelegationsRepository } from './delegations.repository.js';
import { PartnerEntries } from './partner-entries.js';
import { ShareEntity } from './share.entities.js';
import { SharesRepository } from './shares.repository.js';

@Injectable()
export class SharedDelegations {
  constructor(
    private readonly tenants: Tenants,
    private readonly shares: SharesRepository,
    private readonly delegations: DelegationsRepository,
    private readonly entries: PartnerEntries,
    private readonly consents: Consents,
    private readonly protection: Protection,
    private readonly organizations: Organizations,
  ) {}

  list(actor: MemberActor): Promise<SharedHeads> {
    return this.tenants.read(actor, async (tx) => ({
      organization: (await this.organizations.of(tx)).name,
      items: await this.shares.shared(tx),
    }));
  }

  get(actor: MemberActor, id: Id): Promise<SharedDelegation> {
    return this.tenants.readSensitive(actor, 'sharing', async (tx) => {
      const head = await this.head(tx, id);
      const { shown, withheld } = await this.shareable(tx, id);
      const said = await this.entries.of(
        tx,
        actor.accountId,
        shown.map((row) => row.id),
      );
      await tx.recordRead(ShareEntity, await this.shares.openSharesOf(tx, id), head.fields, 'sharing');
      await tx.recordRead(
        DelegateEntity,
        shown.map((row) => row.id),
        head.fields,
        'sharing',
      );
      const items = shown.map((row, at) => ({
        id: row.id,
        number: at + 1,
        cells: head.fields.map((field) => cellOf(field, rosterValues(row), said.get(row.id) ?? [])),
      }));
      return { ...head, withheld, items };
    });
  }

  /** The partner knows better, or takes back what they said. */
  enter(actor: MemberActor, id: Id, delegateId: Id, draft: PartnerEntryDraft): Promise<void> {
    return this.tenants.write(actor, async (tx) => {
      const { fields } = await this.head(tx, id);
      const { shown } = await this.shareable(tx, id);
      if (!fields.includes(draft.field) || !shown.some((row) => row.id === delegateId))
        throw new DomainError('kernel.unknown', { what: 'delegate' });
      await this.entries.put(tx, { delegateId, accountId: actor.accountId }, draft);
    });
  }

  private async head(tx: TenantTx, id: Id): Promise<SharedHead> {
    const [head] = await this.shares.shared(tx, id);
    if (!head) throw new DomainError('kernel.unknown', { what: 'delegation' });
    return head;
  }

  /** Those on the roster who may be shown to a partner at all, whatever the fields. Who is protected counts like who did not agree. */
  private async shareable(tx: TenantTx, id: Id): Promise<{ shown: DelegateWithPerson[]; withheld: number }> {
    const rows = await this.delegations.roster(tx, id);
    const people = rows.map((row) => row.personId);
    const missing = await this.consents.missing(tx, people, 'partner_sharing');
    const hidden = await this.protection.among(tx, people);
    const byId = new Map(rows.map((row) => [row.id, row]));
    const inOrder = inRosterOrder(rows.map((row) => toDelegate(row, row.person))).flatMap((delegate) => byId.get(delegate.id) ?? []);
    const shown = inOrder.filter(({ personId }) => !missing.has(personId) && mayLeaveToPartners({ isProtected: hidden.has(personId) }));
    return { shown, withheld: rows.length - shown.length };
  }
}

export function rosterValues({ person, diet, flights }: DelegateWithPerson) {
  const { givenName, familyName, email, phone } = person;
  return { givenName, familyName, diet, flights, email, phone };
}
