// The page a delegate answers on, mostly on a phone: what it is for, a few questions at a time, one look back, thanks.
// The token stays behind `#`, so a reload or a page restored by the phone finds its answers again.
import { DOCUMENT } from '@angular/common';
import { Component, computed, effect, ElementRef, inject, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import checkIcon from '@material-symbols/svg-400/rounded/check_circle.svg';
import lockIcon from '@material-symbols/svg-400/rounded/lock.svg';
import clockIcon from '@material-symbols/svg-400/rounded/schedule.svg';
import dayIcon from '@material-symbols/svg-400/rounded/event.svg';
import offlineIcon from '@material-symbols/svg-400/rounded/cloud_off.svg';
import type { Item } from '@amity/outcomes';
import { Control, EmptyState, Field, Icon, ProblemNotice, Skeleton, StepHeader } from '@amity/ui';
import { PublicOrganization } from '../../access/index.js';
import { Formats } from '../../language/index.js';
import { ScaleQuestion } from './scale-question.js';
import { isAnswered, longestText } from './survey.steps.js';
import { SurveyStore } from './survey.store.js';

/** A question takes some ten seconds, as the letter says. */
const questionsAMinute = 5;

@Component({
  selector: 'amity-survey-page',
  imports: [Control, EmptyState, Field, Icon, ProblemNotice, ScaleQuestion, Skeleton, StepHeader, TranslocoDirective],
  providers: [SurveyStore],
  templateUrl: './survey.page.html',
  styleUrl: './survey.page.css',
})
export class SurveyPage {
  protected readonly store = inject(SurveyStore);
  protected readonly formats = inject(Formats);
  private readonly words = inject(TranslocoService);
  private readonly organization = inject(PublicOrganization);
  private readonly host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly document = inject(DOCUMENT);
  private readonly token = toSignal(inject(ActivatedRoute).fragment, { initialValue: null });

  protected readonly icons = { check: checkIcon, lock: lockIcon, clock: clockIcon, day: dayIcon, offline: offlineIcon };
  protected readonly longestText = longestText;
  protected readonly minutes = computed(() => Math.max(1, Math.ceil(this.store.items().length / questionsAMinute)));
  /** Every question with its answer and the screen to change it on. */
  protected readonly lines = computed(() =>
    this.store.screens().flatMap((screen, at) => screen.map((item) => ({ item, step: at + 1, answer: this.answerOf(item) }))),
  );

  constructor() {
    effect(() => {
      const token = this.token() ?? '';
      untracked(() => void this.store.open(token));
    });
    effect(() => this.organization.name.set(this.store.survey()?.organizationName ?? null));
    effect(() => {
      if (this.store.refusedTries() > 0) this.focus('[aria-invalid="true"] input, textarea[aria-invalid="true"]');
    });
    effect(() => {
      if (this.store.waiting() || this.store.form().problem() !== null) this.focus('h1'); // what is said stands below it
    });
    effect(() => {
      if (['thanks', 'answered', 'closed'].includes(this.store.phase())) this.focus('h1');
    });
  }

  protected again(): void {
    void this.store.open(this.token() ?? '');
  }

  protected proceed(event: Event): void {
    event.preventDefault();
    if (this.store.step() === this.store.lastStep()) void this.store.send();
    else if (this.store.next()) this.focus('h1');
  }

  protected go(step: number): void {
    this.store.go(step);
    this.focus('h1');
  }

  protected back(): void {
    this.store.back();
    this.focus('h1');
  }

  protected long(day: string): string {
    return this.formats.date(day, { dateStyle: 'long' });
  }

  protected textOf(item: Item): string {
    const value = this.store.typed()[item.key];
    return typeof value === 'string' ? value : '';
  }

  protected write(item: Item, event: Event): void {
    if (event.target instanceof HTMLTextAreaElement) this.store.answer(item.key, event.target.value);
  }

  protected error(item: Item): string {
    const fault = this.store.error(item);
    if (fault === null) return '';
    if (fault !== 'missing') return fault.said;
    return this.words.translate<string>(item.kind === 'scale' ? 'survey.chooseNumber' : 'survey.writeWords');
  }

  private answerOf(item: Item): string {
    const value = this.store.typed()[item.key];
    if (!isAnswered(item, this.store.typed())) return '';
    if (typeof value === 'string') return value.trim();
    const end = value === item.min ? item.minLabel : value === item.max ? item.maxLabel : '';
    if (end !== '') return `${value} = ${end}`;
    return this.words.translate<string>('survey.check.number', { number: value, min: item.min, max: item.max });
  }

  /** After the next drawing. */
  private focus(selector: string): void {
    setTimeout(() => {
      const found = this.host.querySelector<HTMLElement>(selector);
      found?.focus({ preventScroll: selector === 'h1' });
      if (selector === 'h1') this.document.defaultView?.scrollTo({ top: 0 });
    });
  }
}
