// The guests of one delegation and the families for the guest one looks at. Everything is asked again after each step and every
// few seconds while the page is in sight: a family that answers on its phone is seen here without a reload.
import { DOCUMENT } from '@angular/common';
import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { Id } from '@amity/kernel';
import type { Candidate, Candidates, DelegationPlacements, Guest, Placement } from '@amity/placements';
import { Problem } from '../http/index.js';
import { PlacementsApi } from './placements.api.js';

const lookAgainAfter = 8_000;

@Injectable()
export class PlacementsStore {
  private readonly api = inject(PlacementsApi);
  private delegationId: Id | null = null;
  private guestId: Id | null = null;

  readonly board = signal<DelegationPlacements | null>(null);
  readonly candidates = signal<Candidates | null>(null);
  readonly problem = signal<Problem | null>(null);
  /** What a step was refused with; stays until the next one. */
  readonly refusal = signal<Problem | null>(null);
  readonly working = signal(false);

  readonly guests = computed(() => this.board()?.guests ?? []);
  /** Whom to look at first: somebody without a bed, else the first of the list. */
  readonly firstToPlace = computed(() => this.guests().find(({ open }) => open !== null) ?? this.guests()[0] ?? null);

  constructor() {
    const document = inject(DOCUMENT);
    const timer = setInterval(() => {
      if (!document.hidden && !this.working()) void this.refresh();
    }, lookAgainAfter);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  async load(delegationId: Id): Promise<void> {
    this.delegationId = delegationId;
    this.board.set(null);
    this.problem.set(null);
    await this.refresh(true);
  }

  async look(guestId: Id | null): Promise<void> {
    if (this.guestId !== guestId) {
      this.candidates.set(null);
      this.refusal.set(null);
    }
    this.guestId = guestId;
    if (guestId === null) return;
    const candidates = await this.shown(() => this.api.candidates(guestId));
    if (candidates !== null && this.guestId === guestId) this.candidates.set(candidates);
  }

  /** @returns the placement, or null when it was refused; the refusal is shown */
  place(guest: Guest, candidate: Candidate): Promise<Placement | null> {
    return this.step(() => this.api.place(guest.delegateId, candidate.householdId));
  }

  cancel(placement: Pick<Placement, 'id' | 'version'>): Promise<Placement | null> {
    return this.step(() => this.api.cancel(placement));
  }

  answer(placement: Placement, answer: 'accepted' | 'declined'): Promise<Placement | null> {
    return this.step(() => this.api.answer(placement, { answer }));
  }

  async refresh(loud = false): Promise<void> {
    const id = this.delegationId;
    if (id === null) return;
    const before = this.board();
    const board = await this.shown(() => this.api.ofDelegation(id), loud);
    if (board === null || this.delegationId !== id || this.board() !== before) return;
    this.problem.set(null);
    if (JSON.stringify(board) === JSON.stringify(before)) return;
    this.board.set(board);
    if (before !== null) await this.look(this.guestId);
  }

  private async step(work: () => Promise<Placement>): Promise<Placement | null> {
    if (this.working()) return null;
    this.working.set(true);
    this.refusal.set(null);
    try {
      return await work();
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // a refusal is an answer to the reader
      this.refusal.set(failure);
      return null;
    } finally {
      await this.refresh();
      await this.look(this.guestId);
      this.working.set(false);
    }
  }

  /** @param loud shown even when something is on the page already */
  private async shown<T>(ask: () => Promise<T>, loud = this.board() === null): Promise<T | null> {
    try {
      return await ask();
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // shown in place of the page; a quiet look again just fails quietly
      if (loud) this.problem.set(failure);
      return null;
    }
  }
}
