// What protects one's account and what is signed in to it. Every act asks the api for what is true afterwards.
import { inject, Injectable, signal } from '@angular/core';
import type { LinkedIdentity, Passkey, Protection, Session } from '@amity/access';
import { Problem } from '../../http/index.js';
import { AccessApi } from '../access.api.js';
import { PasskeyDevice } from '../passkey.js';
import { ProviderApi } from '../provider/provider.api.js';

@Injectable()
export class AccountStore {
  private readonly api = inject(AccessApi);
  private readonly device = inject(PasskeyDevice);
  private readonly providers = inject(ProviderApi);

  readonly protection = signal<Protection | null>(null);
  readonly passkeys = signal<readonly Passkey[]>([]);
  /** Where else one may have an account that signs in here; null where there is no such place. */
  readonly provider = signal<string | null>(null);
  readonly identities = signal<readonly LinkedIdentity[]>([]);
  readonly devices = signal<readonly Session[]>([]);
  /** Recovery codes just made: shown until they are put away, and never again. */
  readonly codes = signal<readonly string[]>([]);
  readonly problem = signal<Problem | null>(null);

  async load(): Promise<void> {
    await this.trying(async () => {
      const [protection, passkeys, provider, identities, devices] = await Promise.all([
        this.api.protection(),
        this.api.passkeys(),
        this.providers.name(),
        this.providers.identities(),
        this.api.devices(),
      ]);
      this.protection.set(protection);
      this.passkeys.set(passkeys.items);
      this.provider.set(provider);
      this.identities.set(identities.items);
      this.devices.set(devices.items);
    });
  }

  async addPasskey(name: string): Promise<boolean> {
    return this.changing(async () => {
      const credential = await this.device.create(await this.api.startPasskey());
      await this.api.addPasskey({ name, credential });
    });
  }

  renamePasskey(id: string, name: string): Promise<boolean> {
    return this.changing(() => this.api.renamePasskey(id, name));
  }

  removePasskey(id: string): Promise<boolean> {
    return this.changing(() => this.api.removePasskey(id));
  }

  /** The first code of the new app; a refusal is thrown, to stand beside the field. */
  async finishAuthenticator(code: string): Promise<void> {
    this.codes.set((await this.api.finishAuthenticator(code)).codes);
    await this.load();
  }

  removeAuthenticator(): Promise<boolean> {
    return this.changing(() => this.api.removeAuthenticator());
  }

  newCodes(): Promise<boolean> {
    return this.changing(async () => this.codes.set((await this.api.newRecoveryCodes()).codes));
  }

  /** @returns where to go to link an account there; null when it was refused */
  async startLinking(): Promise<string | null> {
    let url: string | null = null;
    await this.trying(async () => {
      url = await this.providers.startLinking();
    });
    return url;
  }

  unlink(id: string): Promise<boolean> {
    return this.changing(() => this.providers.unlink(id));
  }

  endDevice(id: string): Promise<boolean> {
    return this.changing(() => this.api.endDevice(id));
  }

  endOtherDevices(): Promise<boolean> {
    return this.changing(() => this.api.endOtherDevices());
  }

  /** @returns whether it was done; a refusal stands on the page */
  async trying(work: () => Promise<unknown>): Promise<boolean> {
    this.problem.set(null);
    try {
      await work();
      return true;
    } catch (refusal) {
      if (!(refusal instanceof Problem)) throw refusal; // only a refusal is an answer to the reader
      this.problem.set(refusal);
      return false;
    }
  }

  private async changing(work: () => Promise<unknown>): Promise<boolean> {
    const isDone = await this.trying(work);
    if (isDone) await this.load();
    return isDone;
  }
}
