// Checks what a device signed. The site is the one of AMITY_PUBLIC_URL: an answer made for any other origin is refused, which is what
// makes a passkey worthless to a false page. Its owner was verified by the device, so a passkey is two factors in one.
import type { PasskeyAnswer, PasskeyRequest } from '@amity/access';
import { DomainError, type Id } from '@amity/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { VerifiedAuthenticationResponse } from '@simplewebauthn/server';
import { SETTINGS, type Settings } from '../settings.js';
import { type ChallengePurpose, Challenges } from './challenges.js';
import { PasskeysRepository, type StoredPasskey } from './passkeys.repository.js';

/** The site that passkeys belong to. */
export interface Site {
  readonly rpID: string;
  readonly origin: string;
}

export function siteOf({ publicUrl }: Pick<Settings, 'publicUrl'>): Site {
  const { hostname, origin } = new URL(publicUrl);
  return { rpID: hostname, origin };
}

@Injectable()
export class PasskeyCheck {
  private readonly site: Site;

  constructor(
    private readonly passkeys: PasskeysRepository,
    private readonly challenges: Challenges,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.site = siteOf(settings);
  }

  /** What to ask the device for. @param accountId whose passkey must answer; null at sign-in, where the device knows */
  async ask(purpose: ChallengePurpose, accountId: Id | null): Promise<PasskeyRequest> {
    const challenge = await this.challenges.issue(purpose, accountId);
    const { rpID } = this.site;
    const { generateAuthenticationOptions } = await import('@simplewebauthn/server'); // 250 files: only who needs them loads them
    const options = await generateAuthenticationOptions({ rpID, challenge, userVerification: 'required', timeout: 300_000 });
    return { challenge: options.challenge, rpId: rpID, timeout: 300_000, userVerification: 'required' };
  }

  /** The passkey that answered, used up to this count. Throws `access.passkey_refused`. */
  async accept(answer: PasskeyAnswer, purpose: ChallengePurpose, accountId: Id | null): Promise<StoredPasskey> {
    const challenge = challengeIn(answer.response.clientDataJSON);
    if (challenge === null || !(await this.challenges.redeem(challenge, purpose, accountId))) throw refused();
    const passkey = await this.passkeys.byCredential(answer.id);
    if (!passkey || (accountId !== null && passkey.accountId !== accountId)) throw refused();
    if (answer.response.userHandle !== undefined && answer.response.userHandle !== userHandleOf(passkey.accountId)) throw refused();
    const { authenticationInfo } = await this.verify(answer, challenge, passkey);
    const { newCounter, credentialBackedUp } = authenticationInfo;
    if (!(await this.passkeys.use(passkey.id, newCounter, credentialBackedUp))) throw refused();
    return passkey;
  }

  private async verify(answer: PasskeyAnswer, challenge: string, passkey: StoredPasskey): Promise<VerifiedAuthenticationResponse> {
    const { rpID, origin } = this.site;
    const { credentialId: id, counter, transports } = passkey;
    const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
    try {
      const verified = await verifyAuthenticationResponse({
        response: answer,
        expectedChallenge: challenge,
        expectedOrigin: origin,
        expectedRPID: rpID,
        requireUserVerification: true,
        credential: { id, publicKey: new Uint8Array(passkey.publicKey), counter, transports },
      });
      if (verified.verified) return verified;
    } catch {
      // Nothing but the answer goes in, so whatever is thrown is about it: origin, site, flags, counter, signature or form
    }
    throw refused();
  }
}

/** The challenge inside clientDataJSON (base64url of JSON), or null when there is none to be read. */
export function challengeIn(clientDataJSON: string): string | null {
  try {
    const data: unknown = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8'));
    const challenge: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'challenge') : null;
    return typeof challenge === 'string' ? challenge : null;
  } catch (notJson) {
    if (!(notJson instanceof SyntaxError)) throw notJson;
    return null; // not what a browser sends
  }
}

/** What a device keeps as the owner of a passkey: the account's id and nothing that says who it is. */
export function userHandleOf(accountId: Id): string {
  return Buffer.from(accountId.replaceAll('-', ''), 'hex').toString('base64url');
}

function refused(): DomainError {
  return new DomainError('access.passkey_refused');
}
