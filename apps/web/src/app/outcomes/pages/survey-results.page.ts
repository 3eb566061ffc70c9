// What one survey says: who answered, each figure with the people it rests on and its interval, what must be said beside them.
import { Component, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Id } from '@amity/kernel';
import type { Wave } from '@amity/outcomes';
import { PageHeader, ProblemNotice, Skeleton, StatusChip, type Tone } from '@amity/ui';
import { can } from '../../access/index.js';
import { Formats } from '../../language/index.js';
import { AnswerColumns } from '../components/answer-columns.js';
import { FlowBar } from '../components/flow-bar.js';
import { Invitations } from '../components/invitations.js';
import { MeanLine } from '../components/mean-line.js';
import { ResultsTable } from '../components/results-table.js';
import { OutcomeWords } from '../outcome.words.js';
import { SurveyResultsStore } from '../survey.results.store.js';

const tones: Readonly<Record<Wave['state'], Tone>> = { scheduled: 'waits', open: 'calm', closed: 'done' };

@Component({
  selector: 'amity-survey-results-page',
  imports: [
    AnswerColumns,
    FlowBar,
    Invitations,
    MeanLine,
    PageHeader,
    ProblemNotice,
    ResultsTable,
    RouterLink,
    Skeleton,
    StatusChip,
    TranslocoDirective,
  ],
  providers: [SurveyResultsStore],
  templateUrl: './survey-results.page.html',
  styleUrl: './survey-results.page.css',
})
export class SurveyResultsPage {
  readonly id = input.required<Id>();
  protected readonly store = inject(SurveyResultsStore);
  protected readonly words = inject(OutcomeWords);
  protected readonly formats = inject(Formats);
  protected readonly mayEdit = can('outcomes.edit');
  protected readonly toneOf = ({ state }: Wave) => tones[state];

  constructor() {
    effect(() => void this.load());
  }

  protected load(): Promise<void> {
    return this.store.load(this.id(), this.mayEdit());
  }
}
