// Who is asked and by what link. A letter carries a link of its own; a link made by hand ends all links before it. Nobody gets
// more than one letter a day about the same survey, however often somebody presses the button. As long as it is withheld who has
// answered, everybody is treated alike: a letter or a link that only some get would tell.
import type { Actor } from '@amity/access';
import { dayIn, DomainError, type Id, type LocalDate, type Zone } from '@amity/kernel';
import {
  linkDays,
  mayShowWhoAnswered,
  waveState,
  type Invitation,
  type InvitationLink,
  type InvitationList,
  type LettersSent,
} from '@amity/outcomes';
import { closedDelegation } from '@amity/delegations';
import { displayName, formalName } from '@amity/people';
import { Inject, Injectable } from '@nestjs/common';
import { Links, Organizations } from '../access/index.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { knownDelegation } from '../delegations/index.js';
import { Outbox } from '../messages/index.js';
import { Consents } from '../privacy/index.js';
import { SETTINGS, type Settings } from '../settings.js';
import { InstrumentEntity } from './instrument.entity.js';
import { invitationLetter, longDay, reminderLetter } from './survey.letters.js';
import { InvitationEntity, WaveEntity } from './wave.entity.js';
import { WavesRepository, type InvitationRow } from './waves.repository.js';

@Injectable()
export class Invitations {
  constructor(
    private readonly tenants: Tenants,
    private readonly waves: WavesRepository,
    private readonly links: Links,
    private readonly organizations: Organizations,
    private readonly outbox: Outbox,
    private readonly consents: Consents,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  list(actor: Actor, waveId: Id): Promise<InvitationList> {
    return this.tenants.read(actor, async (tx) => {
      await knownDelegation(tx, (await this.waves.get(tx, waveId)).delegation_id);
      const [rows, uninvited, { zone }] = [
        await this.waves.invitations(tx, waveId),
        await this.waves.uninvited(tx, waveId),
        await this.organizations.of(tx),
      ];
      const mayShow = mayShowWhoAnswered(rows.filter((row) => row.answered_at !== null).length);
      const missing = await this.withoutConsent(tx, rows);
      return { items: rows.map((row) => toInvitation(row, mayShow, zone, missing.has(row.person_id))), notInvited: uninvited.length };
    });
  }

  /** Invites whoever joined the roster since, and writes to them. */
  inviteTheRest(actor: Actor, waveId: Id): Promise<LettersSent> {
    return this.tenants.write(actor, (tx) => this.inviteAll(tx, waveId));
  }

  /** For opening a survey: inside its transaction. */
  async inviteAll(tx: TenantTx, waveId: Id): Promise<LettersSent> {
    await tx.lock(WaveEntity, waveId, 'survey');
    const missing = await this.waves.uninvited(tx, waveId);
    await tx.insertMany(
      InvitationEntity,
      missing.map((delegateId) => ({ waveId, delegateId })),
    );
    const invited = new Set(missing);
    return this.write(tx, waveId, 'invitation', (row) => invited.has(row.delegate_id));
  }

  /** Writes again to everybody who has not answered; to everybody while it is withheld who has. */
  remind(actor: Actor, waveId: Id): Promise<LettersSent> {
    return this.tenants.write(actor, async (tx) => {
      await tx.lock(WaveEntity, waveId, 'survey');
      const mayShow = await this.mayShow(tx, waveId);
      return this.write(tx, waveId, 'reminder', (row) => !mayShow || row.answered_at === null);
    });
  }

  makeLink(actor: Actor, id: Id): Promise<InvitationLink> {
    return this.tenants.write(actor, async (tx) => {
      const invitation = await tx.lock(InvitationEntity, id, 'invitation');
      if (invitation.answeredAt && (await this.mayShow(tx, invitation.waveId))) throw new DomainError('outcomes.answered_already');
      const wave = await tx.get(WaveEntity, invitation.waveId, 'survey');
      await knownDelegation(tx, wave.delegationId);
      const today = dayIn((await this.organizations.of(tx)).zone, new Date());
      refuseClosed(wave, today);
      await this.refuseWithoutConsent(tx, invitation);
      await this.links.revoke(tx, 'outcomes.answer', id);
      const url = this.address(await this.links.issue(tx, 'outcomes.answer', id, linkDays(wave, today)));
      await tx.update(InvitationEntity, id, 'any', { linkMadeAt: new Date() }, 'invitation');
      return { url };
    });
  }

  private async mayShow(tx: TenantTx, waveId: Id): Promise<boolean> {
    return mayShowWhoAnswered((await this.waves.invitations(tx, waveId)).filter((row) => row.answered_at !== null).length);
  }

  private async write(
    tx: TenantTx,
    waveId: Id,
    kind: 'invitation' | 'reminder',
    isMeant: (row: InvitationRow) => boolean,
  ): Promise<LettersSent> {
    const wave = await tx.get(WaveEntity, waveId, 'survey');
    const instrument = await tx.get(InstrumentEntity, wave.instrumentId, 'instrument');
    const { delegation_name: name, delegation_rule: rule } = await this.waves.get(tx, waveId);
    const delegation = rule === 'closed' ? closedDelegation : name;
    const { name: organization, zone } = await this.organizations.of(tx);
    const today = dayIn(zone, new Date());
    refuseClosed(wave, today);
    const asked = (await this.waves.invitations(tx, waveId)).filter(isMeant);
    const missing = await this.withoutConsent(tx, asked);
    const meant = asked.filter((row) => !missing.has(row.person_id));
    const reachable = meant.flatMap((row) => (row.email === null ? [] : [{ ...row, email: row.email }]));
    const due = reachable.filter((row) => row.lettered_at === null || dayIn(zone, row.lettered_at) !== today);
    for (const row of due) {
      const facts = {
        about: wave.delegationId,
        email: row.email,
        name: formalName({
          givenName: row.given_name,
          familyName: row.family_name,
          nameOrder: row.name_order,
          salutation: row.salutation,
        }),
        organization,
        delegation,
        survey: instrument.name,
        itemCount: instrument.items.length,
        opensOn: wave.opensOn,
        closesOn: wave.closesOn,
        url: this.address(await this.links.issue(tx, 'outcomes.answer', row.id, linkDays(wave, today))),
      };
      await this.outbox.send(tx, kind === 'invitation' ? invitationLetter(facts, today) : reminderLetter(facts));
      await tx.update(InvitationEntity, row.id, 'any', { letteredAt: new Date() }, 'invitation');
    }
    return {
      sent: due.length,
      alreadyToday: reachable.length - due.length,
      withoutEmail: meant.length - reachable.length,
      withoutConsent: missing.size,
    };
  }

  private withoutConsent(tx: TenantTx, rows: readonly InvitationRow[]): Promise<Set<Id>> {
    return this.consents.missing(
      tx,
      rows.map((row) => row.person_id),
      'survey',
    );
  }

  private async refuseWithoutConsent(tx: TenantTx, { id, waveId }: InvitationEntity): Promise<void> {
    const rows = (await this.waves.invitations(tx, waveId)).filter((row) => row.id === id);
    const missing = await this.withoutConsent(tx, rows);
    for (const row of rows) if (missing.has(row.person_id)) throw new DomainError('outcomes.no_consent', { name: nameOf(row) });
  }

  /** The token stands behind the #, so it reaches no log and no proxy. */
  private address(token: string): string {
    return `${this.settings.publicUrl}/p/survey#${token}`;
  }
}

function refuseClosed(wave: WaveEntity, today: LocalDate): void {
  if (waveState(wave, today) === 'closed') throw new DomainError('outcomes.wave_over', { day: longDay(wave.closesOn) });
}

function nameOf(row: InvitationRow): string {
  return displayName({ givenName: row.given_name, familyName: row.family_name, nameOrder: row.name_order });
}

function toInvitation(row: InvitationRow, mayShow: boolean, zone: Zone, withoutConsent: boolean): Invitation {
  return {
    id: row.id,
    delegateId: row.delegate_id,
    name: nameOf(row),
    email: row.email,
    answered: mayShow ? row.answered_at !== null : null,
    lastLetterOn: row.lettered_at ? dayIn(zone, row.lettered_at) : null,
    linkMade: row.link_made_at !== null,
    withoutConsent,
    version: row.version,
  };
}
