// Administrators answer whoever lost a second factor. Two different people confirm, neither of them the one it is about, each with a
// reason; both were here before it was asked, so that nobody invites their own second voice. With the second one the app, the recovery
// codes and every session go, and the person gets a link. One refusal ends it.
import { type MemberActor, type RecoveryAnswer, type RecoveryRequestList, type RecoveryStanding, recoveryStates } from '@amity/access';
import { DomainError, type Id } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { AccountEntity, RecoveryEntity } from './access.entities.js';
import { RecoveriesRepository, type RecoveryRow } from './recoveries.repository.js';
import { RecoveryLetters } from './recovery-letters.js';

@Injectable()
export class RecoveriesService {
  constructor(
    private readonly tenants: Tenants,
    private readonly recoveries: RecoveriesRepository,
    private readonly letters: RecoveryLetters,
  ) {}

  list(actor: MemberActor): Promise<RecoveryRequestList> {
    return this.tenants.read(actor, async (tx) => ({
      items: (await this.recoveries.waiting(tx)).map((row) => toRequest(row, actor)),
    }));
  }

  confirm(actor: MemberActor, id: Id, { reason }: RecoveryAnswer): Promise<RecoveryStanding> {
    return this.tenants.write(actor, async (tx) => {
      const asked = await this.waiting(tx.because(reason), actor, id);
      if (asked.firstBy === actor.accountId) throw new DomainError('access.recovery_confirmed_already');
      if (asked.firstBy === null)
        return toStanding(
          await tx.update(RecoveryEntity, id, 'any', { firstBy: actor.accountId, firstReason: reason, firstAt: new Date() }, 'request'),
        );
      const done = { state: 'done', secondBy: actor.accountId, secondReason: reason } as const;
      const saved = await tx.update(RecoveryEntity, id, 'any', done, 'request');
      await this.recoveries.removeFactor(tx, asked.accountId);
      await this.letters.done(tx, await tx.manager.getRepository(AccountEntity).findOneByOrFail({ id: asked.accountId }));
      return toStanding(saved);
    });
  }

  refuse(actor: MemberActor, id: Id, { reason }: RecoveryAnswer): Promise<RecoveryStanding> {
    return this.tenants.write(actor, async (tx) => {
      await this.waiting(tx.because(reason), actor, id);
      return toStanding(await tx.update(RecoveryEntity, id, 'any', { state: 'refused' }, 'request'));
    });
  }

  /** The request, locked: of two who answer at once one goes first, and the other sees what came of it. */
  private async waiting(tx: TenantTx, actor: MemberActor, id: Id): Promise<RecoveryEntity> {
    const asked = await tx.lock(RecoveryEntity, id, 'request');
    if (!recoveryStates.allows(asked.state, 'done') || !(await this.recoveries.isAlive(tx, id)))
      throw new DomainError('access.recovery_over');
    if (asked.accountId === actor.accountId) throw new DomainError('access.recovery_own');
    if (!(await this.recoveries.mayConfirm(tx, id, actor.accountId))) throw new DomainError('access.recovery_newcomer');
    return asked;
  }
}

function toStanding({ state, version }: RecoveryEntity): RecoveryStanding {
  return { state, version };
}

function toRequest(row: RecoveryRow, actor: MemberActor): RecoveryRequestList['items'][number] {
  const { first_name: by, first_reason: reason, first_at: at } = row;
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    askedAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    device: row.device,
    network: row.network,
    confirmed:
      by !== null && reason !== null && at !== null ? { by, reason, at: at.toISOString(), isMe: row.first_by === actor.accountId } : null,
    isMine: row.account_id === actor.accountId,
    confirmers: row.confirmers,
    version: row.version,
  };
}
