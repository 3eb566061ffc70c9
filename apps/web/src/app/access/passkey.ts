// Talks to the device. WebAuthn's browser part is fetched only when somebody uses a passkey; what the device or its owner refuses becomes
// a Problem with a sentence, like any other refusal.
import { inject, Injectable } from '@angular/core';
import type { PasskeyAnswer, PasskeyCreation, PasskeyDraft, PasskeyRequest } from '@amity/access';
import { TranslocoService } from '@jsverse/transloco';
import { Problem } from '../http/index.js';

@Injectable({ providedIn: 'root' })
export class PasskeyDevice {
  private readonly words = inject(TranslocoService);

  readonly isThere = 'PublicKeyCredential' in globalThis;

  async answer(request: PasskeyRequest): Promise<PasskeyAnswer> {
    const { startAuthentication } = await import('@simplewebauthn/browser');
    const { id, rawId, response } = await this.refusing(() => startAuthentication({ optionsJSON: request }));
    return { id, rawId, type: 'public-key', clientExtensionResults: {}, response };
  }

  async create(creation: PasskeyCreation): Promise<PasskeyDraft['credential']> {
    const { startRegistration } = await import('@simplewebauthn/browser');
    const { id, rawId, response } = await this.refusing(() => startRegistration({ optionsJSON: creation }));
    const { clientDataJSON, attestationObject, transports } = response;
    return { id, rawId, type: 'public-key', clientExtensionResults: {}, response: { clientDataJSON, attestationObject, transports } };
  }

  private async refusing<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (refusal) {
      if (!(refusal instanceof Error)) throw refusal; // the browser refuses by named errors: cancelled, wrong address, not able to
      const why = refusal.name === 'SecurityError' ? 'elsewhere' : refusal.name === 'NotAllowedError' ? 'cancelled' : 'unavailable';
      const known = refusal.name === 'InvalidStateError' ? 'account.passkeys.known' : `access.passkey.${why}`;
      throw new Problem('web.passkey', 0, refusal.name, this.words.translate(known));
    }
  }
}
