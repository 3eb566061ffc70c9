import type { Actor, Permission } from '@amity/access';
import type { Page, PageQuery } from '@amity/kernel';
import { linksIn, type OutboxMessage } from '@amity/messages';
import { Injectable } from '@nestjs/common';
import { keysetPage } from '../database/keyset.js';
import { Tenants } from '../database/tenants.js';
import { MailEntity } from './mail.entity.js';

@Injectable()
export class MessagesService {
  constructor(private readonly tenants: Tenants) {}

  /** The outbox, newest first, without the letters about delegations whose names the reader need not know. */
  list(actor: Actor, page: PageQuery): Promise<Page<OutboxMessage>> {
    return this.tenants.read(actor, async (tx) => {
      const readable = tx
        .from(MailEntity, 'm')
        .where('(m.about is null or delegations.known(m.organizationId, m.about))')
        .where('(m.seenWith is null or m.seenWith = any(:held))', { held: heldBy(actor) });
      const mail = await keysetPage(readable, [{ by: 'm.id', type: 'uuid', descending: true }], page, (m) => [m.id]);
      return { ...mail, items: mail.items.map((one) => toMessage(one, isShown(actor, one))) };
    });
  }
}

function heldBy(actor: Actor): Permission[] {
  return actor.kind === 'member' ? [...actor.permissions] : [];
}

/**
 * Only a letter that no mail server carries is shown. One that lets its reader in (an invitation, a link to sign in) is shown to those
 * alone who could invite its reader anyway: whoever may merely read the outbox must not become an administrator by it.
 */
function isShown(actor: Actor, { state, confidential }: MailEntity): boolean {
  return state === 'kept' && (!confidential || (actor.kind === 'member' && actor.permissions.has('access.manage_users')));
}

function toMessage(mail: MailEntity, shown: boolean): OutboxMessage {
  return {
    id: mail.id,
    to: mail.recipient,
    subject: mail.subject,
    text: shown ? mail.text : null,
    state: mail.state,
    failure: mail.failure,
    createdAt: mail.createdAt.toISOString(),
    links: shown ? linksIn(mail.text) : [],
  };
}
