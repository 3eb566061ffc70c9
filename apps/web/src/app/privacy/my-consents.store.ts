// One's own consents by a personal link. A decision is saved at once; when the words were changed meanwhile, the new ones are shown.
import { inject, Injectable, signal } from '@angular/core';
import type { ConsentState, MyConsents } from '@amity/privacy';
import { Problem } from '../http/index.js';
import { PrivacyApi } from './privacy.api.js';

@Injectable()
export class MyConsentsStore {
  private readonly api = inject(PrivacyApi);
  private token = '';

  readonly phase = signal<'loading' | 'unknown' | 'failed' | 'open'>('loading');
  readonly consents = signal<MyConsents | null>(null);
  readonly problem = signal<Problem | null>(null);
  readonly saving = signal(false);

  async open(token: string): Promise<void> {
    this.token = token;
    this.problem.set(null);
    if (token === '') return this.phase.set('unknown');
    try {
      this.consents.set(await this.api.myConsents(token));
      this.phase.set('open');
    } catch (failure) {
      const refusal = refusalIn(failure);
      this.problem.set(refusal);
      this.phase.set([401, 404, 410].includes(refusal.status) ? 'unknown' : 'failed');
    }
  }

  /** @returns true when saved */
  async decide({ isGiven, text }: ConsentState, guardianName: string | null): Promise<boolean> {
    const { purpose, language, edition } = text;
    this.problem.set(null);
    this.saving.set(true);
    try {
      this.consents.set(
        await this.api.decideMine(this.token, { purpose, language, edition, guardianName, decision: isGiven ? 'withdrawn' : 'given' }),
      );
      return true;
    } catch (failure) {
      const refusal = refusalIn(failure);
      if (refusal.is('privacy.text_superseded')) await this.open(this.token);
      this.problem.set(refusal);
      return false;
    } finally {
      this.saving.set(false);
    }
  }
}

/** What the reader is told; anything but a refusal or a cut line is a fault of ours. */
function refusalIn(failure: unknown): Problem {
  if (!(failure instanceof Problem)) throw failure;
  return failure;
}
