// Idempotency-Keys are for a request that is sent again within hours. After two days a key is forgotten, and the answer stored
// beside it: the database holds no more of what people were told than it needs.
import type { Id } from '@amity/kernel';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Queue } from '../database/queue.js';
import { Tenants } from '../database/tenants.js';

@Injectable()
export class SpentKeys implements OnApplicationBootstrap {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tenants: Tenants,
    private readonly queue: Queue,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.queue.every('access.spent_keys', '23 * * * *', () => this.forget());
  }

  /** Forgets the keys of every organization that are older than 48 hours. */
  async forget(): Promise<void> {
    const organizations = await this.dataSource.query<{ id: Id }[]>(`select id from identity.organizations order by id`);
    for (const { id: organizationId } of organizations)
      await this.tenants.write({ kind: 'system', organizationId, name: 'spent-keys' }, (tx) =>
        tx.query(`delete from access.idempotency_keys where organization_id = $1 and created_at < now() - interval '48 hours'`),
      );
  }
}
