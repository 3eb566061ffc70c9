import type { Id } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

export interface StoredAuthenticator {
  readonly sealed: Buffer;
  readonly confirmedAt: Date | null;
}

/** Second factors of accounts. A change that must have one winner among many at once is one conditional statement. */
@Injectable()
export class FactorsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The app that counts, or null. */
  async authenticator(accountId: Id): Promise<StoredAuthenticator | null> {
    return this.one(`account_id = $1 and confirmed_at is not null`, accountId);
  }

  /** The app being added, for fifteen minutes. */
  async beingAdded(accountId: Id): Promise<StoredAuthenticator | null> {
    return this.one(`account_id = $1 and confirmed_at is null and created_at > now() - interval '15 minutes'`, accountId);
  }

  /** Begins to add an app, in place of one that was begun before. @returns false when one counts already */
  async begin(accountId: Id, sealed: Buffer): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      `insert into identity.authenticators (account_id, sealed) values ($1, $2)
       on conflict (account_id) do update set sealed = excluded.sealed, last_step = 0, created_at = now()
       where authenticators.confirmed_at is null returning account_id`,
      [accountId, sealed],
    );
    return rows.length === 1;
  }

  /** The app counts from now on, with these recovery codes. @returns false when another request was quicker */
  async finish(accountId: Id, step: number, codeHashes: readonly Buffer[]): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const isFirst = await changedOne(
        manager,
        `update identity.authenticators set confirmed_at = now(), last_step = $2 where account_id = $1 and confirmed_at is null`,
        [accountId, step],
      );
      if (isFirst) await replaceCodes(manager, accountId, codeHashes);
      return isFirst;
    });
  }

  /** Uses a step of time up. @returns false when it, or a later one, was used before */
  useStep(accountId: Id, step: number): Promise<boolean> {
    return changedOne(
      this.dataSource.manager,
      `update identity.authenticators set last_step = $2 where account_id = $1 and confirmed_at is not null and last_step < $2`,
      [accountId, step],
    );
  }

  /** Uses a recovery code up. @returns false when there is none like it, or it was used before */
  useCode(accountId: Id, codeHash: Buffer): Promise<boolean> {
    return changedOne(
      this.dataSource.manager,
      `update identity.recovery_codes set used_at = now() where account_id = $1 and code_hash = $2 and used_at is null`,
      [accountId, codeHash],
    );
  }

  async replaceCodes(accountId: Id, codeHashes: readonly Buffer[]): Promise<void> {
    await this.dataSource.transaction((manager) => replaceCodes(manager, accountId, codeHashes));
  }

  async codesLeft(accountId: Id): Promise<number> {
    const [row] = await this.dataSource.query<{ left: number }[]>(
      `select count(*)::int as left from identity.recovery_codes where account_id = $1 and used_at is null`,
      [accountId],
    );
    return row?.left ?? 0;
  }

  /** Takes the app away, and its recovery codes. */
  async remove(accountId: Id): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.query(`delete from identity.authenticators where account_id = $1`, [accountId]);
      await manager.query(`delete from identity.recovery_codes where account_id = $1`, [accountId]);
    });
  }

  private async one(where: string, accountId: Id): Promise<StoredAuthenticator | null> {
    const [row] = await this.dataSource.query<StoredAuthenticator[]>(
      `select sealed, confirmed_at as "confirmedAt" from identity.authenticators where ${where}`,
      [accountId],
    );
    return row ?? null;
  }
}

async function changedOne(manager: EntityManager, sql: string, parameters: unknown[]): Promise<boolean> {
  const [, changed] = await manager.query<[unknown, number]>(sql, parameters);
  return changed === 1;
}

async function replaceCodes(manager: EntityManager, accountId: Id, codeHashes: readonly Buffer[]): Promise<void> {
  await manager.query(`delete from identity.recovery_codes where account_id = $1`, [accountId]);
  await manager.query(`insert into identity.recovery_codes (account_id, code_hash) select $1, unnest($2::bytea[])`, [
    accountId,
    codeHashes,
  ]);
}
