// Opening a survey: to whom, with which instrument, at which moment, from when to when. Everybody on the roster is invited.
import { Component, computed, effect, inject, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { addDays, LocalDate } from '@amity/kernel';
import { type Instrument, WaveDraft, waveMoments, type WaveMoment } from '@amity/outcomes';
import { AmityForm, Control, ErrorSummary, Field, PageHeader, ProblemNotice } from '@amity/ui';
import * as z from 'zod';
import { schemaForm } from '../../forms/index.js';
import { Problem } from '../../http/index.js';
import { DelegationChoice } from '../components/delegation-choice.js';
import { OutcomesApi } from '../outcomes.api.js';

interface Typed {
  delegationId: string;
  instrumentId: string;
  moment: WaveMoment;
  opensOn: string;
  closesOn: string;
}

const SurveyForm = z.custom<Typed>().pipe(WaveDraft);

@Component({
  selector: 'amity-new-survey-page',
  imports: [
    AmityForm,
    Control,
    DelegationChoice,
    ErrorSummary,
    Field,
    FormField,
    PageHeader,
    ProblemNotice,
    RouterLink,
    TranslocoDirective,
  ],
  templateUrl: './new-survey.page.html',
  styles: `
    form {
      max-inline-size: calc(var(--measure) + var(--space-16));
    }

    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr));
      gap: var(--space-4);
      align-items: start;
    }
  `,
})
export class NewSurveyPage {
  private readonly api = inject(OutcomesApi);
  private readonly router = inject(Router);
  /** One key for this form, however often it is sent. */
  private readonly key = crypto.randomUUID();
  private readonly delegationId = inject(ActivatedRoute).snapshot.queryParamMap.get('delegationId') ?? '';

  protected readonly moments = waveMoments;
  protected readonly instruments = signal<readonly Instrument[]>([]);
  protected readonly instrumentsProblem = signal<Problem | null>(null);
  protected readonly form = schemaForm(
    { delegationId: this.delegationId, instrumentId: '', moment: 'post', opensOn: '', closesOn: '' },
    SurveyForm,
    async (draft) => {
      const { id } = await this.api.openSurvey(draft, this.key);
      await this.router.navigate(['/outcomes/surveys', id]);
    },
  );
  protected readonly chosen = computed(() => this.instruments().find(({ id }) => id === this.form.model().instrumentId) ?? null);
  /** A survey of these three exists already: the refusal names it, and this leads there. */
  protected readonly existing = computed(() => {
    const waveId = this.form.problem()?.body['waveId'];
    return typeof waveId === 'string' ? waveId : null;
  });

  constructor() {
    void this.load();
    // The dates are usually a fortnight apart: the last day follows the first until somebody writes it.
    effect(() => {
      const { opensOn, closesOn } = this.form.model();
      if (closesOn === '' && LocalDate.safeParse(opensOn).success)
        this.form.model.update((typed) => ({ ...typed, closesOn: addDays(opensOn, 14) }));
    });
  }

  protected async load(): Promise<void> {
    this.instrumentsProblem.set(null);
    try {
      this.instruments.set(await this.api.instruments());
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // shown above the form
      this.instrumentsProblem.set(failure);
    }
  }

  protected pick(delegationId: string | null): void {
    this.form.model.update((typed) => ({ ...typed, delegationId: delegationId ?? '' }));
  }
}
