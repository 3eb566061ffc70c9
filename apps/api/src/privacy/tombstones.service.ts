// At every start: whoever has a tombstone and stands in the database again, because a backup was restored, is erased again before the
// first request is answered; a tombstone that did not reach the file, because the server was killed in between, is written there.
import type { Actor } from '@amity/access';
import { DomainError, type Id } from '@amity/kernel';
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Tenants } from '../database/tenants.js';
import { SETTINGS, type Settings } from '../settings.js';
import { Erasures } from './erasures.service.js';
import { TombstoneEntity } from './request.entities.js';
import { TombstoneFile } from './tombstone-file.js';

export interface Reapplied {
  readonly erased: number;
  /** Held again by a hold that the backup brought back. */
  readonly held: number;
}

@Injectable()
export class Tombstones implements OnApplicationBootstrap {
  private readonly log = new Logger(Tombstones.name);
  private readonly file: TombstoneFile;

  constructor(
    private readonly dataSource: DataSource,
    private readonly tenants: Tenants,
    private readonly erasures: Erasures,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.file = new TombstoneFile(settings.tombstones);
  }

  async onApplicationBootstrap(): Promise<void> {
    const { erased, held } = await this.reapply();
    if (erased > 0)
      this.log.warn(`${erased} people who had been erased were in the database again, as after a restore: they are erased again.`);
    if (held > 0)
      this.log.error(
        `${held} people who had been erased are under a legal hold again. Release it, then run: npm run amity -- privacy reapply-tombstones`,
      );
  }

  async reapply(): Promise<Reapplied> {
    const buried = await this.file.read();
    let [erased, held] = [0, 0];
    for (const { id } of await this.dataSource.query<{ id: Id }[]>('select id from identity.organizations order by id')) {
      const actor: Actor = { kind: 'system', organizationId: id, name: 'tombstones' };
      await this.complete(actor, buried.get(id) ?? new Set());
      for (const [personId, hash] of await this.backAgain(actor, buried.get(id) ?? new Set())) {
        if (await this.eraseAgain(actor, personId, hash)) erased += 1;
        else held += 1;
      }
    }
    return { erased, held };
  }

  private async backAgain(actor: Actor, hashes: ReadonlySet<string>): Promise<[Id, string][]> {
    if (hashes.size === 0) return [];
    const hash = await this.file.hasher();
    const people = await this.tenants.read(actor, (tx) =>
      tx.query<{ id: Id }>('select id from people.people where organization_id = $1 and erased_at is null'),
    );
    return people.map(({ id }): [Id, string] => [id, hash(actor.organizationId, id)]).filter(([, each]) => hashes.has(each));
  }

  private async eraseAgain(actor: Actor, personId: Id, hash: string): Promise<boolean> {
    try {
      await this.tenants.write(actor, (tx) =>
        this.erasures.erasePerson(tx.because('Erased before; a backup had brought it back.'), personId, hash),
      );
      return true;
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'privacy.under_legal_hold') throw error; // a hold of the restored backup: told, not overridden
      return false;
    }
  }

  /** What the database knows and the file does not. */
  private async complete(actor: Actor, written: ReadonlySet<string>): Promise<void> {
    const rows = await this.tenants.read(actor, (tx) => tx.from(TombstoneEntity, 't').orderBy('t.id').getMany());
    const missing = rows.filter(({ subjectHash }) => !written.has(subjectHash));
    await this.file.append(
      missing.map(({ subjectHash, createdAt }) => ({
        organization: actor.organizationId,
        subject: subjectHash,
        at: createdAt.toISOString(),
      })),
    );
  }
}
