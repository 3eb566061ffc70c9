// Adding, naming and removing one's own passkeys. Each change of what lets somebody in ends the account's other sessions.
import type { Passkey, PasskeyCreation, PasskeyDraft, PasskeyList } from '@amity/access';
import { DomainError, type Id } from '@amity/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { VerifiedRegistrationResponse } from '@simplewebauthn/server';
import { DataSource } from 'typeorm';
import { SETTINGS, type Settings } from '../settings.js';
import { AccountEntity } from './access.entities.js';
import type { Browser } from './browser.js';
import { Challenges } from './challenges.js';
import { challengeIn, siteOf, type Site, userHandleOf } from './passkey-check.js';
import { PasskeysRepository, type StoredPasskey } from './passkeys.repository.js';
import { type OpenSession, Sessions } from './sessions.js';

/** Ed25519, ES256 and RS256: what devices have. */
const algorithms = [-8, -7, -257];

@Injectable()
export class PasskeysService {
  private readonly site: Site;

  constructor(
    private readonly dataSource: DataSource,
    private readonly passkeys: PasskeysRepository,
    private readonly challenges: Challenges,
    private readonly sessions: Sessions,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.site = siteOf(settings);
  }

  async list({ accountId }: OpenSession): Promise<PasskeyList> {
    return { items: (await this.passkeys.of(accountId)).map(toPasskey) };
  }

  async start({ accountId }: OpenSession): Promise<PasskeyCreation> {
    const { email, name } = await this.dataSource.getRepository(AccountEntity).findOneByOrFail({ id: accountId });
    const own = await this.passkeys.of(accountId);
    const { generateRegistrationOptions } = await import('@simplewebauthn/server');
    const { challenge, rp, pubKeyCredParams } = await generateRegistrationOptions({
      rpName: 'Amity',
      rpID: this.site.rpID,
      userName: email,
      challenge: await this.challenges.issue('register', accountId),
      supportedAlgorithmIDs: algorithms,
    });
    return {
      challenge,
      rp,
      user: { id: userHandleOf(accountId), name: email, displayName: name },
      pubKeyCredParams: pubKeyCredParams.map(({ alg }) => ({ type: 'public-key', alg })),
      timeout: 300_000,
      excludeCredentials: own.map(({ credentialId, transports }) => ({ type: 'public-key', id: credentialId, transports })),
      authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
      attestation: 'none',
    };
  }

  async add(session: OpenSession, draft: PasskeyDraft, browser: Browser): Promise<Passkey> {
    const { accountId } = session;
    const challenge = challengeIn(draft.credential.response.clientDataJSON);
    if (challenge === null || !(await this.challenges.redeem(challenge, 'register', accountId)))
      throw new DomainError('access.passkey_not_added');
    const { registrationInfo } = await this.verify(draft, challenge);
    if (!registrationInfo) throw new DomainError('access.passkey_not_added');
    const { credential, credentialBackedUp } = registrationInfo;
    const added = await this.passkeys.add({
      accountId,
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: draft.credential.response.transports ?? [],
      name: draft.name,
      isSynced: credentialBackedUp,
    });
    if (!added) throw new DomainError('access.passkey_known');
    browser.keep(await this.sessions.renew(session));
    return toPasskey(added);
  }

  async rename({ accountId }: OpenSession, id: Id, name: string): Promise<Passkey> {
    const renamed = await this.passkeys.rename(accountId, id, name);
    if (!renamed) throw new DomainError('kernel.unknown', { what: 'passkey' });
    return toPasskey(renamed);
  }

  async remove(session: OpenSession, id: Id, browser: Browser): Promise<void> {
    const own = await this.passkeys.of(session.accountId);
    if (!own.some((passkey) => passkey.id === id)) throw new DomainError('kernel.unknown', { what: 'passkey' });
    if (!(await this.passkeys.remove(session.accountId, id))) throw new DomainError('access.last_way_in');
    browser.keep(await this.sessions.renew(session));
  }

  private async verify({ credential }: PasskeyDraft, challenge: string): Promise<VerifiedRegistrationResponse> {
    const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
    try {
      return await verifyRegistrationResponse({
        response: credential,
        expectedChallenge: challenge,
        expectedOrigin: this.site.origin,
        expectedRPID: this.site.rpID,
        requireUserVerification: true,
        supportedAlgorithmIDs: algorithms,
      });
    } catch {
      // Nothing but the answer goes in, so whatever is thrown is about it: origin, site, flags or form
      return { verified: false };
    }
  }
}

function toPasskey({ id, name, isSynced, createdAt, usedAt }: StoredPasskey): Passkey {
  return { id, name, isSynced, addedAt: createdAt.toISOString(), usedAt: usedAt?.toISOString() ?? null };
}
