// A new hold: on whom or what, and why. Or one that stands: who placed it, and its release.
import { Component, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { displayName } from '@amity/people';
import type { LegalHold } from '@amity/privacy';
import { ChoiceCards, Combobox, Control, Field, ProblemNotice, SideSheet, Toasts } from '@amity/ui';
import { plainForm } from '../../forms/plain-form.js';
import { SessionStore } from '../../access/index.js';
import { Formats } from '../../language/index.js';
import { type Named, PrivacySettingsApi } from './settings.api.js';

@Component({
  selector: 'amity-hold-sheet',
  imports: [ChoiceCards, Combobox, Control, Field, ProblemNotice, SideSheet, TranslocoDirective],
  templateUrl: './hold-sheet.html',
})
export class HoldSheet {
  /** Null for a new one. */
  readonly hold = input.required<LegalHold | null>();
  readonly closed = output();
  readonly saved = output();

  private readonly api = inject(PrivacySettingsApi);
  private readonly formats = inject(Formats);
  private readonly session = inject(SessionStore);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);

  protected readonly kind = signal<string>('person');
  protected readonly kinds = ['person', 'delegation'].map((value) => ({
    value,
    label: this.words.translate<string>(`privacy.retention.hold.kind.${value}`),
  }));
  protected readonly chosen = signal<Named | null>(null);
  protected readonly search = async (typed: string): Promise<readonly Named[]> =>
    this.kind() === 'person'
      ? (await this.api.people(typed)).map((person) => ({ id: person.id, name: displayName(person) }))
      : this.api.delegations(typed);
  protected readonly nameOf = ({ name }: Named): string => name;
  protected readonly form = plainForm({ reason: '' }, async ({ reason }) => {
    const hold = this.hold();
    const subject = this.chosen()?.id ?? null;
    if (hold) await this.api.release(hold, reason);
    else
      await this.api.hold({
        personId: this.kind() === 'person' ? subject : null,
        delegationId: this.kind() === 'delegation' ? subject : null,
        reason,
      });
    this.toasts.show(this.words.translate(`privacy.retention.hold.${hold ? 'releasedNow' : 'placed'}`));
    this.saved.emit();
  });

  protected choose(kind: string): void {
    this.kind.set(kind);
    this.chosen.set(null);
  }

  protected text(event: Event): string {
    return event.target instanceof HTMLTextAreaElement ? event.target.value : '';
  }

  protected day(instant: string): string {
    return this.formats.moment(instant, this.session.me()?.organization.zone ?? 'UTC');
  }
}
