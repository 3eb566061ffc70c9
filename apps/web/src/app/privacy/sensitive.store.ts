// What is sensitive about one person is on the screen only while it is needed: asked for with a purpose, gone after two minutes, when
// the window loses the focus, and when another person is opened. What was being typed stays, hidden with the rest.
import { DestroyRef, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import type { Id } from '@amity/kernel';
import type { Fact, FactsAtAGlance, FactPurpose } from '@amity/privacy';
import { Problem } from '../http/index.js';
import { type FactTyped, sentOf } from './fact.typed.js';
import { PrivacyApi } from './privacy.api.js';

export const shownFor = 120_000;

@Injectable()
export class SensitiveStore {
  private readonly api = inject(PrivacyApi);
  private personId: Id | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;

  readonly glance = signal<FactsAtAGlance | null>(null);
  /** Null while it is locked. */
  readonly facts = signal<readonly Fact[] | null>(null);
  readonly problem = signal<Problem | null>(null);
  readonly busy = signal(false);

  constructor() {
    const view = inject(DOCUMENT).defaultView;
    const hide = () => this.hide();
    view?.addEventListener('blur', hide);
    inject(DestroyRef).onDestroy(() => {
      view?.removeEventListener('blur', hide);
      this.hide();
    });
  }

  async look(personId: Id): Promise<void> {
    this.hide();
    this.personId = personId;
    this.glance.set(null);
    await this.attempt(async () => this.refresh(personId));
  }

  async show(purpose: FactPurpose): Promise<void> {
    const personId = this.personId;
    if (!personId) return;
    await this.attempt(async () => {
      const { items } = await this.api.facts(personId, purpose);
      if (this.personId !== personId) return; // somebody else was opened meanwhile
      this.facts.set(items);
      this.timer = setTimeout(() => this.hide(), shownFor);
      await this.refresh(personId);
    });
  }

  hide(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.facts.set(null);
  }

  /** @param before the entry that is changed; null for a new one. A refusal is the form's to show */
  async save(before: Fact | null, typed: FactTyped, key: string): Promise<Fact> {
    const personId = this.personId;
    if (!personId) throw new Error('Nobody is open.');
    const fact = before ? await this.api.change(personId, before, sentOf(typed)) : await this.api.add(personId, sentOf(typed), key);
    this.facts.update((facts) => facts && [...facts.filter(({ id }) => id !== fact.id), fact]);
    await this.refresh(personId);
    return fact;
  }

  async remove(fact: Fact): Promise<void> {
    const personId = this.personId;
    if (!personId) return;
    await this.attempt(async () => {
      await this.api.remove(personId, fact);
      this.facts.update((facts) => facts && facts.filter(({ id }) => id !== fact.id));
      await this.refresh(personId);
    });
  }

  private async refresh(personId: Id): Promise<void> {
    const glance = await this.api.glance(personId);
    if (this.personId === personId) this.glance.set(glance);
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.problem.set(null);
    this.busy.set(true);
    try {
      await work();
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // a refusal or a cut line is shown in the section
      this.problem.set(failure);
    } finally {
      this.busy.set(false);
    }
  }
}
