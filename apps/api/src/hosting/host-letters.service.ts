import type { Id } from '@amity/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { Links, Organizations } from '../access/index.js';
import type { TenantTx } from '../database/tenant-tx.js';
import { Outbox } from '../messages/index.js';
import { SETTINGS, type Settings } from '../settings.js';
import { alreadySignedUpLetter, confirmationLetter, resumeLetter, thanksLetter } from './hosting.letters.js';

interface Recipient {
  readonly email: string;
  readonly givenName: string;
}

/** Sends the letters of this area, with the organization's own addresses in them. */
@Injectable()
export class HostLetters {
  constructor(
    private readonly outbox: Outbox,
    private readonly organizations: Organizations,
    private readonly links: Links,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async confirmation(tx: TenantTx, to: Recipient, token: string): Promise<void> {
    await this.outbox.send(tx, confirmationLetter(await this.address(tx, to), token));
  }

  /** With the link to the family's page, because its sign-up was confirmed or somebody put it on the list. */
  async thanks(tx: TenantTx, to: Recipient, householdId: Id): Promise<void> {
    await this.outbox.send(tx, thanksLetter(await this.address(tx, to), await this.homeLink(tx, householdId)));
  }

  async resume(tx: TenantTx, to: Recipient, token: string): Promise<void> {
    await this.outbox.send(tx, resumeLetter(await this.address(tx, to), token));
  }

  async alreadySignedUp(tx: TenantTx, to: Recipient, householdId: Id): Promise<void> {
    await this.outbox.send(tx, alreadySignedUpLetter(await this.address(tx, to), await this.homeLink(tx, householdId)));
  }

  private homeLink(tx: TenantTx, householdId: Id): Promise<string> {
    return this.links.issue(tx, 'hosting.home', householdId, null);
  }

  private async address(tx: TenantTx, { email, givenName }: Recipient) {
    const { name: organization, slug } = await this.organizations.of(tx);
    return { email, givenName, organization, pages: `${this.settings.publicUrl}/p/${slug}` };
  }
}
