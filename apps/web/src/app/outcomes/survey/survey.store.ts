// A survey while it is answered. Every change is kept on the device until the answers were received; nothing is sent before
// the delegate says so. Sent without a connection, the answers leave by themselves when it is back. A link answers once, so a
// sending whose answer got lost is repeated under the same key instead of being refused.
import { DOCUMENT } from '@angular/common';
import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { Item, Survey } from '@amity/outcomes';
import { type PlainForm, plainForm } from '../../forms/plain-form.js';
import { Problem } from '../../http/index.js';
import { KeptAnswersOnDevice } from './kept-answers.js';
import { SurveyApi } from './survey.api.js';
import { fitting, isAnswered, isMissing, screensOf, sheetOf, type Typed } from './survey.steps.js';

/** `unknown`: the link opens nothing. `failed`: it could not be asked. The others are the survey's own states and the end. */
export type Phase = 'loading' | 'unknown' | 'failed' | 'scheduled' | 'closed' | 'answered' | 'asking' | 'thanks';

@Injectable()
export class SurveyStore {
  private readonly api = inject(SurveyApi);
  private readonly kept = inject(KeptAnswersOnDevice);
  private readonly window = inject(DOCUMENT).defaultView;

  readonly phase = signal<Phase>('loading');
  readonly survey = signal<Survey | null>(null);
  readonly form = signal<PlainForm<Typed>>(this.formOf({}));
  /** Why the page cannot be shown. */
  readonly problem = signal<Problem | null>(null);
  /** 0 is the introduction, then one for each screen, then the look back before sending where there was more than one screen. */
  readonly step = signal(0);
  readonly online = signal(this.window?.navigator.onLine ?? true);
  /** Sent without a connection: goes out by itself. */
  readonly waiting = signal(false);
  readonly keptHere = signal(false);
  /** The questions were changed while this page was open. */
  readonly changed = signal(false);
  /** Grows with each refused try to go on, so that the page can lead the focus there. */
  readonly refusedTries = signal(0);
  private readonly triedStep = signal<number | null>(null);

  readonly items = computed<readonly Item[]>(() => this.survey()?.items ?? []);
  readonly typed = computed(() => this.form().typed());
  readonly screens = computed(() => screensOf(this.items()));
  readonly screen = computed(() => this.screens()[this.step() - 1] ?? []);
  readonly lastStep = computed(() => (this.screens().length > 1 ? this.screens().length + 1 : 1));
  readonly looksBack = computed(() => this.step() > this.screens().length);
  readonly answeredCount = computed(() => this.items().filter((item) => isAnswered(item, this.typed())).length);
  readonly toldOfHarm = computed(() => this.items().some((item) => item.harm && isAnswered(item, this.typed())));

  private token = '';
  private key = '';
  private refusal: Problem | null = null;

  constructor() {
    const came = () => {
      this.online.set(true);
      if (this.waiting()) void this.send();
    };
    const went = () => this.online.set(false);
    this.window?.addEventListener('online', came);
    this.window?.addEventListener('offline', went);
    inject(DestroyRef).onDestroy(() => {
      this.window?.removeEventListener('online', came);
      this.window?.removeEventListener('offline', went);
    });
  }

  async open(token: string): Promise<void> {
    this.token = token;
    this.problem.set(null);
    if (token === '') return this.phase.set('unknown');
    this.phase.set('loading');
    const kept = this.kept.of(token, Date.now());
    try {
      const survey = await this.api.mine(token);
      if (token === this.token) this.show(survey, kept?.typed ?? {}, kept?.step ?? 0, kept?.key ?? null);
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // refusals and cut lines are for the reader
      if (token !== this.token) return;
      if (failure.offline && kept) return this.show(kept.survey, kept.typed, kept.step, kept.key);
      this.problem.set(failure);
      this.phase.set([401, 404, 410].includes(failure.status) ? 'unknown' : 'failed');
    }
  }

  answer(key: string, value: number | string | null): void {
    this.form().set({ [key]: value });
    this.key = '';
    this.waiting.set(false);
    this.remember();
  }

  /** What is wrong with this question: what the api said, or that it was passed by unanswered. */
  error(item: Item): { readonly said: string } | 'missing' | null {
    const said = this.form().error(item.key);
    if (said !== '') return { said };
    return this.triedStep() === this.step() && isMissing(item, this.typed()) ? 'missing' : null;
  }

  back(): void {
    this.go(Math.max(0, this.step() - 1));
  }

  go(step: number): void {
    this.triedStep.set(null);
    this.changed.set(false);
    this.step.set(step);
    this.remember();
  }

  /** Goes on when nothing is missing on this screen. */
  next(): boolean {
    if (this.screen().some((item) => isMissing(item, this.typed()))) return this.refuse(this.step());
    this.go(Math.min(this.lastStep(), this.step() + 1));
    return true;
  }

  async send(): Promise<void> {
    if (this.form().saving()) return;
    const open = this.screens().findIndex((screen) => screen.some((item) => isMissing(item, this.typed())));
    if (open >= 0) return void this.refuse(open + 1);
    this.waiting.set(false);
    this.key ||= crypto.randomUUID();
    this.remember(); // with the key: a page closed right now repeats this sending and makes no second one
    if (await this.form().submit()) this.finish('thanks');
    else if (this.refusal !== null) await this.refused(this.refusal);
  }

  private async refused(refusal: Problem): Promise<void> {
    if (refusal.offline) return this.waiting.set(true);
    if (refusal.is('outcomes.answered_already')) return this.finish('answered');
    if (refusal.is('outcomes.survey_closed')) return this.phase.set('closed');
    if (refusal.is('outcomes.survey_not_open')) return this.phase.set('scheduled');
    const paths = refusal.errors.map(({ path }) => path);
    if (paths.length === 0) return;
    const known = this.screens().findIndex((screen) => screen.some(({ key }) => paths.includes(key)));
    if (known >= 0) return void this.refuse(known + 1);
    await this.open(this.token); // they asked for something this page does not know: its questions are old
    this.changed.set(true);
  }

  private finish(phase: 'thanks' | 'answered'): void {
    this.kept.forget(this.token);
    this.phase.set(phase);
  }

  private refuse(step: number): false {
    this.step.set(step);
    this.triedStep.set(step);
    this.refusedTries.update((tries) => tries + 1);
    return false;
  }

  private show(survey: Survey, typed: Typed, step: number, key: string | null): void {
    const fit = fitting(survey.items, typed);
    this.survey.set(survey);
    this.form.set(this.formOf(fit));
    this.key = key ?? '';
    this.triedStep.set(null);
    this.step.set(Math.min(step, this.lastStep()));
    if (survey.state === 'answered') this.kept.forget(this.token);
    this.phase.set(survey.state === 'open' ? 'asking' : survey.state);
  }

  private formOf(typed: Typed): PlainForm<Typed> {
    return plainForm<Typed>(typed, async (sheet) => {
      this.refusal = null;
      try {
        await this.api.answer(this.token, sheetOf(this.items(), sheet), this.key);
      } catch (failure) {
        if (failure instanceof Problem) this.refusal = failure; // its code decides what is shown; the form keeps its sentences
        throw failure;
      }
    });
  }

  private remember(): void {
    const survey = this.survey();
    if (survey === null) return;
    this.keptHere.set(this.kept.keep(this.token, { survey, typed: this.typed(), step: this.step(), key: this.key, at: Date.now() }));
  }
}
