// What a family opens from its letter, mostly on a phone: who comes, when, and two large answers. The token stands behind `#`,
// which no server sees in its log. A refused answer loses nothing of what was written.
import { Component, computed, inject, signal } from '@angular/core';
import { ActivatedRoute } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { FamilyOffer } from '@amity/placements';
import { EmptyState, Field, Control, ProblemNotice, Skeleton } from '@amity/ui';
import { PublicOrganization } from '../../access/index.js';
import { Problem } from '../../http/index.js';
import { Formats } from '../../language/index.js';

import { GuestWords } from '../guest-words.js';
import { PlacementsApi } from '../placements.api.js';

@Component({
  selector: 'amity-family-offer-page',
  imports: [Control, EmptyState, Field, ProblemNotice, Skeleton, TranslocoDirective],
  templateUrl: './family-offer.page.html',
  styleUrl: './family-offer.page.css',
})
export class FamilyOfferPage {
  private readonly api = inject(PlacementsApi);
  private readonly organization = inject(PublicOrganization);
  private readonly link = inject(ActivatedRoute).snapshot.fragment ?? '';
  protected readonly words = inject(GuestWords);
  protected readonly formats = inject(Formats);

  protected readonly offer = signal<FamilyOffer | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly working = signal(false);
  protected readonly note = signal('');
  protected readonly nights = computed(() => {
    const offer = this.offer();
    return offer ? Math.round((Date.parse(offer.nights.to) - Date.parse(offer.nights.from)) / 86_400_000) : 0;
  });

  constructor() {
    void this.load();
  }

  protected load(): Promise<void> {
    return this.run(() => this.api.offer(this.link));
  }

  protected answer(answer: 'accepted' | 'declined'): Promise<void> {
    return this.run(() => this.api.answerOffer(this.link, { answer, note: this.note() }));
  }

  protected write(event: Event): void {
    if (event.target instanceof HTMLTextAreaElement) this.note.set(event.target.value);
  }

  private async run(ask: () => Promise<FamilyOffer>): Promise<void> {
    if (this.working()) return;
    this.working.set(true);
    this.problem.set(null);
    try {
      const offer = await ask();
      this.offer.set(offer);
      this.organization.name.set(offer.organization);
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // the page shows its sentence
      this.problem.set(failure);
    } finally {
      this.working.set(false);
    }
  }
}
