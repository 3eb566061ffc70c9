// A family's own page while it changes things: what is chosen shows at once; one save runs at a time and carries the newest of all
// that is not saved yet. What the server refuses stays on the page until it is chosen anew. When somebody else saved meanwhile,
// both versions stand until the family chooses; without a connection everything is sent when it is back.
import { DOCUMENT } from '@angular/common';
import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { Home, HomeChange } from '@amity/hosting';
import { Problem } from '../../http/index.js';
import { SignUpApi } from './sign-up.api.js';

/** What the family chose and what stands there by now. */
export interface HomeConflict {
  readonly mine: HomeChange;
  readonly theirs: Home;
}

@Injectable()
export class HomeStore {
  private readonly api = inject(SignUpApi);
  private token = '';
  private running: Promise<boolean> | null = null;

  private readonly saved = signal<Home | null>(null);
  private readonly unsent = signal<HomeChange>({});
  private readonly held = signal<HomeChange>({});

  /** Why the page cannot be shown. */
  readonly problem = signal<Problem | null>(null);
  /** Why the last change is not saved. */
  readonly refused = signal<Problem | null>(null);
  readonly conflict = signal<HomeConflict | null>(null);
  readonly keeping = signal<'' | 'saving' | 'saved'>('');
  /** As saved, with everything that was chosen since. */
  readonly home = computed<Home | null>(() => {
    const saved = this.saved();
    return saved && { ...saved, ...this.held(), ...this.conflict()?.mine, ...this.unsent() };
  });

  constructor() {
    const window = inject(DOCUMENT).defaultView;
    const online = () => void this.flush();
    window?.addEventListener('online', online);
    inject(DestroyRef).onDestroy(() => window?.removeEventListener('online', online));
  }

  /** @param token from the link of the family's letter */
  async open(token: string): Promise<void> {
    this.token = token;
    this.problem.set(null);
    try {
      this.saved.set(await this.api.home(token));
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // an unknown or old link is told in words
      this.problem.set(failure);
    }
  }

  async change(change: HomeChange): Promise<void> {
    const conflict = this.conflict();
    if (conflict !== null) return this.conflict.set({ ...conflict, mine: { ...conflict.mine, ...change } });
    this.held.update((held) => Object.fromEntries(Object.entries(held).filter(([name]) => !(name in change))));
    this.unsent.update((unsent) => ({ ...unsent, ...change }));
    await this.flush();
  }

  /** Of two versions, what to go on with. */
  async settle(chosen: HomeChange): Promise<void> {
    const conflict = this.conflict();
    if (conflict === null) return;
    this.conflict.set(null);
    this.unsent.set(differing(chosen, conflict.theirs));
    await this.flush();
  }

  private async flush(): Promise<void> {
    while (count(this.unsent()) > 0) {
      this.running ??= this.save().finally(() => (this.running = null));
      if (!(await this.running)) return;
    }
  }

  /** @returns whether the rest may be sent now */
  private async save(): Promise<boolean> {
    const [saved, sent] = [this.saved(), this.unsent()];
    if (saved === null) return false;
    this.keeping.set('saving');
    if (count(this.held()) === 0) this.refused.set(null);
    try {
      this.saved.set(await this.api.changeHome(this.token, saved.version, sent));
      this.unsent.update((unsent) => changedSince(unsent, sent));
      this.keeping.set('saved');
      return true;
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // told below the heading; what was chosen stays on the page
      this.keeping.set('');
      return this.notSaved(failure, sent);
    }
  }

  private notSaved(failure: Problem, sent: HomeChange): boolean {
    if (failure.status === 412) return this.meet(failure.current as Home);
    this.refused.set(failure);
    if (failure.offline || failure.status >= 500) return false; // sent again with the next change, or when the line is back
    this.held.update((held) => ({ ...held, ...sent }));
    this.unsent.update((unsent) => changedSince(unsent, sent));
    return true;
  }

  /** The other version has come; what both say alike is no matter for a choice. */
  private meet(theirs: Home): boolean {
    const mine = differing(this.unsent(), theirs);
    this.saved.set(theirs);
    this.unsent.set({});
    if (count(mine) > 0) this.conflict.set({ mine, theirs });
    else this.keeping.set('saved'); // the answer to an earlier save was lost on its way
    return count(mine) === 0;
  }
}

const count = (change: HomeChange): number => Object.keys(change).length;

/** The fields that were chosen anew after `sent` left. */
function changedSince(unsent: HomeChange, sent: HomeChange): HomeChange {
  const left = new Map(Object.entries(sent));
  return Object.fromEntries(Object.entries(unsent).filter(([name, value]) => value !== left.get(name)));
}

/** The fields of `change` that `home` says otherwise. */
function differing(change: HomeChange, home: Home): HomeChange {
  const there = new Map<string, unknown>(Object.entries(home));
  return Object.fromEntries(Object.entries(change).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(there.get(name))));
}
