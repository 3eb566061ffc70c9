// On a person's sheet, for those alone who protect people: whether this name is a pseudonym, and the way to give one.
import { Component, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Id } from '@amity/kernel';
import type { PersonProtection } from '@amity/privacy';
import { Control, Field, Icon, ProblemNotice, Skeleton, Toasts } from '@amity/ui';
import shieldIcon from '@material-symbols/svg-400/rounded/shield_person.svg';
import { plainForm } from '../../forms/plain-form.js';
import { Problem } from '../../http/index.js';
import { Formats } from '../../language/index.js';
import { PeopleStore } from '../../people/index.js';
import { ProtectionApi } from '../protection.api.js';

const nothing = { reason: '', givenName: '', familyName: '' };

@Component({
  selector: 'amity-protection-section',
  imports: [Control, Field, Icon, ProblemNotice, RouterLink, Skeleton, TranslocoDirective],
  templateUrl: './protection-section.html',
  styleUrl: './consents-section.css',
})
export class ProtectionSection {
  readonly personId = input.required<Id>();

  private readonly api = inject(ProtectionApi);
  private readonly formats = inject(Formats);
  private readonly people = inject(PeopleStore, { optional: true });
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);

  protected readonly shieldIcon = shieldIcon;
  protected readonly known = signal<PersonProtection | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly acting = signal(false);
  protected readonly form = plainForm(nothing, async (typed) => {
    const known = await this.api.protect(this.personId(), typed);
    this.known.set(known);
    this.acting.set(false);
    this.people?.renew();
    this.toasts.show(this.words.translate('privacy.protection.section.done', { name: known.name }));
  });

  constructor() {
    effect(() => {
      const id = this.personId();
      untracked(() => void this.look(id));
    });
  }

  protected begin(): void {
    this.form.set(nothing);
    this.acting.set(true);
  }

  protected typed(event: Event): string {
    const { target } = event;
    return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target.value : '';
  }

  protected day(instant: string): string {
    return this.formats.moment(instant, Intl.DateTimeFormat().resolvedOptions().timeZone, { dateStyle: 'medium' });
  }

  private async look(id: Id): Promise<void> {
    this.acting.set(false);
    this.known.set(null);
    this.problem.set(null);
    try {
      const known = await this.api.of(id);
      if (this.personId() === id) this.known.set(known);
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // a refusal or a cut line is shown in the section
      this.problem.set(failure);
    }
  }
}
