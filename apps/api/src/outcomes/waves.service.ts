// Opening a survey is one step: the wave, an invitation for every delegate, and the letters, all or nothing.
import type { Actor } from '@amity/access';
import { closedDelegation } from '@amity/delegations';
import { dayIn, DomainError, type Id, type Page } from '@amity/kernel';
import { resultsOf, type Wave, type WaveDates, type WaveDraft, type WaveResults, type WavesQuery } from '@amity/outcomes';
import { Injectable } from '@nestjs/common';
import { Organizations } from '../access/index.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { DelegationEntity } from '../delegations/index.js';
import { InstrumentEntity } from './instrument.entity.js';
import { Instruments } from './instruments.service.js';
import { Invitations } from './invitations.service.js';
import { WaveEntity } from './wave.entity.js';
import { WavesRepository } from './waves.repository.js';
import { toRawWave, toWave } from './waves.rows.js';

@Injectable()
export class Waves {
  constructor(
    private readonly tenants: Tenants,
    private readonly waves: WavesRepository,
    private readonly invitations: Invitations,
    private readonly instruments: Instruments,
    private readonly organizations: Organizations,
  ) {}

  list(actor: Actor, query: WavesQuery): Promise<Page<Wave>> {
    return this.tenants.read(actor, async (tx) => {
      const page = await this.waves.list(tx, query);
      const today = await this.today(tx);
      return { ...page, items: page.items.map((row) => toWave(row, today)) };
    });
  }

  get(actor: Actor, id: Id): Promise<Wave> {
    return this.tenants.read(actor, (tx) => this.show(tx, id));
  }

  open(actor: Actor, draft: WaveDraft): Promise<Wave> {
    return this.tenants.write(actor, (tx) => this.openIn(tx, draft));
  }

  /** For the demo as well: inside the caller's transaction. */
  async openIn(tx: TenantTx, draft: WaveDraft): Promise<Wave> {
    const delegation = await tx.find(DelegationEntity, draft.delegationId);
    if (!delegation) throw unknownChoice('delegation_unknown', 'delegationId');
    const instrument = await tx.find(InstrumentEntity, draft.instrumentId);
    if (!instrument) throw unknownChoice('instrument_unknown', 'instrumentId');
    const newest = (await this.instruments.newest(tx)).find((each) => each.key === instrument.key);
    if (newest?.id !== instrument.id) throw new DomainError('outcomes.edition_superseded', { instrument: instrument.name });
    const { id } = await tx.guarded(() => tx.insert(WaveEntity, draft), {
      waves_once: async () => {
        const [there] = await tx
          .from(WaveEntity, 'w')
          .where('w.delegationId = :delegationId and w.instrumentId = :instrumentId and w.moment = :moment', draft)
          .getMany();
        throw new DomainError(
          'outcomes.wave_exists',
          { instrument: instrument.name, delegation: spoken(delegation) },
          { waveId: there?.id ?? null },
        );
      },
    });
    const { sent, withoutEmail, withoutConsent } = await this.invitations.inviteAll(tx, id);
    if (sent + withoutEmail + withoutConsent === 0) throw new DomainError('outcomes.nobody_to_invite', { delegation: spoken(delegation) });
    return this.show(tx, id);
  }

  changeDates(actor: Actor, id: Id, version: number, dates: WaveDates): Promise<Wave> {
    return this.tenants.write(actor, async (tx) => {
      await tx.lock(WaveEntity, id, 'survey');
      const current = await this.show(tx, id);
      await tx.update(WaveEntity, id, version, dates, 'survey', () => current);
      return this.show(tx, id);
    });
  }

  /** All that may be said about one wave, from one query over its answers. */
  results(actor: Actor, id: Id): Promise<WaveResults> {
    return this.tenants.read(actor, async (tx) => {
      const [row] = await this.waves.answered(tx, { waveId: id });
      if (!row) throw new DomainError('kernel.unknown', { what: 'survey' });
      return resultsOf(toRawWave(row, await this.today(tx)));
    });
  }

  private async show(tx: TenantTx, id: Id): Promise<Wave> {
    return toWave(await this.waves.get(tx, id), await this.today(tx));
  }

  private async today(tx: TenantTx): Promise<string> {
    return dayIn((await this.organizations.of(tx)).zone, new Date());
  }
}

/** Whoever may open a survey need not know what a closed delegation is called. */
function spoken({ rule, name }: DelegationEntity): string {
  return rule === 'closed' ? closedDelegation : name;
}

function unknownChoice(entry: 'delegation_unknown' | 'instrument_unknown', path: string): DomainError {
  return new DomainError(`outcomes.${entry}`, {}, { errors: [{ path, detail: 'Choose one from the list.' }] });
}
