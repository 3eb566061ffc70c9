// A POST sent twice must act once. The request's key is claimed by the first tenant write it makes, inside that very
// transaction, and the answer is stored beside it: a crash leaves either both or neither. Whoever comes second waits on
// the key's row and gets the first one's answer. An answer that holds a secret made on the way is not stored: whoever
// comes second is told that it was done.
import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { DomainError } from '@amity/kernel';
import type { SealedPlace } from './sealing/index.js';
import type { TenantTx } from './tenant-tx.js';

const calls = new AsyncLocalStorage<IdempotentCall>();

export class IdempotentCall {
  private claimed = false;
  private readonly secrets = new Set<string>();
  private readonly requestHash: string;

  constructor(
    private readonly key: string,
    request: { method: string; url: string; body: unknown },
  ) {
    this.requestHash = createHash('sha256')
      .update(JSON.stringify([request.method, request.url, request.body ?? null]))
      .digest('hex');
  }

  static current(): IdempotentCall | undefined {
    return calls.getStore();
  }

  /** Runs `work` as if the request had no key: for answers that must not tell whether anything was written. */
  static without<T>(work: () => T): T {
    return calls.exit(work);
  }

  run<T>(work: () => T): T {
    return calls.run(this, work);
  }

  /** True for the first tenant write of the request; the others run without the key. */
  claim(): boolean {
    return !this.claimed && (this.claimed = true);
  }

  /** The write that had the key failed: nothing was kept, and another write may have it. */
  release(): void {
    this.claimed = false;
  }

  /** A secret that the answer may hold and the database must not. */
  keepOut(secret: string): void {
    this.secrets.add(secret);
  }

  /** Runs `work` unless this key has been answered before; then throws that answer as a `ReplayedAnswer`. Each try of a transaction calls it again. */
  async once<T>(tx: TenantTx, work: () => Promise<T>): Promise<T> {
    const claim = await tx.query(
      `insert into access.idempotency_keys (organization_id, key, request_hash) values ($1, $2, $3) on conflict do nothing returning key`,
      [this.scopedKey(tx), this.requestHash],
    );
    if (claim.length === 0) await this.replay(tx);
    const answer = await work();
    await tx.query(`update access.idempotency_keys set answer_sealed = $3 where organization_id = $1 and key = $2`, [
      this.scopedKey(tx),
      await this.storable(tx, answer),
    ]);
    return answer;
  }

  /** The answer, sealed, or SQL's null when it must not be stored at all. */
  private async storable(tx: TenantTx, answer: unknown): Promise<Buffer | null> {
    const json = JSON.stringify(answer ?? null);
    if ([...this.secrets].some((secret) => json.includes(secret))) return null;
    return tx.sealing.seal(this.place(tx), answer ?? null);
  }

  private async replay(tx: TenantTx): Promise<never> {
    const [row] = await tx.query<{ request_hash: string; answer: Buffer | null }>(
      `select request_hash, answer_sealed as answer from access.idempotency_keys where organization_id = $1 and key = $2`,
      [this.scopedKey(tx)],
    );
    if (!row || row.request_hash !== this.requestHash) throw new DomainError('kernel.key_reused');
    if (!row.answer) throw new DomainError('kernel.answer_withheld');
    throw new ReplayedAnswer(await tx.sealing.unseal(this.place(tx), row.answer));
  }

  /** Answers repeat what was asked, sensitive fields included: they are sealed like those. */
  private place(tx: TenantTx): SealedPlace {
    return { table: 'access.idempotency_keys', column: 'answer_sealed', row: this.scopedKey(tx) };
  }

  /** Keys of different people never meet. */
  private scopedKey(tx: TenantTx): string {
    const who = tx.actor.kind === 'member' ? tx.actor.accountId : tx.actor.kind === 'link' ? tx.actor.linkId : tx.actor.name;
    return `${who}:${this.key}`;
  }
}

/** Thrown to leave the transaction when the answer is already known. */
export class ReplayedAnswer extends Error {
  constructor(readonly answer: unknown) {
    super('answered before');
  }
}
