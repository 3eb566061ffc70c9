// One household: read, screened, moved, changed. Each act answers with the household as it stands then.
import { inject, Injectable, signal } from '@angular/core';
import type { CheckInput, Household, HouseholdChange, HouseholdEvent, HouseholdState } from '@amity/hosting';
import { Problem } from '../http/index.js';
import { HostingApi } from './hosting.api.js';

@Injectable()
export class HouseholdStore {
  private readonly api = inject(HostingApi);

  readonly household = signal<Household | null>(null);
  readonly timeline = signal<readonly HouseholdEvent[]>([]);
  /** Why it could not be read. */
  readonly unread = signal<Problem | null>(null);
  /** Why the last move or change was refused. */
  readonly refused = signal<Problem | null>(null);
  /** Why the last check was not recorded. */
  readonly unrecorded = signal<Problem | null>(null);
  readonly busy = signal(false);

  async load(id: string): Promise<void> {
    this.unread.set(null);
    try {
      this.household.set(await this.api.get(id));
      await this.follow(id);
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // unknown, forbidden or a cut line: the page says which
      this.unread.set(failure);
    }
  }

  move(to: HouseholdState): Promise<boolean> {
    return this.act(({ id, version }) => this.api.changeState(id, version, to));
  }

  record(check: CheckInput): Promise<boolean> {
    return this.act(({ id }) => this.api.recordCheck(id, check), this.unrecorded);
  }

  change(change: HouseholdChange): Promise<boolean> {
    return this.act(({ id, version }) => this.api.change(id, version, change));
  }

  /** @returns whether it was done */
  private async act(work: (household: Household) => Promise<Household>, refused = this.refused): Promise<boolean> {
    const household = this.household();
    if (household === null) return false;
    this.busy.set(true);
    this.refused.set(null); // what stood against an earlier act may be over now
    refused.set(null);
    try {
      this.household.set(await work(household));
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // a refusal is shown where the act was asked for
      refused.set(failure);
      if (failure.status === 412) this.household.set(failure.current as Household);
      return false;
    } finally {
      this.busy.set(false);
    }
    await this.followQuietly(household.id);
    return true;
  }

  /** After an act. It is done, whether or not its history can be read now. */
  private async followQuietly(id: string): Promise<void> {
    try {
      await this.follow(id);
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // a cut line: the next act reads the history again
    }
  }

  private async follow(id: string): Promise<void> {
    this.timeline.set((await this.api.timeline(id)).items);
  }
}
