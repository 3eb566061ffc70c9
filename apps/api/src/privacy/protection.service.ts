// Somebody at risk comes under a pseudonym, by a safeguarding lead or by themself. It takes effect in one transaction: the record, and
// everything that was written down. Whoever may not know sees an ordinary record before and after, and nobody is told but the
// responder, when somebody hid themself.
import { randomInt } from 'node:crypto';
import type { Actor, LinkActor } from '@amity/access';
import { DomainError, type Id } from '@amity/kernel';
import { displayName } from '@amity/people';
import {
  type Hidden,
  type Naming,
  type PersonProtection,
  type ProtectedBy,
  type ProtectedPeople,
  type ProtectionDraft,
  pseudonymFor,
  Renaming,
  wordsOf,
} from '@amity/privacy';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Queue } from '../database/queue.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { People, PersonEntity } from '../people/index.js';
import { VaultEntity } from './protection.entities.js';
import { ProtectionRepository } from './protection.repository.js';
import { Responders } from './responders.service.js';
import { Rewriting } from './rewriting.js';
import { Vault, type VaultedIdentity } from './vault.js';

@Injectable()
export class Protection implements OnApplicationBootstrap {
  constructor(
    private readonly tenants: Tenants,
    private readonly vault: Vault,
    private readonly protection: ProtectionRepository,
    private readonly people: People,
    private readonly rewriting: Rewriting,
    private readonly responders: Responders,
    private readonly queue: Queue,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.queue.work('privacy.sweep', ({ organizationId, id }) =>
      this.tenants.write({ kind: 'system', organizationId, name: 'protection' }, async (tx) => {
        const known = await tx.find(VaultEntity, id);
        if (!known) return; // the protection has ended
        await tx.lock(PersonEntity, known.personId, 'person');
        const row = await tx.find(VaultEntity, id); // or ended while this waited
        if (row) await this.sweep(tx, row.personId, await this.vault.open(tx, row));
      }),
    );
  }

  /** For other areas: who of these must not leave the organization, see `mayLeaveToPartners`. */
  among(tx: TenantTx, personIds: readonly Id[]): Promise<Set<Id>> {
    return this.protection.among(tx, personIds);
  }

  list(actor: Actor): Promise<ProtectedPeople> {
    return this.tenants.read(actor, async (tx) => ({ items: await this.protection.protectedPeople(tx) }));
  }

  of(actor: Actor, personId: Id): Promise<PersonProtection> {
    return this.tenants.read(actor, async (tx) => this.show(tx, personId));
  }

  protect(actor: Actor, personId: Id, { reason, pseudonym }: ProtectionDraft): Promise<PersonProtection> {
    return this.tenants.write(actor, async (tx) => {
      const person = await this.people.known(tx, personId);
      if (pseudonym && wordsOf(pseudonym).some((word) => wordsOf(person).includes(word))) throw new DomainError('privacy.pseudonym_tells');
      if (!(await this.hide(tx, personId, 'lead', reason, pseudonym)))
        throw new DomainError('privacy.protected_already', { name: displayName(person) });
      return this.show(tx, personId);
    });
  }

  /** By the person's own link. The answer is the same whether they were protected before or not, and takes as long. */
  hideMe(actor: LinkActor): Promise<Hidden> {
    return this.tenants.write(actor, async (tx) => {
      const isNew = await this.hide(tx, actor.subjectId, 'self', null, null);
      const wasToEnd = await this.protection.withdrawEnding(tx, actor.subjectId);
      if (isNew || wasToEnd) await this.responders.tell(tx);
      return { name: displayName(await tx.get(PersonEntity, actor.subjectId, 'person')) };
    });
  }

  /** @returns false for somebody who is protected already; what was written since is renamed all the same */
  private async hide(
    tx: TenantTx,
    personId: Id,
    by: ProtectedBy,
    reason: string | null,
    pseudonym: ProtectionDraft['pseudonym'],
  ): Promise<boolean> {
    const person = await tx.lock(PersonEntity, personId, 'person');
    const row = await this.vault.of(tx, personId);
    const identity = row ? await this.vault.open(tx, row) : { ...(await this.identityOf(tx, person, pseudonym)), reason };
    if (!row) {
      const { id } = await this.vault.put(tx, personId, by, identity);
      await this.protection.rename(tx, personId, identity.alias);
      await this.protection.dropArchives(tx, personId);
      await this.queue.enqueue(tx, 'privacy.sweep', id); // once more after the commit: others may be writing the name down right now
    }
    await this.sweep(tx, personId, identity);
    return row === null;
  }

  private async identityOf(
    tx: TenantTx,
    person: PersonEntity,
    pseudonym: ProtectionDraft['pseudonym'],
  ): Promise<Pick<VaultedIdentity, 'real' | 'alias'>> {
    const { givenName, familyName, nativeName, email, phone, birthDate, worksAt } = person;
    const real: Naming = { givenName, familyName, nativeName, email, phone, birthDate, worksAt };
    const borne = await this.protection.foldedNames(tx);
    const hints = await this.protection.hints(tx, person);
    return { real, alias: pseudonymFor(real, hints, (folded) => borne.has(folded), randomInt, pseudonym) };
  }

  private async sweep(tx: TenantTx, personId: Id, { real, alias }: VaultedIdentity): Promise<void> {
    const renaming = new Renaming(real, alias, await this.protection.namesakes(tx, personId, real));
    await this.rewriting.sweep(tx, { personId, email: real.email, renaming });
  }

  private async show(tx: TenantTx, personId: Id): Promise<PersonProtection> {
    const person = await this.people.known(tx, personId);
    const [protection] = await this.protection.protectedPeople(tx, personId);
    return { name: displayName(person), protection: protection ?? null };
  }
}
