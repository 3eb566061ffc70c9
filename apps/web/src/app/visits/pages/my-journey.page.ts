// For a delegate, on a phone: where they go, what the hosts were told about them, and the program. What is wrong is told to the organization;
// their name they hide themself, at once.
import { Component, inject } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { isKnownDiet } from '@amity/people';
import { EmptyState, PageHeader, ProblemNotice, Skeleton } from '@amity/ui';
import { Formats } from '../../language/index.js';
import { HideMe } from '../../privacy/index.js';
import { MyJourneyStore } from '../my-journey.store.js';

@Component({
  selector: 'amity-my-journey-page',
  imports: [EmptyState, HideMe, PageHeader, ProblemNotice, Skeleton, TranslocoDirective],
  providers: [MyJourneyStore],
  templateUrl: './my-journey.page.html',
  styleUrl: './my-journey.page.css',
})
export class MyJourneyPage {
  protected readonly store = inject(MyJourneyStore);
  protected readonly formats = inject(Formats);
  private readonly words = inject(TranslocoService);

  constructor() {
    void this.store.load();
  }

  protected dayOf(day: string): string {
    return this.formats.date(day, { weekday: 'long', day: 'numeric', month: 'long' });
  }

  protected said(list: 'diet' | 'pet', values: readonly string[]): string {
    return (
      values.map((word) => (list === 'pet' || isKnownDiet(word) ? this.words.translate(`delegations.${list}.${word}`) : word)).join(', ') ||
      '–'
    );
  }
}
