// The only way to a tenant's rows: open a transaction as the actor's organization, do the work, commit. Deadlocks and
// serialization failures are tried again, so `work` must be free of outside effects; mail and jobs go through the outbox.
import type { Actor, Reach } from '@amity/access';
import type { ReadPurpose } from '@amity/audit';
import { DomainError } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { isRetryable } from './constraint-violation.js';
import { IdempotentCall } from './idempotent-call.js';
import { isOutage } from './outage.js';
import { KeyRing, Sealing, SealingSubscriber } from './sealing/index.js';
import { TenantTx } from './tenant-tx.js';

type Work<T> = (tx: TenantTx) => Promise<T>;

const tries = 4; // the first and three more
const snapshot = 'repeatable read read only';

const recorded: Work<void> = (tx) => tx.trail.write(tx.manager);
/** The trail is looked after by the caller. */
const kept: Work<void> = () => Promise.resolve();

@Injectable()
export class Tenants {
  constructor(
    private readonly dataSource: DataSource,
    private readonly keys: KeyRing,
  ) {
    dataSource.subscribers.push(new SealingSubscriber(keys));
  }

  /** Reads one consistent snapshot; the database refuses any write. */
  read<T>(actor: Actor, work: Work<T>): Promise<T> {
    return this.run(actor, snapshot, work, (tx) => Promise.resolve(tx.trail.mustBeEmpty()));
  }

  /**
   * As `read`, for fields whose reading is itself recorded: `work` calls `tx.recordRead` with this purpose. What was read is kept
   * before the answer leaves; when it cannot be kept, or when `work` recorded nothing, there is no answer. The entries have
   * a transaction of their own, so that a snapshot never has to give way to somebody who writes at the same time.
   */
  async readSensitive<T>(actor: Actor, purpose: ReadPurpose, work: Work<T>): Promise<T> {
    const seen = await this.run(actor, snapshot, async (tx) => ({ result: await work(tx), trail: tx.trail }), kept);
    seen.trail.mustBeReadsFor(purpose);
    await this.run(actor, 'read committed', (tx) => seen.trail.write(tx.manager), kept);
    return seen.result;
  }

  /** All of `work` or nothing. When the request carries an Idempotency-Key, its first write claims the key in the same transaction. */
  async write<T>(actor: Actor, work: Work<T>): Promise<T> {
    const call = IdempotentCall.current();
    if (!call?.claim()) return this.run(actor, 'read committed', work, recorded);
    try {
      return await this.run(actor, 'read committed', (tx) => call.once(tx, () => work(tx)), recorded);
    } catch (error) {
      call.release();
      throw error;
    }
  }

  /** As `write`, in a transaction that began before there was a tenant: a set-up makes an organization and its first member at once. */
  async writeWithin<T>(runner: QueryRunner, actor: Actor, work: Work<T>): Promise<T> {
    await runner.query(opening(actor));
    try {
      const tx = this.openTx(runner, actor);
      const result = await work(tx);
      await recorded(tx);
      return result;
    } finally {
      this.keys.close(runner);
    }
  }

  private openTx(runner: QueryRunner, actor: Actor): TenantTx {
    return new TenantTx(runner.manager, actor, new Sealing(this.keys.openFor(runner, actor.organizationId)));
  }

  /** @param beforeCommit the last thing done in the transaction */
  private async run<T>(actor: Actor, mode: string, work: Work<T>, beforeCommit: Work<void>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(actor, mode, work, beforeCommit);
      } catch (error) {
        if (attempt >= tries || !isRetryable(error)) throw error; // only 40001 and 40P01 may succeed on another try
        await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * 5 * (1 + Math.random())));
      }
    }
  }

  private async attempt<T>(actor: Actor, mode: string, work: Work<T>, beforeCommit: Work<void>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    let isCommitting = false;
    try {
      await runner.connect();
      await runner.startTransaction();
      await runner.query(`set transaction isolation level ${mode}; ${opening(actor)}`);
      const tx = this.openTx(runner, actor);
      const result = await work(tx);
      await beforeCommit(tx);
      isCommitting = true;
      await runner.commitTransaction();
      return result;
    } catch (error) {
      await undo(runner);
      // A connection that breaks during COMMIT leaves open whether it was done; only there can we not say "nothing was saved"
      throw isCommitting && isOutage(error) ? new DomainError('kernel.uncertain') : error;
    } finally {
      this.keys.close(runner);
      await runner.release();
    }
  }
}

async function undo(runner: QueryRunner): Promise<void> {
  if (!runner.isTransactionActive) return;
  try {
    await runner.rollbackTransaction();
  } catch (error) {
    if (!isOutage(error)) throw error; // a connection that is gone took its transaction with it
  }
}

/** Whom `delegations.knows` asks about: a member by account, Amity itself as `system`, and nobody for a link, which shows what its own page shows. */
function readerOf(actor: Actor): string {
  return actor.kind === 'member' ? checkedUuid(actor.accountId) : actor.kind === 'system' ? 'system' : '';
}

/** Which delegations the transaction meets; a link and Amity itself go by what they are for. A connection that says nothing meets none. */
function reachIn(actor: Actor): Reach {
  return actor.kind === 'member' ? actor.reach : 'all';
}

/** The tenant, the reader and the reach of a transaction. */
function opening(actor: Actor): string {
  const tenant = `set local app.organization_id = '${checkedUuid(actor.organizationId)}'`;
  return `${tenant}; set local app.reader = '${readerOf(actor)}'; set local app.reach = '${reachIn(actor)}'`;
}

/** SET takes no parameters, so the literal is checked instead. */
function checkedUuid(id: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id))
    throw new Error('The id of an organization or of an account is not a UUID.');
  return id;
}
