// Who is protected, who asked for a real name, and the one name that is on the screen: until its time is over, the window loses the
// focus, or the page is left.
import { computed, DestroyRef, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import type { Id } from '@amity/kernel';
import type {
  EndingDecision,
  ProtectedPerson,
  ProtectionEnding,
  Responder,
  Reveal,
  RevealDecision,
  RevealedIdentity,
} from '@amity/privacy';
import { can } from '../access/index.js';
import { Problem } from '../http/index.js';
import { ProtectionApi } from './protection.api.js';

@Injectable()
export class ProtectionStore {
  private readonly api = inject(ProtectionApi);
  private timer: ReturnType<typeof setTimeout> | null = null;

  readonly mayReveal = can('privacy.reveal');
  /** Null until it is known. */
  readonly people = signal<readonly ProtectedPerson[] | null>(null);
  readonly reveals = signal<readonly Reveal[]>([]);
  readonly endings = signal<readonly ProtectionEnding[]>([]);
  readonly responder = signal<Responder | null>(null);
  readonly shown = signal<{ readonly reveal: Reveal; readonly identity: RevealedIdentity } | null>(null);
  readonly problem = signal<Problem | null>(null);
  readonly busy = signal(false);
  readonly waiting = computed(() => this.reveals().filter(({ state, isMine }) => state === 'requested' && !isMine).length);

  constructor() {
    const view = inject(DOCUMENT).defaultView;
    const hide = () => this.hide();
    view?.addEventListener('blur', hide);
    inject(DestroyRef).onDestroy(() => {
      view?.removeEventListener('blur', hide);
      this.hide();
    });
  }

  load(): Promise<boolean> {
    return this.attempt(async () => {
      const none = { items: [] };
      const [people, reveals, endings, responder] = await Promise.all([
        this.api.people(),
        this.mayReveal() ? this.api.reveals() : none,
        this.mayReveal() ? this.api.endings() : none,
        this.api.responder(),
      ]);
      this.people.set(people.items);
      this.reveals.set(reveals.items);
      this.endings.set(endings.items);
      this.responder.set(responder);
    });
  }

  /** A refusal is the form's to show. */
  async ask(personId: Id, reason: string): Promise<void> {
    const reveal = await this.api.ask(personId, reason);
    this.reveals.update((reveals) => [reveal, ...reveals]);
  }

  decide(reveal: Reveal, decision: RevealDecision['decision']): Promise<boolean> {
    return this.attempt(async () => {
      const decided = await this.api.decide(reveal, decision);
      this.reveals.update((reveals) => reveals.map((one) => (one.id === decided.id ? decided : one)));
    });
  }

  isToEnd(personId: Id): boolean {
    return this.endings().some((one) => one.personId === personId && one.state === 'requested');
  }

  /** A refusal is the form's to show. */
  async askEnding(personId: Id, reason: string): Promise<void> {
    const ending = await this.api.askEnding(personId, reason);
    this.endings.update((endings) => [ending, ...endings]);
  }

  /** As above. With the end the person leaves the list, and so do the requests for their name. */
  async decideEnding(ending: ProtectionEnding, decision: EndingDecision['decision'], reason: string): Promise<void> {
    const decided = await this.api.decideEnding(ending, decision, reason);
    this.endings.update((endings) => endings.map((one) => (one.id === decided.id ? decided : one)));
    if (decided.state === 'ended') {
      this.hide();
      await this.load();
    }
  }

  show(reveal: Reveal): Promise<boolean> {
    return this.attempt(async () => {
      const identity = await this.api.identity(reveal);
      this.shown.set({ reveal, identity });
      this.timer = setTimeout(() => this.hide(), Math.max(0, Date.parse(identity.visibleUntil) - Date.now()));
    });
  }

  hide(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.shown.set(null);
  }

  choose(accountId: Id | null): Promise<boolean> {
    return this.attempt(async () => this.responder.set(await this.api.choose(accountId)));
  }

  /** @returns true when it was done */
  private async attempt(work: () => Promise<void>): Promise<boolean> {
    this.problem.set(null);
    this.busy.set(true);
    try {
      await work();
      return true;
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // a refusal or a cut line is shown on the page
      this.problem.set(failure);
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
