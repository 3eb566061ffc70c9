// The letters of a recovery: one at once to whoever is said to have asked, who can stop it from there; one to everybody who may decide; one
// with the link that leads to a new second factor, after two administrators confirmed. In between lies a week at most.
import { recoveryDays, recoveryLinkHours } from '@amity/access';
import { Inject, Injectable } from '@nestjs/common';
import type { TenantTx } from '../database/tenant-tx.js';
import { SETTINGS, type Settings } from '../settings.js';
import type { RecoveryEntity } from './access.entities.js';
import { LetterBox } from './letter-box.js';
import { Links } from './links.js';
import { Organizations } from './organizations.js';
import { type Addressee, decider } from './recoveries.repository.js';
import { newToken, tokenHash } from './tokens.js';

@Injectable()
export class RecoveryLetters {
  constructor(
    private readonly links: Links,
    private readonly letters: LetterBox,
    private readonly organizations: Organizations,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'publicUrl'>,
  ) {}

  async asked(tx: TenantTx, { name, email }: Addressee, { id, device, network }: RecoveryEntity): Promise<void> {
    const token = await this.links.issue(tx, 'access.recovery', id, recoveryDays);
    const { name: organization } = await this.organizations.of(tx);
    await this.letters.send(tx, {
      to: email,
      subject: 'Did you lose your authenticator app?',
      paragraphs: [
        `Hello ${name},`,
        `somebody who knows your password asked ${organization} to remove your authenticator app and recovery codes from your account in Amity, on ${device || 'an unknown device'} from ${network || 'an unknown network'}.`,
        'If it was you, there is nothing to do here: two administrators will now make sure that it is you, perhaps by a call.',
        'If it was not you, stop it now, and change your password.',
      ],
      action: { label: 'It was not me: stop it', url: `${this.settings.publicUrl}/p/recovery#token=${token}` },
      confidential: true,
    });
  }

  /**
   * To one of those who decide. It carries no token, no address and no number, so that neither whoever reads it on its way nor whoever
   * made up the request can use it, and it asks for a call, because a letter like this one is easily made up.
   */
  async toDecide(tx: TenantTx, { name, email }: Addressee, asker: string): Promise<void> {
    const { name: organization } = await this.organizations.of(tx);
    await this.letters.send(tx, {
      to: email,
      subject: 'Somebody lost their second factor: please make sure who asks',
      paragraphs: [
        `Hello ${name},`,
        `${asker} is said to have lost both the authenticator app and the recovery codes, and asks the administrators of ${organization} to remove them. Whoever asks knows the password; that alone proves nothing.`,
        `Call ${asker} at a number you already have, or meet them. Do not reply to this letter, and trust no number that comes by mail.`,
        'Two of you confirm, each with a reason, or one of you refuses. The request ends by itself after a week.',
      ],
      action: { label: 'Open the request', url: `${this.settings.publicUrl}/settings/recoveries` },
      seenWith: decider,
    });
  }

  async done(tx: TenantTx, { id, name, email }: Addressee): Promise<void> {
    const token = newToken();
    await tx.query(
      `insert into identity.magic_links (organization_id, token_hash, account_id, purpose, expires_at)
       values ($1, $2, $3, 'new_factor', now() + make_interval(hours => $4))`,
      [tokenHash(token), id, recoveryLinkHours],
    );
    const { name: organization } = await this.organizations.of(tx);
    await this.letters.send(tx, {
      to: email,
      subject: 'You can sign in again, and add a new authenticator app',
      paragraphs: [
        `Hello ${name},`,
        `two administrators of ${organization} have confirmed that it is you. Your old authenticator app and recovery codes are removed, and every device is signed out.`,
        'The link signs you in once, within three days, and leads to where you add a new app. Your password works as before.',
      ],
      action: { label: 'Sign in and add a new app', url: `${this.settings.publicUrl}/p/magic-link?returnTo=%2Faccount#token=${token}` },
      confidential: true,
    });
  }
}
