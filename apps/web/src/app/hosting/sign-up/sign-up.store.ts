// A sign-up while it is typed. Every change is kept on the device at once and on the server a moment later; one save runs at
// a time and always sends the newest. Without a connection the family goes on typing, is told so, and everything is sent when
// the connection is back. A step is left when nothing on it is missing, as far as the server could be asked.
import { DOCUMENT } from '@angular/common';
import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { HostWelcome, MySignUp, SignUpDraft } from '@amity/hosting';
import { Problem } from '../../http/index.js';
import { emptyDraft } from './empty-draft.js';
import { type KeptSignUp, KeptSignUps } from './kept-sign-ups.js';
import { SignUpApi } from './sign-up.api.js';

export const lastStep = 7;
const quiet = 700;
const again = 10_000;

export type Keeping = 'nothing' | 'saving' | 'saved' | 'offline' | 'refused';

@Injectable()
export class SignUpStore {
  private readonly api = inject(SignUpApi);
  private readonly kept = inject(KeptSignUps);
  private readonly window = inject(DOCUMENT).defaultView;

  readonly welcome = signal<HostWelcome | null>(null);
  /** Why the page cannot be shown at all. */
  readonly refusal = signal<Problem | null>(null);
  readonly state = signal<MySignUp['state']>('draft');
  readonly draft = signal<SignUpDraft>(emptyDraft);
  readonly step = signal(1);
  readonly keeping = signal<Keeping>('nothing');
  /** When the server had everything, in milliseconds. */
  readonly savedAt = signal<number | null>(null);
  /** The other version, when this sign-up was changed on another device meanwhile. */
  readonly conflict = signal<MySignUp | null>(null);
  /** A refusal that names no field: too many letters, our mistake. */
  readonly problem = signal<Problem | null>(null);
  readonly busy = signal(false);
  /** Grows with each refused try to go on, so that the page can lead the eye and the focus there. */
  readonly refusedTries = signal(0);

  private readonly missing = signal<MySignUp['problems']>([]);
  private readonly shownFor = signal<number | null>(null);
  private readonly answeredSince = signal<ReadonlySet<string>>(new Set());
  /** The problems of this step, once the family tried to leave it; a field that was changed since says nothing. */
  readonly problems = computed(() =>
    this.shownFor() === this.step()
      ? this.missing().filter(({ step, path }) => step === this.step() && !this.answeredSince().has(path.split('.')[0] ?? ''))
      : [],
  );

