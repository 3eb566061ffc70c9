// The consents on a person's sheet: each for itself, with who decided and how it is known; recorded here, or left to the person's own link.
import { Clipboard } from '@angular/cdk/clipboard';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Id } from '@amity/kernel';
import type { ConsentState, Decided } from '@amity/privacy';
import { Control, Field, Icon, ProblemNotice, Skeleton, Timeline, Toasts } from '@amity/ui';
import givenIcon from '@material-symbols/svg-400/rounded/check_circle.svg';
import linkIcon from '@material-symbols/svg-400/rounded/link.svg';
import noneIcon from '@material-symbols/svg-400/rounded/radio_button_unchecked.svg';
import { plainForm } from '../../forms/plain-form.js';
import { Formats } from '../../language/index.js';
import { ConsentsStore } from '../consents.store.js';

@Component({
  selector: 'amity-consents-section',
  imports: [Control, Field, Icon, ProblemNotice, Skeleton, Timeline, TranslocoDirective],
  providers: [ConsentsStore],
  templateUrl: './consents-section.html',
  styleUrl: './consents-section.css',
})
export class ConsentsSection {
  readonly personId = input.required<Id>();

  protected readonly store = inject(ConsentsStore);
  private readonly clipboard = inject(Clipboard);
  private readonly formats = inject(Formats);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);

  protected readonly icons = { given: givenIcon, none: noneIcon, link: linkIcon };
  protected readonly deciding = signal<ConsentState | null>(null);
  protected readonly form = plainForm({ note: '', guardianName: '' }, async (typed) => {
    const state = this.deciding();
    if (!state) return;
    const { purpose, language, edition } = state.text;
    await this.store.record({
      purpose,
      language,
      edition,
      decision: state.isGiven ? 'withdrawn' : 'given',
      guardianName: typed.guardianName.trim() || null,
      note: typed.note,
    });
    this.deciding.set(null);
    this.toasts.show(this.words.translate('privacy.consents.saved'));
  });
  protected readonly history = computed(() =>
    (this.store.consents()?.history ?? []).map((decided) => ({
      id: decided.id,
      when: this.formats.moment(decided.at, Intl.DateTimeFormat().resolvedOptions().timeZone),
      who: this.by(decided),
      what: this.words.translate('privacy.consents.entry', {
        purpose: this.words.translate(`privacy.consents.purpose.${decided.purpose}`),
        decision: this.words.translate(`privacy.consents.${decided.decision}`),
      }),
    })),
  );

  constructor() {
    effect(() => {
      const id = this.personId();
      untracked(() => {
        this.deciding.set(null);
        void this.store.look(id);
      });
    });
  }

  protected decide(state: ConsentState): void {
    this.form.set({ note: '', guardianName: '' });
    this.deciding.set(state);
  }

  protected by({ by, guardianName, note }: Decided): string {
    return this.words.translate(`privacy.consents.by.${by}`, { guardian: guardianName, note });
  }

  protected copy(url: string): void {
    this.toasts.show(this.words.translate(this.clipboard.copy(url) ? 'privacy.consents.copied' : 'privacy.consents.notCopied'));
  }

  protected text(event: Event): string {
    const { target } = event;
    return target instanceof HTMLInputElement ? target.value : '';
  }
}
