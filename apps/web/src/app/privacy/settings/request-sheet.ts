// A request that somebody was told of: about whom, what is asked, since when, and by whom.
import { Component, computed, inject, output, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { dayIn } from '@amity/kernel';
import { displayName, type Person } from '@amity/people';
import { type Asker, askers, type DataRequest, type RequestKind, requestKinds } from '@amity/privacy';
import { Combobox, Control, Field, ProblemNotice, SideSheet } from '@amity/ui';
import { SessionStore } from '../../access/index.js';
import { plainForm } from '../../forms/plain-form.js';
import { PrivacySettingsApi } from './settings.api.js';

interface Typed {
  readonly kind: RequestKind;
  readonly receivedOn: string;
  readonly asker: Asker;
  readonly askerName: string;
  readonly wish: string;
}

@Component({
  selector: 'amity-request-sheet',
  imports: [Combobox, Control, Field, ProblemNotice, SideSheet, TranslocoDirective],
  templateUrl: './request-sheet.html',
})
export class RequestSheet {
  readonly closed = output();
  readonly noted = output<DataRequest>();

  private readonly api = inject(PrivacySettingsApi);
  private readonly words = inject(TranslocoService);
  private readonly zone = inject(SessionStore).me()?.organization.zone ?? 'UTC';

  protected readonly today = dayIn(this.zone, new Date());
  protected readonly kinds = requestKinds;
  protected readonly askers = askers;
  protected readonly person = signal<Person | null>(null);
  protected readonly isMissing = signal(false);
  protected readonly personError = computed(() => (this.isMissing() ? this.words.translate<string>('privacy.requests.personMissing') : ''));
  protected readonly search = (typed: string) => this.api.people(typed);
  protected readonly nameOf = (person: Person): string => displayName(person);
  protected readonly noteOf = ({ email }: Person): string => email ?? '';
  protected readonly form = plainForm<Typed>(
    { kind: 'access', receivedOn: this.today, asker: 'self', askerName: '', wish: '' },
    async (typed) => {
      const person = this.person();
      this.isMissing.set(!person);
      if (person) this.noted.emit(await this.api.receive({ ...typed, personId: person.id }));
    },
  );

  protected choose(person: Person | null): void {
    this.person.set(person);
    if (person) this.isMissing.set(false);
  }

  protected kind(typed: string): void {
    const kind = requestKinds.find((each) => each === typed);
    if (kind) this.form.set({ kind });
  }

  protected asker(typed: string): void {
    const asker = askers.find((each) => each === typed);
    if (asker) this.form.set({ asker });
  }

  protected text(event: Event): string {
    const { target } = event;
    return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
      ? target.value
      : '';
  }
}
