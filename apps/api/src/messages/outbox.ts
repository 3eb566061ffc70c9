// What an area wants the world to know leaves through here, in the transaction that made it true: letters to people and
// events to other areas. Nothing is sent by a transaction that rolls back, and nothing committed is forgotten.
import { letterHtml, letterText, type Letter } from '@amity/messages';
import type { Actor } from '@amity/access';
import type { Id } from '@amity/kernel';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Organizations } from '../access/index.js';
import { newId } from '../database/new-id.js';
import { Queue, type QueuedWork } from '../database/queue.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { MailEntity } from './mail.entity.js';

/** News of one area to those above it: a kind `<area>.<what happened>` and ids, never contents. */
export interface DomainEvent {
  readonly kind: `${string}.${string}`;
  readonly [id: `${string}Id`]: Id;
}

export type EventHandler = (tx: TenantTx, event: DomainEvent) => Promise<void>;

@Injectable()
export class Outbox implements OnApplicationBootstrap {
  private readonly log = new Logger(Outbox.name);
  private readonly handlers = new Map<string, { name: string; handle: EventHandler }[]>();

  constructor(
    private readonly queue: Queue,
    private readonly tenants: Tenants,
    private readonly organizations: Organizations,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.queue.work('messages.event', (work) => this.deliver(work), 10);
  }

  /** Writes a letter; it is sent after the commit. */
  async send(tx: TenantTx, letter: Letter): Promise<Id> {
    const { name } = await this.organizations.of(tx);
    const mail = await tx.insert(MailEntity, {
      about: letter.about ?? null,
      seenWith: letter.seenWith ?? null,
      recipient: letter.to,
      subject: letter.subject,
      text: letterText(letter, name),
      html: letterHtml(letter, name),
      state: 'queued',
      failure: null,
      sentAt: null,
      confidential: letter.confidential ?? false,
    });
    await this.queue.enqueue(tx, 'messages.mail', mail.id);
    return mail.id;
  }

  async publish(tx: TenantTx, event: DomainEvent): Promise<void> {
    const id = newId();
    await tx.query(`insert into messages.events (organization_id, id, kind, payload) values ($1, $2, $3, $4)`, [
      id,
      event.kind,
      JSON.stringify(event),
    ]);
    await this.queue.enqueue(tx, 'messages.event', id);
  }

  /** `name` identifies the handler for ever: it is how a delivery is known to have happened. */
  on(kind: DomainEvent['kind'], name: string, handle: EventHandler): void {
    this.handlers.set(kind, [...(this.handlers.get(kind) ?? []), { name, handle }]);
  }

  /** Each handler sees each event once: its delivery is recorded in the transaction in which it acts. */
  private async deliver({ organizationId, id }: QueuedWork): Promise<void> {
    const actor: Actor = { kind: 'system', organizationId, name: 'outbox' };
    const [event] = await this.tenants.read(actor, (tx) =>
      tx.query<{ kind: string; payload: DomainEvent }>(`select kind, payload from messages.events where organization_id = $1 and id = $2`, [
        id,
      ]),
    );
    if (!event) return this.log.warn({ id }, 'an event is gone'); // its organization was erased meanwhile
    for (const { name, handle } of this.handlers.get(event.kind) ?? []) {
      await this.tenants.write(actor, async (tx) => {
        const claim = await tx.query(
          `insert into messages.deliveries (organization_id, event_id, handler) values ($1, $2, $3) on conflict do nothing returning handler`,
          [id, name],
        );
        if (claim.length === 1) await handle(tx, event.payload);
      });
    }
  }
}
