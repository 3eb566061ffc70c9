// The results of one survey and who is invited to it. A personal link is known here only until the page is left or hidden by
// hand: the api keeps its hash alone and cannot show it again.
import { inject, Injectable, signal } from '@angular/core';
import type { Id } from '@amity/kernel';
import type { Invitation, InvitationList, LettersSent, WaveResults } from '@amity/outcomes';
import { Problem } from '../http/index.js';
import { OutcomesApi } from './outcomes.api.js';

export interface ShownLink {
  readonly invitationId: Id;
  readonly name: string;
  readonly url: string;
}

@Injectable()
export class SurveyResultsStore {
  private readonly api = inject(OutcomesApi);
  private id: Id | null = null;

  readonly results = signal<WaveResults | null>(null);
  readonly invitations = signal<InvitationList | null>(null);
  readonly problem = signal<Problem | null>(null);
  readonly link = signal<ShownLink | null>(null);
  readonly busy = signal(false);

  /** @param whoIsInvited is asked for only by those who may see it */
  async load(id: Id, whoIsInvited: boolean): Promise<void> {
    if (this.id !== id) {
      this.results.set(null);
      this.invitations.set(null);
      this.link.set(null);
    }
    this.id = id;
    await this.attempt(async () => {
      const [results, invitations] = await Promise.all([this.api.results(id), whoIsInvited ? this.api.invitations(id) : null]);
      if (this.id !== id) return; // another survey was opened meanwhile
      this.results.set(results);
      this.invitations.set(invitations);
    });
  }

  /** Null when refused. */
  remind(): Promise<LettersSent | null> {
    return this.write((id) => this.api.remind(id));
  }

  /** Null when refused. */
  inviteTheRest(): Promise<LettersSent | null> {
    return this.write((id) => this.api.inviteTheRest(id));
  }

  async makeLink({ id, name }: Invitation): Promise<void> {
    if (this.busy()) return;
    this.link.set(null);
    await this.attempt(async () => {
      const { url } = await this.api.link(id);
      this.link.set({ invitationId: id, name, url });
      this.invitations.update(
        (list) => list && { ...list, items: list.items.map((each) => (each.id === id ? { ...each, linkMade: true } : each)) },
      );
    });
  }

  hideLink(): void {
    this.link.set(null);
  }

  private async write(letters: (id: Id) => Promise<LettersSent>): Promise<LettersSent | null> {
    const id = this.id;
    if (id === null || this.busy()) return null;
    return this.attempt(async () => {
      const sent = await letters(id);
      const [results, invitations] = await Promise.all([this.api.results(id), this.api.invitations(id)]);
      this.results.set(results);
      this.invitations.set(invitations);
      return sent;
    });
  }

  private async attempt<T>(work: () => Promise<T>): Promise<T | null> {
    this.problem.set(null);
    this.busy.set(true);
    try {
      return await work();
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // only a refusal is an answer to the reader
      this.problem.set(failure);
      return null;
    } finally {
      this.busy.set(false);
    }
  }
}
