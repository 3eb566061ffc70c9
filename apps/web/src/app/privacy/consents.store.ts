// The consents of the person whose sheet is open, as a coordinator keeps them.
import { inject, Injectable, signal } from '@angular/core';
import type { Id } from '@amity/kernel';
import type { PersonConsents, ToldDecision } from '@amity/privacy';
import { Problem } from '../http/index.js';
import { PrivacyApi } from './privacy.api.js';

@Injectable()
export class ConsentsStore {
  private readonly api = inject(PrivacyApi);
  private personId: Id | null = null;

  readonly consents = signal<PersonConsents | null>(null);
  /** A link just made; it is shown once. */
  readonly link = signal<string | null>(null);
  readonly problem = signal<Problem | null>(null);

  async look(personId: Id): Promise<void> {
    this.personId = personId;
    this.consents.set(null);
    this.link.set(null);
    this.problem.set(null);
    try {
      const consents = await this.api.consents(personId);
      if (this.personId === personId) this.consents.set(consents);
    } catch (failure) {
      this.refused(failure);
    }
  }

  /** A refusal is the form's to show. */
  async record(decision: ToldDecision): Promise<void> {
    if (!this.personId) return;
    this.consents.set(await this.api.told(this.personId, decision));
  }

  async makeLink(): Promise<void> {
    if (!this.personId) return;
    this.problem.set(null);
    try {
      this.link.set((await this.api.consentLink(this.personId)).url);
    } catch (failure) {
      this.refused(failure);
    }
  }

  private refused(failure: unknown): void {
    if (!(failure instanceof Problem)) throw failure; // a refusal or a cut line is shown in the section
    this.problem.set(failure);
  }
}
