// One partnership on its page: each change saves by itself, one after the other, each over what the one before it left. When somebody
// else saved meanwhile, both versions stand until one chooses, and what is changed until then joins the choice.
import { inject, Injectable, signal } from '@angular/core';
import type { AuditEntry } from '@amity/audit';
import type { Id } from '@amity/kernel';
import type { Partnership, PartnershipChange } from '@amity/partnerships';
import { Problem } from '../http/index.js';
import { PartnershipsApi } from './partnerships.api.js';

export type Saving = 'idle' | 'saving' | 'saved' | 'unsaved';

/** What I wrote and what stands there by now. */
export interface Conflict {
  readonly mine: PartnershipChange;
  readonly theirs: PartnershipChange;
  readonly version: number;
}

@Injectable()
export class PartnershipStore {
  private readonly api = inject(PartnershipsApi);
  private readonly current = signal<Partnership | null>(null);
  private readonly entries = signal<readonly AuditEntry[]>([]);
  private readonly next = signal<string | null>(null);
  private readonly trouble = signal<Problem | null>(null);
  private readonly clash = signal<Conflict | null>(null);
  private readonly progress = signal<Saving>('idle');
  private before: Promise<unknown> = Promise.resolve();

  readonly partnership = this.current.asReadonly();
  readonly timeline = this.entries.asReadonly();
  readonly olderEntries = this.next.asReadonly();
  readonly problem = this.trouble.asReadonly();
  readonly conflict = this.clash.asReadonly();
  readonly saving = this.progress.asReadonly();

  async load(id: Id): Promise<void> {
    await this.attempt(async () => {
      this.current.set(null);
      this.current.set(await this.api.get(id));
      await this.loadTimeline(id, null);
    });
  }

  /** True when it stands there. */
  save(change: PartnershipChange): Promise<boolean> {
    return this.inTurn(async () => {
      const [partnership, clash] = [this.current(), this.clash()];
      if (clash !== null) this.clash.set({ ...clash, mine: { ...clash.mine, ...change } });
      if (partnership === null || clash !== null) return false;
      return stands(change, partnership) || this.saveOver(partnership, partnership.version, change);
    });
  }

  /** After a conflict: what was chosen replaces what stands there. */
  settle(chosen: PartnershipChange): Promise<boolean> {
    return this.inTurn(async () => {
      const [partnership, clash] = [this.current(), this.clash()];
      if (partnership === null || clash === null) return false;
      this.clash.set(null);
      return this.saveOver(partnership, clash.version, chosen);
    });
  }

  async loadOlder(): Promise<void> {
    const [partnership, cursor] = [this.current(), this.next()];
    if (partnership !== null && cursor !== null) await this.attempt(() => this.loadTimeline(partnership.id, cursor));
  }

  /** Waits until the save before has ended, however it ended: whoever asked for that one is told. */
  private inTurn(work: () => Promise<boolean>): Promise<boolean> {
    const mine = this.before.then(work);
    this.before = Promise.allSettled([mine]);
    return mine;
  }

  private async saveOver({ id }: Partnership, version: number, change: PartnershipChange): Promise<boolean> {
    this.progress.set('saving');
    const saved = await this.attempt(async () => {
      this.current.set(await this.api.change(id, version, change));
    }, change);
    this.progress.set(saved ? 'saved' : 'unsaved');
    if (saved) await this.attempt(() => this.loadTimeline(id, null)); // the change stands, whether or not its history can be read now
    return saved;
  }

  private async loadTimeline(id: Id, cursor: string | null): Promise<void> {
    const page = await this.api.timeline(id, cursor);
    this.entries.update((before) => (cursor === null ? page.items : [...before, ...page.items]));
    this.next.set(page.next);
  }

  private async attempt(work: () => Promise<void>, mine: PartnershipChange = {}): Promise<boolean> {
    this.trouble.set(null);
    try {
      await work();
      return true;
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      const version = failure.body['currentVersion'];
      if (failure.is('kernel.stale_version') && typeof version === 'number') {
        this.clash.set({ mine, theirs: theirsOf(failure.current), version });
      } else this.trouble.set(failure);
      return false;
    }
  }
}

function stands(change: PartnershipChange, partnership: Partnership): boolean {
  const there = new Map<string, unknown>(Object.entries(partnership));
  return Object.entries(change).every(([name, value]) => value === there.get(name));
}

/** A refused change's other side, as the api shows it: the partnership's own fields. */
function theirsOf(current: unknown): PartnershipChange {
  return typeof current === 'object' && current !== null ? current : {};
}
