// One delegation and its roster, shared by the tabs of its record.
import { inject, Injectable, signal } from '@angular/core';
import {
  type Delegate,
  type DelegateChange,
  type DelegateDraft,
  type Delegation,
  type DelegationDraft,
  type DelegationState,
  type HouseRule,
  inRosterOrder,
  type KnowerDraft,
  type LooseningConsents,
  type NeedToKnow,
} from '@amity/delegations';
import type { Id } from '@amity/kernel';
import { Problem } from '../http/index.js';
import { DelegationsApi } from './delegations.api.js';

@Injectable()
export class DelegationStore {
  private readonly api = inject(DelegationsApi);
  private id: Id | null = null;

  readonly delegation = signal<Delegation | null>(null);
  readonly needToKnow = signal<NeedToKnow | null>(null);
  /** Null before the first answer, and where its names are withheld. */
  readonly roster = signal<readonly Delegate[] | null>(null);
  readonly problem = signal<Problem | null>(null);

  async load(id: Id): Promise<void> {
    this.id = id;
    this.problem.set(null);
    try {
      const [delegation, needToKnow] = await Promise.all([this.api.get(id), this.api.needToKnow(id)]);
      const roster = delegation.known ? await this.api.roster(id) : null;
      if (this.id !== id) return; // another record was opened meanwhile
      this.delegation.set(delegation);
      this.roster.set(roster);
      this.needToKnow.set(needToKnow);
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // shown in place of the record
      this.problem.set(failure);
    }
  }

  reload(): Promise<void> {
    return this.id === null ? Promise.resolve() : this.load(this.id);
  }

  async change(version: number, draft: DelegationDraft): Promise<void> {
    this.delegation.set(await this.api.change({ ...this.known(), version }, draft));
  }

  /** @returns the state it had, for the way back */
  async move(state: DelegationState): Promise<DelegationState> {
    const before = this.known();
    this.delegation.set(await this.api.move(before, state));
    return before.state;
  }

  /** Whoever tightens goes on knowing; whoever had no need to know learns nothing by it. */
  async setRule(rule: HouseRule): Promise<void> {
    await this.api.setRule(this.known(), rule);
    await this.reload();
  }

  async letKnow(draft: KnowerDraft): Promise<void> {
    this.needToKnow.set(await this.api.letKnow(this.known().id, draft));
    if (!this.known().known) await this.reload();
  }

  async letForget(entryId: Id): Promise<void> {
    this.needToKnow.set(await this.api.letForget(this.known().id, entryId));
    if (this.known().known !== this.needToKnow()?.known) await this.reload();
  }

  consents(): Promise<LooseningConsents> {
    return this.api.consents(this.known().id);
  }

  recordConsent(delegateId: Id, rule: Exclude<HouseRule, 'closed'>): Promise<LooseningConsents> {
    return this.api.recordConsent(this.known().id, delegateId, rule);
  }

  withdrawConsent(consentId: Id): Promise<LooseningConsents> {
    return this.api.withdrawConsent(this.known().id, consentId);
  }

  async add(draft: DelegateDraft, key: string): Promise<Delegate> {
    const added = await this.api.addDelegate(this.known().id, draft, key);
    this.list((roster) => [...roster, added]);
    return added;
  }

  async changeDelegate(delegate: { id: Id; version: number }, change: DelegateChange): Promise<Delegate> {
    const changed = await this.api.changeDelegate(this.known().id, delegate, change);
    this.list((roster) => roster.map((other) => (other.id === changed.id ? changed : other)));
    return changed;
  }

  async remove(delegate: Delegate): Promise<void> {
    await this.api.removeDelegate(this.known().id, delegate);
    this.list((roster) => roster.filter((other) => other.id !== delegate.id));
  }

  private list(change: (roster: readonly Delegate[]) => readonly Delegate[]): void {
    const roster = inRosterOrder(change(this.roster() ?? []));
    this.roster.set(roster);
    this.delegation.update((known) => known && { ...known, delegateCount: roster.length });
  }

  private known(): Delegation {
    const delegation = this.delegation();
    if (!delegation) throw new Error('The delegation is not loaded yet.');
    return delegation;
  }
}
