// Opening a real name: one person asks, another one agrees, the first one looks, for a quarter of an hour and on record each time.
import type { MemberActor } from '@amity/access';
import { DomainError, type Id } from '@amity/kernel';
import {
  isOpenTo,
  objectionToDeciding,
  type Reveal,
  type RevealDecision,
  type RevealDraft,
  type RevealedIdentity,
  type Reveals,
  visibleUntil,
} from '@amity/privacy';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { RevealEntity, VaultEntity } from './protection.entities.js';
import { ProtectionRepository } from './protection.repository.js';
import { Vault } from './vault.js';

const shown = 100;

@Injectable()
export class RevealsService {
  constructor(
    private readonly tenants: Tenants,
    private readonly vault: Vault,
    private readonly protection: ProtectionRepository,
  ) {}

  /** Newest first. */
  list(actor: MemberActor): Promise<Reveals> {
    return this.tenants.read(actor, async (tx) => {
      const rows = await tx.from(RevealEntity, 'r').orderBy('r.id', 'DESC').limit(shown).getMany();
      return { items: await this.shown(tx, actor, rows) };
    });
  }

  ask(actor: MemberActor, personId: Id, { reason }: RevealDraft): Promise<Reveal> {
    return this.tenants.write(actor, async (tx) => {
      if (!(await this.vault.of(tx, personId))) throw new DomainError('kernel.unknown', { what: 'protection' });
      const row = await tx.guarded(
        () => tx.insert(RevealEntity, { personId, reason, requestedBy: actor.accountId, requestedByName: actor.name }),
        {
          reveals_asked_once: () => {
            throw new DomainError('privacy.reveal_asked');
          },
          reveals_of_vault: () => {
            throw new DomainError('kernel.unknown', { what: 'protection' }); // it ended this very moment
          },
        },
      );
      return this.one(tx, actor, row);
    });
  }

  decide(actor: MemberActor, id: Id, { decision }: RevealDecision): Promise<Reveal> {
    return this.tenants.write(actor, async (tx) => {
      const asked = await tx.lock(RevealEntity, id, 'request');
      const objection = objectionToDeciding(asked, actor.accountId);
      if (objection) throw new DomainError(`privacy.${objection}`);
      const decidedAt = new Date();
      const decided = {
        state: decision,
        decidedBy: actor.accountId,
        decidedByName: actor.name,
        decidedAt,
        visibleUntil: decision === 'approved' ? visibleUntil(decidedAt) : null,
      };
      return this.one(tx, actor, await tx.update(RevealEntity, id, 'any', decided, 'request'));
    });
  }

  /** Who it really is. Without an entry in the log there is no answer. */
  identity(actor: MemberActor, id: Id): Promise<RevealedIdentity> {
    return this.tenants.readSensitive(actor, 'safeguarding', async (tx) => {
      const reveal = await tx.get(RevealEntity, id, 'request');
      if (!isOpenTo(reveal, actor.accountId, new Date()) || !reveal.visibleUntil) throw new DomainError('privacy.reveal_closed');
      const row = await this.vault.of(tx, reveal.personId);
      if (!row) throw new DomainError('kernel.unknown', { what: 'protection' });
      await tx.recordRead(VaultEntity, [row.id], ['identity'], 'safeguarding');
      const { real, reason } = await this.vault.open(tx, row);
      return { ...real, protectedBecause: reason, visibleUntil: reveal.visibleUntil.toISOString() };
    });
  }

  private async one(tx: TenantTx, actor: MemberActor, row: RevealEntity): Promise<Reveal> {
    const [reveal] = await this.shown(tx, actor, [row]);
    if (!reveal) throw new Error('A request was saved and cannot be shown.');
    return reveal;
  }

  private async shown(tx: TenantTx, actor: MemberActor, rows: readonly RevealEntity[]): Promise<Reveal[]> {
    const names = new Map((await this.protection.protectedPeople(tx)).map(({ personId, name }) => [personId, name]));
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
      visibleUntil: row.visibleUntil?.toISOString() ?? null,
    }));
  }
}