  private slug = '';
  private token: string | null = null;
  private version = 0;
  private unsent = false;
  private running: Promise<boolean> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    const online = () => void this.flush();
    this.window?.addEventListener('online', online);
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
      this.window?.removeEventListener('online', online);
    });
  }

  /** @param token from the link of a letter, or null */
  async open(slug: string, token: string | null): Promise<void> {
    this.slug = slug.toLowerCase();
    this.refusal.set(null);
    const kept = this.kept.of(this.slug);
    if (kept) this.take(kept);
    try {
      this.welcome.set(await this.api.welcome(this.slug));
      const wanted = token ?? kept?.token ?? null;
      if (wanted !== null) this.meet(await this.api.mine(wanted), wanted, kept);
      if (this.unsent) await this.flush();
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // refusals and cut lines are for the reader
      if (kept && failure.offline) this.keeping.set('offline');
      else if (kept && token === null && this.welcome() !== null) await this.beginAnew(failure);
      else this.refusal.set(failure);
    }
  }

  /** Takes what was typed. */
  change(change: Partial<SignUpDraft>): void {
    this.draft.update((draft) => ({ ...draft, ...change }));
    this.answeredSince.update((fields) => new Set([...fields, ...Object.keys(change)]));
    this.touched();
  }

  back(): void {
    this.show(Math.max(1, this.step() - 1));
  }

  show(step: number): void {
    this.shownFor.set(null);
    this.step.set(step);
    this.touched();
  }

  /** Goes on when nothing is missing here; without a connection goes on as well, because sending asks once more. */
  async next(): Promise<boolean> {
    const asked = await this.flush();
    if (asked && this.missing().some(({ step }) => step === this.step())) return this.refuse(this.step());
    this.show(Math.min(lastStep, this.step() + 1));
    return true;
  }

  async submit(): Promise<void> {
    this.problem.set(null);
    this.busy.set(true);
    try {
      if (!(await this.flush()) || this.token === null) return void this.refusedTries.update((tries) => tries + 1);
      const first = this.missing()[0];
      if (first) return void this.refuse(first.step);
      this.adopt(await this.api.submit(this.token));
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // a refusal is an answer to the family
      this.problem.set(failure);
    } finally {
      this.busy.set(false);
    }
  }

  /** True when the letter is on its way. */
  async sendResumeLink(): Promise<boolean> {
    this.problem.set(null);
    try {
      if (!(await this.flush()) || this.token === null) return false;
      await this.api.sendResumeLink(this.token);
      return true;
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // a refusal is an answer to the family
      this.problem.set(failure);
      return false;
    }
  }

  /** Of two versions of the same sign-up, the one to go on with. */
  settle(keep: 'mine' | 'theirs'): void {
    const theirs = this.conflict();
    if (theirs === null) return;
    this.conflict.set(null);
    this.version = theirs.version;
    if (keep === 'mine') return this.touched();
    this.unsent = false;
    this.adopt(theirs);
    this.draft.set(theirs.draft);
    this.remember();
  }

  /** Sends what is not sent yet. @returns whether the server has everything now */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    while (this.unsent && this.conflict() === null) {
      this.running ??= this.save().finally(() => (this.running = null));
      if (!(await this.running)) return false;
    }
    return !this.unsent;
  }

  private async save(): Promise<boolean> {
    this.keeping.set('saving');
    const typed = { draft: this.draft(), step: this.step() };
    try {
      if (this.token === null) {
        const started = await this.api.start(this.slug);
        this.token = started.token;
        this.version = started.signUp.version;
      }
      const saved = await this.api.save(this.token, this.version, typed);
      this.unsent = this.draft() !== typed.draft || this.step() !== typed.step;
      this.adopt(saved);
      this.remember();
      return true;
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // refusals and cut lines are told below, nothing typed is lost
      return this.notSaved(failure);
    }
  }

  private notSaved(failure: Problem): boolean {
    if (failure.status === 412) {
      this.conflict.set(failure.current as MySignUp);
      this.keeping.set('refused');
    } else if (failure.status === 404 || failure.status === 410) {
      this.token = null; // the link ran out: the same words become a new sign-up
      this.later();
    } else if (failure.is('hosting.already_sent')) {
      this.unsent = false;
      this.state.set('confirmed');
    } else {
      this.keeping.set(failure.offline ? 'offline' : 'refused');
      if (!failure.offline) this.problem.set(failure);
      this.later();
    }
    return false;
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), again);
  }

  private touched(): void {
    this.unsent = true;
    this.remember();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), quiet);
  }

  private refuse(step: number): false {
    this.step.set(step);
    this.shownFor.set(step);
    this.answeredSince.set(new Set());
    this.refusedTries.update((tries) => tries + 1);
    return false;
  }

  /** What the server says of itself; what is typed stays as it is typed. */
  private adopt(signUp: MySignUp): void {
    this.version = signUp.version;
    this.state.set(signUp.state);
    this.missing.set(signUp.problems);
    this.answeredSince.set(new Set());
    this.savedAt.set(Date.now());
    this.keeping.set('saved');
    if (signUp.state === 'confirmed') this.kept.forget(this.slug);
  }

  private take(kept: KeptSignUp): void {
    this.token = kept.token;
    this.version = kept.version;
    this.unsent = kept.unsent;
    this.draft.set({ ...emptyDraft, ...kept.draft });
    this.step.set(kept.step);
  }

  /** The server's copy meets the device's: what this device has not sent yet is newer than what it last heard of. */
  private meet(signUp: MySignUp, token: string, kept: KeptSignUp | null): void {
    const own = kept !== null && kept.token === token && kept.unsent;
    this.token = token;
    this.adopt(signUp);
    if (own && kept.version !== signUp.version) return this.conflict.set(signUp);
    this.unsent = own;
    if (own) return;
    this.draft.set(withOneRange(signUp.draft));
    this.step.set(signUp.step);
    this.remember();
  }

  private async beginAnew(failure: Problem): Promise<void> {
    if (failure.status !== 404 && failure.status !== 410) return this.refusal.set(failure);
    this.token = null;
    this.unsent = true;
    await this.flush();
  }

  private remember(): void {
    if (this.state() === 'confirmed') return;
    this.kept.keep(this.slug, { token: this.token, version: this.version, step: this.step(), draft: this.draft(), unsent: this.unsent });
  }
}

/** There is always a first range to type into. */
function withOneRange(draft: SignUpDraft): SignUpDraft {
  return draft.offers.length > 0 ? draft : { ...draft, offers: emptyDraft.offers };
}
