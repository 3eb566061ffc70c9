// What somebody with a personal link sees and sends. A link answers once: the invitation is locked, so twenty sendings at the
// same moment store one sheet. Neither the audit log nor the invitation's version tells of an answer: while few have answered,
// whoever reads them would learn who did, which is what delegates are promised will not happen.
import type { LinkActor } from '@amity/access';
import { closedDelegation } from '@amity/delegations';
import { dayIn, DomainError, type Id } from '@amity/kernel';
import { checkAnswers, waveState, type AnswerSheet, type Survey, type Thanks } from '@amity/outcomes';
import { Injectable } from '@nestjs/common';
import { Organizations } from '../access/index.js';
import { newId } from '../database/new-id.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { DelegationEntity } from '../delegations/index.js';
import { InstrumentEntity } from './instrument.entity.js';
import { longDay } from './survey.letters.js';
import { InvitationEntity, WaveEntity } from './wave.entity.js';

@Injectable()
export class Surveys {
  constructor(
    private readonly tenants: Tenants,
    private readonly organizations: Organizations,
  ) {}

  mine(actor: LinkActor): Promise<Survey> {
    return this.tenants.read(actor, async (tx) => {
      const invitation = await tx.get(InvitationEntity, actor.subjectId, 'survey');
      const wave = await tx.get(WaveEntity, invitation.waveId, 'survey');
      const instrument = await tx.get(InstrumentEntity, wave.instrumentId, 'survey');
      const delegation = await tx.get(DelegationEntity, wave.delegationId, 'delegation');
      const organization = await this.organizations.of(tx);
      const state = invitation.answeredAt ? 'answered' : waveState(wave, dayIn(organization.zone, new Date()));
      return {
        organizationName: organization.name,
        delegationName: delegation.rule === 'closed' ? closedDelegation : delegation.name,
        name: instrument.name,
        about: instrument.about,
        adaptedFrom: instrument.adaptedFrom,
        moment: wave.moment,
        opensOn: wave.opensOn,
        closesOn: wave.closesOn,
        state,
        items: state === 'open' ? instrument.items : [],
      };
    });
  }

  answer(actor: LinkActor, sheet: AnswerSheet): Promise<Thanks> {
    return this.tenants.write(actor, (tx) => this.answerIn(tx, actor.subjectId, sheet));
  }

  /** For the demo as well: inside the caller's transaction. */
  async answerIn(tx: TenantTx, invitationId: Id, sheet: AnswerSheet): Promise<Thanks> {
    const invitation = await tx.lock(InvitationEntity, invitationId, 'survey');
    if (invitation.answeredAt) throw new DomainError('outcomes.answered_already');
    const wave = await tx.get(WaveEntity, invitation.waveId, 'survey');
    const { zone } = await this.organizations.of(tx);
    refuseUnlessOpen(wave, dayIn(zone, new Date()));
    const { given, faults } = checkAnswers(await itemsAsked(tx, wave), sheet.answers);
    if (faults.length > 0) throw new DomainError('kernel.invalid', {}, { errors: faults });
    await tx.query(
      `insert into outcomes.answers (organization_id, id, invitation_id, item_key, number, text)
         select $1, a.id, $2, a.key, a.number, a.text from jsonb_to_recordset($3::jsonb) as a(id uuid, key text, number numeric, text text)`,
      [invitation.id, JSON.stringify(given.map((answer) => ({ id: newId(), ...answer })))],
    );
    await tx.query(`update outcomes.invitations set answered_at = now() where organization_id = $1 and id = $2`, [invitation.id]);
    return { answered: given.length };
  }
}

/** The items, held until the answers are stored: nobody changes the questions while they are being answered. */
async function itemsAsked(tx: TenantTx, wave: WaveEntity): Promise<InstrumentEntity['items']> {
  const [held] = await tx.query<Pick<InstrumentEntity, 'items'>>(
    `select items from outcomes.instruments where organization_id = $1 and id = $2 for share`,
    [wave.instrumentId],
  );
  if (!held) throw new DomainError('kernel.unknown', { what: 'survey' });
  return held.items;
}

function refuseUnlessOpen(wave: WaveEntity, today: string): void {
  const state = waveState(wave, today);
  if (state === 'closed') throw new DomainError('outcomes.survey_closed', { day: longDay(wave.closesOn) });
  if (state === 'scheduled') throw new DomainError('outcomes.survey_not_open', { day: longDay(wave.opensOn) });
}
