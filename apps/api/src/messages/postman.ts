// Carries letters to the SMTP server. Without one, a letter is kept: the outbox page shows it, so that a trial needs no
// mail server. A letter is marked sent after the server took it; a crash in between sends it again under the same Message-ID.
// What the server refuses for good, or keeps refusing, is marked failed with its reason. In either case its links go: they are
// its reader's alone from then on.
import type { Actor } from '@amity/access';
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { withoutLinks } from '@amity/messages';
import { createTransport, type Transporter } from 'nodemailer';
import { type Attempt, Queue, type QueuedWork } from '../database/queue.js';
import { Tenants } from '../database/tenants.js';
import { SETTINGS, type Settings } from '../settings.js';
import { Forwarding } from './forwarding.js';
import { MailEntity } from './mail.entity.js';

@Injectable()
export class Postman implements OnApplicationBootstrap {
  private readonly log = new Logger(Postman.name);
  private readonly transport: Transporter | null;

  constructor(
    private readonly queue: Queue,
    private readonly tenants: Tenants,
    private readonly forwarding: Forwarding,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.transport = settings.smtpUrl ? createTransport(settings.smtpUrl) : null;
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.queue.work('messages.mail', (work, attempt) => this.carry(work, attempt), 10);
  }

  private async carry({ organizationId, id }: QueuedWork, { isLast }: Attempt): Promise<void> {
    const actor: Actor = { kind: 'system', organizationId, name: 'postman' };
    const { mail, to } = await this.tenants.read(actor, async (tx) => {
      const found = await tx.find(MailEntity, id);
      return { mail: found, to: found && (await this.forwarding.of(tx, found.recipient)) };
    });
    if (mail?.state !== 'queued' || to === null) return;
    const changes = this.transport ? await this.hand(this.transport, mail, to, isLast) : { state: 'kept' as const };
    await this.tenants.write(actor, (tx) => tx.update(MailEntity, id, 'any', changes, 'message'));
  }

  /** @param to where the reader really is; what is kept of the letter never says so */
  private async hand(transport: Transporter, mail: MailEntity, to: string, isLast: boolean): Promise<Handed> {
    const domain = /@([^>\s]+)/.exec(this.settings.mailFrom)?.[1] ?? 'localhost';
    const spent = { text: withoutLinks(mail.text), html: withoutLinks(mail.html) };
    try {
      await transport.sendMail({
        from: this.settings.mailFrom,
        to,
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        messageId: `<${mail.id}@${domain}>`,
      });
      return { state: 'sent', sentAt: new Date(), failure: null, ...spent };
    } catch (refusal) {
      // Whatever keeps a letter from its server is worth another try, except a refusal for good and after the last one
      if (!isLast && !isForGood(refusal)) throw refusal;
      const failure = reasonOf(refusal).replaceAll(to, mail.recipient);
      this.log.warn({ mail: mail.id, failure }, 'a letter could not be sent');
      return { state: 'failed', sentAt: null, failure, ...spent };
    }
  }
}

type Handed = Pick<MailEntity, 'sentAt' | 'failure' | 'text' | 'html'> & { state: 'sent' | 'failed' };

/** A 5xx answer (RFC 5321, 4.2.1): the server will say the same to the same letter again. */
function isForGood(refusal: unknown): boolean {
  const answer: unknown = refusal instanceof Error ? Reflect.get(refusal, 'responseCode') : undefined;
  return typeof answer === 'number' && answer >= 500;
}

/** What the server answered, or why there was no answer. */
function reasonOf(refusal: unknown): string {
  if (!(refusal instanceof Error)) return String(refusal);
  const answer: unknown = Reflect.get(refusal, 'response');
  return typeof answer === 'string' ? answer : refusal.message;
}
