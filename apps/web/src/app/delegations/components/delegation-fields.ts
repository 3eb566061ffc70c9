// The fields of a delegation, for planning one and for changing it.
import { Component, effect, inject, input, linkedSignal, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { houseRules, programFormats, tracks } from '@amity/delegations';
import type { Partnership } from '@amity/partnerships';
import { Combobox, Control, Field } from '@amity/ui';
import type { SchemaForm } from '../../forms/index.js';
import { DelegationsApi } from '../delegations.api.js';
import { type DelegationTyped, type FieldName, fieldNames, filledByFormat, filledByPartnership } from '../delegation.typed.js';

@Component({
  selector: 'amity-delegation-fields',
  imports: [Combobox, Control, Field, FormField, TranslocoDirective],
  templateUrl: './delegation-fields.html',
  styles: `
    :host {
      display: grid;
      gap: var(--space-4);
    }

    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr));
      gap: var(--space-4);
      align-items: start;
    }
  `,
})
export class DelegationFields {
  readonly form = input.required<SchemaForm<DelegationTyped>>();
  /** Choices fill in what is usual: for a new delegation, never for one that somebody planned already. */
  readonly fills = input(false);
  /** The partnership of a delegation that has one. */
  readonly known = input<Partnership | null>(null);

  private readonly api = inject(DelegationsApi);
  private filled: DelegationTyped | null = null;

  protected readonly formats = programFormats;
  protected readonly tracks = tracks;
  protected readonly rules = houseRules;
  protected readonly zones = Intl.supportedValuesOf('timeZone');
  protected readonly partnership = linkedSignal(() => this.known());
  protected readonly search = (typed: string) => this.api.partnerships(typed);
  protected readonly nameOf = ({ home, partner }: Partnership) => `${home.name} ↔ ${partner.name}`;
  protected readonly noteOf = ({ partner }: Partnership) => partner.countryCode;

  constructor() {
    effect(() => {
      const tree = this.form().tree;
      tree.programFormat().value();
      tree.arrivesOn().value();
      untracked(() => this.fill((typed, own) => filledByFormat(typed, own)));
    });
    effect(() => {
      this.form().tree.direction().value();
      const partnership = this.partnership();
      untracked(() => this.fill((typed, own) => filledByPartnership(typed, partnership, own)));
    });
  }

  protected pick(partnership: Partnership | null): void {
    this.partnership.set(partnership);
    this.form().model.update((typed) => ({ ...typed, partnershipId: partnership?.id ?? '' }));
  }

  /** A field is somebody's own once it differs from what was filled in; being touched says little, browsers touch date fields themselves. */
  private fill(usual: (typed: DelegationTyped, own: ReadonlySet<FieldName>) => DelegationTyped): void {
    if (!this.fills()) return;
    const { model } = this.form();
    const typed = model();
    const before = (this.filled ??= typed);
    const after = usual(typed, new Set(fieldNames.filter((name) => typed[name] !== before[name])));
    const news = fieldNames.filter((name) => after[name] !== typed[name]);
    this.filled = { ...before, ...Object.fromEntries(news.map((name) => [name, after[name]])) };
    if (news.length > 0) model.set(after);
  }
}
