// Who is told when somebody hides themself: one member who may protect people, named by the organization, and nobody else. The letter
// names nobody, and at the outbox only those see it who may know.
import type { Actor } from '@amity/access';
import { DomainError, type Id } from '@amity/kernel';
import type { Responder, ResponderChoice } from '@amity/privacy';
import { Inject, Injectable } from '@nestjs/common';
import { Organizations, Standings } from '../access/index.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { Tenants } from '../database/tenants.js';
import { Outbox } from '../messages/index.js';
import { SETTINGS, type Settings } from '../settings.js';
import { guardian, ResponderEntity } from './protection.entities.js';

interface Colleague {
  readonly accountId: Id;
  readonly name: string;
  readonly email: string;
}

@Injectable()
export class Responders {
  constructor(
    private readonly tenants: Tenants,
    private readonly standings: Standings,
    private readonly organizations: Organizations,
    private readonly outbox: Outbox,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  get(actor: Actor): Promise<Responder> {
    return this.tenants.read(actor, (tx) => this.show(tx));
  }

  choose(actor: Actor, { accountId }: ResponderChoice): Promise<Responder> {
    return this.tenants.write(actor, async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1::text, 4717))'); // one responder, whoever chooses at the same time
      const current = await this.current(tx);
      if (accountId !== null && !(await this.candidates(tx)).some((one) => one.accountId === accountId))
        throw new DomainError(
          'privacy.responder_unknown',
          {},
          { errors: [{ path: 'accountId', detail: 'Choose somebody from the list.' }] },
        );
      if (accountId === null && current) await tx.remove(ResponderEntity, current.id, 'any', 'entry');
      if (accountId !== null && current) await tx.update(ResponderEntity, current.id, 'any', { accountId }, 'entry');
      if (accountId !== null && !current) await tx.insert(ResponderEntity, { accountId });
      return this.show(tx);
    });
  }

  /** Somebody hid themself. */
  async tell(tx: TenantTx): Promise<void> {
    const current = await this.current(tx);
    const reader = (await this.candidates(tx)).find(({ accountId }) => accountId === current?.accountId);
    if (!reader) return; // nobody is named, or no longer may: the list in the settings shows it all the same
    const { name } = await this.organizations.of(tx);
    await this.outbox.send(tx, {
      to: reader.email,
      subject: 'Somebody asks for your attention',
      paragraphs: [
        `Hello ${reader.name},`,
        `somebody in an exchange of ${name} has hidden their name. It is done already. Please look who it is, and ask how they are.`,
      ],
      action: { label: 'Open the list', url: `${this.settings.publicUrl}/settings/protection` },
      seenWith: guardian,
    });
  }

  private current(tx: TenantTx): Promise<ResponderEntity | null> {
    return tx.from(ResponderEntity, 'r').getOne();
  }

  private async show(tx: TenantTx): Promise<Responder> {
    const current = await this.current(tx);
    const candidates = (await this.candidates(tx)).map(({ accountId, name }) => ({ accountId, name }));
    return { accountId: current?.accountId ?? null, candidates };
  }

  /** Members who may protect people, by name. */
  private async candidates(tx: TenantTx): Promise<Colleague[]> {
    const members = await tx.query<Colleague>(
      `select a.id as "accountId", a.name, a.email from access.memberships m join identity.accounts a on a.id = m.account_id
       where m.organization_id = $1 and m.state = 'active' order by a.name, a.id`,
    );
    const may = await Promise.all(
      members.map(async ({ accountId }) => (await this.standings.within(tx, accountId))?.permissions.includes(guardian)),
    );
    return members.filter((_, at) => may[at]);
  }
}
