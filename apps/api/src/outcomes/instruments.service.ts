// The survey templates of an organization. It starts with Amity's own, copied on first use. Before anybody has answered an
// edition it can be changed in place; afterwards a change makes the next edition, and open surveys keep the one they have.
import type { Actor } from '@amity/access';
import { DomainError, type Id } from '@amity/kernel';
import { shippedInstruments, type Instrument, type InstrumentDraft, type InstrumentList } from '@amity/outcomes';
import { Injectable } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { InstrumentEntity } from './instrument.entity.js';

const isAnswered = `exists (
  select from outcomes.waves w
  join outcomes.invitations i on i.organization_id = w.organization_id and i.wave_id = w.id
  where w.organization_id = n.organization_id and w.instrument_id = n.id and i.answered_at is not null)`;

@Injectable()
export class Instruments {
  constructor(private readonly tenants: Tenants) {}

  async list(actor: Actor): Promise<InstrumentList> {
    const known = await this.tenants.read(actor, (tx) => this.newest(tx));
    const keys = new Set(known.map((instrument) => instrument.key));
    if (shippedInstruments.every(({ key }) => keys.has(key))) return { items: known };
    return this.tenants.write({ kind: 'system', organizationId: actor.organizationId, name: 'instruments' }, async (tx) => {
      await this.copyShipped(tx);
      return { items: await this.newest(tx) };
    });
  }

  /** Gives the organization every shipped instrument it lacks. Two at once make one copy: the second waits and finds it. */
  async copyShipped(tx: TenantTx): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('outcomes.instruments'), hashtext($1::text))`);
    const keys = new Set((await this.newest(tx)).map((instrument) => instrument.key));
    const missing = shippedInstruments.filter(({ key }) => !keys.has(key));
    await tx.insertMany(
      InstrumentEntity,
      missing.map((instrument) => ({ ...instrument, scales: [...instrument.scales], items: [...instrument.items], edition: 1 })),
    );
  }

  /** Returns the edition that now counts: this one, or the next. */
  change(actor: Actor, id: Id, version: number, draft: InstrumentDraft): Promise<Instrument> {
    return this.tenants.write(actor, async (tx) => {
      const current = await tx.lock(InstrumentEntity, id, 'instrument');
      const [newest] = (await this.newest(tx)).filter((each) => each.key === current.key);
      if (newest?.id !== id) throw new DomainError('outcomes.edition_superseded', { instrument: current.name });
      if (current.version !== version || !newest.frozen) {
        await tx.update(InstrumentEntity, id, version, draft, 'instrument', () => newest);
        return this.get(tx, id);
      }
      const next = await tx.insert(InstrumentEntity, { ...draft, key: current.key, edition: current.edition + 1 });
      return this.get(tx, next.id);
    });
  }

  /** The newest edition of each instrument, by name. One query. */
  newest(tx: TenantTx): Promise<Instrument[]> {
    return this.select(
      tx,
      `not exists (
      select from outcomes.instruments later
      where later.organization_id = n.organization_id and later.key = n.key and later.edition > n.edition)`,
    );
  }

  private async get(tx: TenantTx, id: Id): Promise<Instrument> {
    const [instrument] = await this.select(tx, 'n.id = $2', [id]);
    if (!instrument) throw new DomainError('kernel.unknown', { what: 'instrument' });
    return instrument;
  }

  private select(tx: TenantTx, condition: string, parameters: readonly unknown[] = []): Promise<Instrument[]> {
    return tx.query<Instrument>(
      `select n.id, n.key, n.edition, n.name, n.about, n.adapted_from as "adaptedFrom", n.scales, n.items, n.version, ${isAnswered} as frozen
       from outcomes.instruments n where n.organization_id = $1 and ${condition} order by n.name, n.id`,
      parameters,
    );
  }
}
