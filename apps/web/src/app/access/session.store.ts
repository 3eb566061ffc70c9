// Who is signed in, where, and what that person may do there. Asked once per visit; the api decides again on every request,
// so a permission here only saves people from buttons that would be refused.
import { computed, inject, Injectable, type Signal, signal } from '@angular/core';
import type { Me, PasskeyAnswer, Permission, SetUp, SignIn } from '@amity/access';
import { CsrfToken } from '../http/index.js';
import { AccessApi } from './access.api.js';

@Injectable({ providedIn: 'root' })
export class SessionStore {
  private readonly api = inject(AccessApi);
  private readonly csrf = inject(CsrfToken);
  private readonly known = signal<Me | null>(null);
  private asked: Promise<Me | null> | null = null;

  /** Null before the first answer and when nobody is signed in. */
  readonly me = this.known.asReadonly();
  readonly held = computed(() => new Set<Permission>(this.known()?.permissions));

  can(permission: Permission): boolean {
    return this.held().has(permission);
  }

  /** The person signed in, or null. Asks the api once; a failure is thrown and asked again next time. */
  whoAmI(): Promise<Me | null> {
    this.asked ??= this.ask().catch((failure: unknown) => {
      this.asked = null; // offline or broken: the next page asks again
      throw failure;
    });
    return this.asked;
  }

  async signIn(credentials: SignIn): Promise<void> {
    this.become(await this.api.signIn(credentials));
  }

  async signInWithPasskey(answer: PasskeyAnswer): Promise<void> {
    this.become(await this.api.signInWithPasskey(answer));
  }

  /** Somebody came in by another way than a form of ours. */
  enter(me: Me): void {
    this.become(me);
  }

  async setUp(first: SetUp): Promise<void> {
    this.become(await this.api.setUp(first));
  }

  async switchTo(organizationId: string): Promise<void> {
    this.become(await this.api.switchTo({ organizationId }));
  }

  async signOut(): Promise<void> {
    await this.api.signOut();
    this.become(null);
  }

  /** Asks the api anew who is signed in. @returns whether it is still the same account, so that what was begun may go on */
  async askAgain(): Promise<boolean> {
    const before = this.known()?.account.id;
    const me = await this.ask();
    return me !== null && me.account.id === before;
  }

  private become(me: Me | null): void {
    this.asked = Promise.resolve(me);
    this.know(me);
  }

  private async ask(): Promise<Me | null> {
    const me = await this.api.session();
    this.know(me);
    return me;
  }

  private know(me: Me | null): void {
    this.known.set(me);
    this.csrf.value = me?.csrf ?? null;
  }
}

/** `readonly mayPlace = can('placements.place')` in a page: a signal for its buttons. */
export function can(permission: Permission): Signal<boolean> {
  const session = inject(SessionStore);
  return computed(() => session.can(permission));
}
