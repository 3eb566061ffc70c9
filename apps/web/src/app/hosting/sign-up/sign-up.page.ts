// The page a host mother sees: seven small steps with a visible end. Everything she types is kept; the store says how.
import { DOCUMENT } from '@angular/common';
import { Component, computed, DestroyRef, effect, ElementRef, inject, input, signal, untracked } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { EmptyState, Icon, ProblemNotice, Skeleton, StepHeader } from '@amity/ui';
import checkIcon from '@material-symbols/svg-400/rounded/check_circle.svg';
import lockIcon from '@material-symbols/svg-400/rounded/lock.svg';
import mailIcon from '@material-symbols/svg-400/rounded/mail.svg';
import offlineIcon from '@material-symbols/svg-400/rounded/cloud_off.svg';
import { PublicOrganization } from '../../access/index.js';
import { LanguageChoice } from '../../language/index.js';
import { tokenBehind } from './link-token.js';
import { BedsStep } from './beds.step.js';
import { DatesStep } from './dates.step.js';
import { HomeStep } from './home.step.js';
import { PeopleStep } from './people.step.js';
import { PetsStep } from './pets.step.js';
import { ProblemList } from './problem-list.js';
import { SendStep } from './send.step.js';
import { lastStep, SignUpStore } from './sign-up.store.js';
import { YouStep } from './you.step.js';

export const stepKeys = ['you', 'home', 'beds', 'people', 'pets', 'dates', 'send'] as const;

@Component({
  selector: 'amity-sign-up-page',
  imports: [
    BedsStep,
    DatesStep,
    EmptyState,
    HomeStep,
    Icon,
    PeopleStep,
    PetsStep,
    ProblemList,
    ProblemNotice,
    SendStep,
    Skeleton,
    StepHeader,
    TranslocoDirective,
    YouStep,
  ],
  providers: [SignUpStore],
  templateUrl: './sign-up.page.html',
  styleUrl: './sign-up.page.css',
})
export class SignUpPage {
  readonly slug = input.required<string>();

  protected readonly store = inject(SignUpStore);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  private readonly organization = inject(PublicOrganization);
  private readonly host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly document = inject(DOCUMENT);

  protected readonly icons = { check: checkIcon, lock: lockIcon, mail: mailIcon, offline: offlineIcon };
  protected readonly of = lastStep;
  protected readonly key = computed(() => stepKeys[this.store.step() - 1] ?? 'you');
  protected readonly nextKey = computed(() => stepKeys[this.store.step()] ?? 'send');
  protected readonly linkSent = signal(false);
  private readonly now = signal(Date.now());

  /** What autosave has to say, in one small line. */
  protected readonly kept = computed(() => {
    const [keeping, at, now] = [this.store.keeping(), this.store.savedAt(), this.now()];
    const say = (key: string, params?: Record<string, unknown>) => this.words.translate<string>('hosting.signUp.keeping.' + key, params);
    if (keeping === 'saved' && at !== null) {
      if (now - at < 60_000) return say('saved');
      return say('savedAt', { time: new Intl.DateTimeFormat(this.language.locale(), { timeStyle: 'short' }).format(at) });
    }
    return keeping === 'nothing' ? '' : say(keeping);
  });

  constructor() {
    effect(() => {
      const slug = this.slug();
      untracked(() => void this.store.open(slug, tokenBehind(this.document)));
    });
    effect(() => this.organization.name.set(this.store.welcome()?.organization ?? null));
    effect(() => {
      if (this.store.refusedTries() > 0) this.focus('amity-problem-list');
    });
    const clock = setInterval(() => this.now.set(Date.now()), 15_000);
    inject(DestroyRef).onDestroy(() => clearInterval(clock));
  }

  protected async next(event: Event): Promise<void> {
    event.preventDefault();
    this.now.set(Date.now());
    if (this.store.step() === lastStep) {
      await this.store.submit();
      if (this.store.state() === 'submitted') this.focus('h1');
    } else if (await this.store.next()) this.focus('h1');
  }

  protected back(): void {
    this.store.back();
    this.focus('h1');
  }

  protected async later(): Promise<void> {
    this.linkSent.set(await this.store.sendResumeLink());
  }

  protected again(): void {
    void this.store.submit();
  }

  /** Back to the first step, to write another address. */
  protected correct(): void {
    this.store.state.set('draft');
    this.store.show(1);
    this.focus('h1');
  }

  /** After the next drawing. */
  private focus(selector: string): void {
    setTimeout(() => {
      this.host.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
      this.document.defaultView?.scrollTo({ top: 0 });
    });
  }
}
