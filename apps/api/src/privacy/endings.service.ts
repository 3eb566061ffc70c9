// Ending a protection: one person asks, another one agrees, each with a reason. In that transaction the record bears the real name again, the
// vault forgets it, and requests to open it are over. Texts keep the pseudonym; addresses that are a field of their own come back.
import type { MemberActor } from '@amity/access';
import { DomainError, type Id } from '@amity/kernel';
import {
  type ProtectionEnding,
  type EndingDecision,
  type EndingDraft,
  type ProtectionEndings,
  GivingBack,
  objectionToEnding,
  restored,
} from '@amity/privacy';
import { Injectable } from '@nestjs/common';
import { forget } from '../database/erasure.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { PersonEntity } from '../people/index.js';
import { EndingEntity, RevealEntity, VaultEntity } from './protection.entities.js';
import { ProtectionRepository } from './protection.repository.js';
import { Rewriting } from './rewriting.js';
import { Vault } from './vault.js';

const shown = 100;

@Injectable()
export class EndingsService {
  constructor(
    private readonly tenants: Tenants,
    private readonly vault: Vault,
    private readonly protection: ProtectionRepository,
    private readonly rewriting: Rewriting,
  ) {}

  /** Newest first. */
  list(actor: MemberActor): Promise<ProtectionEndings> {
    return this.tenants.read(actor, async (tx) => {
      const rows = await tx.from(EndingEntity, 'e').orderBy('e.id', 'DESC').limit(shown).getMany();
      return { items: await this.shown(tx, actor, rows) };
    });
  }

  ask(actor: MemberActor, personId: Id, { reason }: EndingDraft): Promise<ProtectionEnding> {
    return this.tenants.write(actor, async (tx) => {
      await tx.lock(PersonEntity, personId, 'protection'); // whoever protects, ends or erases them waits
      const row = await this.vault.of(tx, personId);
      if (!row) throw new DomainError('kernel.unknown', { what: 'protection' });
      const draft = { personId, protectionId: row.id, reason, requestedBy: actor.accountId, requestedByName: actor.name };
      const asked = await tx.guarded(() => tx.insert(EndingEntity, draft), {
        endings_asked_once: () => {
          throw new DomainError('privacy.ending_asked');
        },
      });
      return this.one(tx, actor, asked);
    });
  }

  decide(actor: MemberActor, id: Id, { decision, reason }: EndingDecision): Promise<ProtectionEnding> {
    return this.tenants.write(actor, async (tx) => {
      const { personId } = await tx.get(EndingEntity, id, 'request');
      const person = await tx.lock(PersonEntity, personId, 'request');
      const asked = await tx.lock(EndingEntity, id, 'request');
      const objection = objectionToEnding(asked, actor.accountId);
      if (objection) throw new DomainError(`privacy.${objection}`);
      // Locked before anybody looks for requests to open it: one that is just being made is waited for, and ends with it
      const row = decision === 'ended' ? await tx.lock(VaultEntity, asked.protectionId, 'protection') : null;
      const decided = {
        state: decision,
        decidedBy: actor.accountId,
        decidedByName: actor.name,
        decidedAt: new Date(),
        answer: reason,
        aliasEmail: row?.aliasEmail ?? null,
      };
      const saved = await tx.update(EndingEntity, id, 'any', decided, 'request');
      if (row) await this.giveBack(tx, person, row);
      return this.one(tx, actor, saved);
    });
  }

  /**
   * Two years after it was decided a request goes. It is no class of retention and leaves no certificate, because whoever reads those
   * may not know that anybody was ever protected.
   */
  async forgetOld(organizationId: Id): Promise<void> {
    await this.tenants.write({ kind: 'system', organizationId, name: 'retention' }, async (tx) => {
      const rows = await tx.query<{ id: Id }>(
        `with done as (delete from privacy.endings e where e.organization_id = $1 and e.decided_at < now() - interval '24 months'
           and not privacy.holds_person($1, e.person_id) returning e.id) select id from done`,
      );
      await forget(
        tx,
        'privacy.endings',
        rows.map(({ id }) => id),
      );
    });
  }

  /** The record changes as any record does: with a version and an entry of its own, so that a form opened before cannot undo it. */
  private async giveBack(tx: TenantTx, person: PersonEntity, row: VaultEntity): Promise<void> {
    const { real, alias } = await this.vault.open(tx, row);
    const reveals = await tx.from(RevealEntity, 'r').where('r.personId = :personId', { personId: person.id }).getMany();
    for (const reveal of reveals) await tx.remove(RevealEntity, reveal.id, 'any', 'request');
    await tx.remove(VaultEntity, row.id, 'any', 'protection');
    await this.protection.dropArchives(tx, person.id);
    await tx.update(PersonEntity, person.id, 'any', restored(person, { real, alias }), 'person');
    await this.rewriting.giveBack(tx, { personId: person.id, email: alias.email, renaming: new GivingBack(real, alias) });
  }

  private async one(tx: TenantTx, actor: MemberActor, row: EndingEntity): Promise<ProtectionEnding> {
    const [ending] = await this.shown(tx, actor, [row]);
    if (!ending) throw new Error('A request was saved and cannot be shown.');
    return ending;
  }

  private async shown(tx: TenantTx, actor: MemberActor, rows: readonly EndingEntity[]): Promise<ProtectionEnding[]> {
    const names = await this.protection.names(
      tx,
      rows.map(({ personId }) => personId),
    );
    return rows.map((row) => ({
      id: row.id,
      personId: row.personId,
      name: names.get(row.personId) ?? '',
      state: row.state,
      reason: row.reason,
      requestedBy: row.requestedByName,
      requestedAt: row.createdAt.toISOString(),
      isMine: row.requestedBy === actor.accountId,
      decidedBy: row.decidedByName,
      decidedAt: row.decidedAt?.toISOString() ?? null,
      answer: row.answer,
    }));
  }
}
