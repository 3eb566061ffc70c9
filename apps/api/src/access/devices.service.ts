// The list of devices: what is signed in to one's own account, and how to end it from afar.
import type { SessionList } from '@amity/access';
import { DomainError, type Id } from '@amity/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type OpenSession, Sessions } from './sessions.js';

@Injectable()
export class DevicesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sessions: Sessions,
  ) {}

  /** The own sessions that still live, the one in use last first. */
  async list({ id, accountId }: OpenSession): Promise<SessionList> {
    const rows = await this.dataSource.query<DeviceRow[]>(
      `select id, device, network, method, created_at, seen_at from identity.sessions
       where account_id = $1 and expires_at > now() and seen_at > now() - interval '12 hours' order by id = $2 desc, seen_at desc, id`,
      [accountId, id],
    );
    return {
      items: rows.map((row) => ({
        id: row.id,
        device: row.device,
        network: row.network,
        method: row.method,
        openedAt: row.created_at.toISOString(),
        seenAt: row.seen_at.toISOString(),
        isThis: row.id === id,
      })),
    };
  }

  async end({ accountId }: OpenSession, sessionId: Id): Promise<void> {
    const [, ended] = await this.dataSource.query<[unknown, number]>(`delete from identity.sessions where id = $1 and account_id = $2`, [
      sessionId,
      accountId,
    ]);
    if (ended !== 1) throw new DomainError('kernel.unknown', { what: 'device' });
  }

  endOthers({ accountId, id }: OpenSession): Promise<void> {
    return this.sessions.endAll(accountId, id);
  }
}

interface DeviceRow {
  readonly id: Id;
  readonly device: string;
  readonly network: string;
  readonly method: SessionList['items'][number]['method'];
  readonly created_at: Date;
  readonly seen_at: Date;
}
