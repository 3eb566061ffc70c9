// Changing a delegation. When somebody else saved meanwhile, both versions stand side by side and the reader chooses.
import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { submit } from '@angular/forms/signals';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Delegation } from '@amity/delegations';
import type { Partnership } from '@amity/partnerships';
import { AmityForm, ErrorSummary, ProblemNotice, Toasts, VersionDiff, type VersionedField } from '@amity/ui';
import { schemaForm } from '../../forms/index.js';
import { Problem } from '../../http/index.js';
import { Formats } from '../../language/index.js';
import { DelegationFields } from '../components/delegation-fields.js';
import { DelegationStore } from '../delegation.store.js';
import { blank, DelegationForm, type DelegationTyped, type FieldName, fieldNames, typedOf } from '../delegation.typed.js';
import { DelegationsApi } from '../delegations.api.js';

@Component({
  selector: 'amity-edit-delegation-page',
  imports: [AmityForm, DelegationFields, ErrorSummary, ProblemNotice, RouterLink, TranslocoDirective, VersionDiff],
  template: `
    <ng-container *transloco="let t">
      @if (theirs()) {
        <section class="card"><amity-version-diff [fields]="differences()" (settled)="settle($event)" /></section>
      } @else {
        <form class="stack card" [amityForm]="form.tree">
          <amity-error-summary />
          <amity-problem-notice [problem]="form.problem()" [kept]="t('delegations.kept')" />
          <amity-delegation-fields [form]="form" [known]="partnership()" />
          <div class="row">
            <button type="submit" class="button primary" [disabled]="form.saving()">{{ t('delegations.edit.action') }}</button>
            <a class="button quiet" routerLink="..">{{ t('ui.cancel') }}</a>
          </div>
        </form>
      }
    </ng-container>
  `,
  styles: `
    .card {
      max-inline-size: calc(var(--measure) + var(--space-16));
    }
  `,
})
export class EditDelegationPage {
  private readonly store = inject(DelegationStore);
  private readonly api = inject(DelegationsApi);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly formats = inject(Formats);
  /** The version the form was filled from. */
  private version = 0;

  protected readonly partnership = signal<Partnership | null>(null);
  protected readonly theirs = signal<Delegation | null>(null);
  protected readonly form = schemaForm(blank('UTC'), DelegationForm, async (draft) => {
    try {
      await this.store.change(this.theirs()?.version ?? this.version, draft);
    } catch (failure) {
      if (!(failure instanceof Problem && failure.status === 412)) throw failure; // 412: somebody saved meanwhile, both are shown
      this.theirs.set(Delegation.parse(failure.current));
      return;
    }
    this.toasts.show(this.words.translate('delegations.edit.saved'));
    await this.router.navigate(['..'], { relativeTo: this.route });
  });

  protected readonly differences = computed((): VersionedField[] => {
    const theirs = this.theirs();
    if (!theirs) return [];
    const [yours, stored] = [this.form.model(), typedOf(theirs)];
    return fieldNames.map((name) => ({
      name,
      label: this.words.translate(`delegations.field.${name}`),
      yours: yours[name],
      theirs: stored[name],
      yoursShown: this.shown(name, yours, null),
      theirsShown: this.shown(name, stored, theirs),
    }));
  });

  constructor() {
    effect(() => {
      const delegation = this.store.delegation();
      if (delegation && this.version === 0) untracked(() => void this.fill(delegation));
    });
  }

  protected async settle(chosen: Readonly<Record<string, unknown>>): Promise<void> {
    this.form.model.update((typed) => ({ ...typed, ...chosen }));
    await submit(this.form.tree);
  }

  private async fill(delegation: Delegation): Promise<void> {
    this.version = delegation.version;
    this.form.model.set(typedOf(delegation));
    this.partnership.set(delegation.partnershipId ? await this.api.partnership(delegation.partnershipId) : null);
  }

  private shown(name: FieldName, typed: DelegationTyped, stored: Delegation | null): string {
    const value = typed[name];
    if (value === '') return '';
    if (name === 'arrivesOn' || name === 'departsOn') return this.formats.date(value);
    if (name === 'direction') return this.words.translate(`delegations.direction.${value}`);
    if (name === 'programFormat') return this.words.translate(`delegations.format.${value}`);
    if (name === 'track') return `${value} · ${this.words.translate(`delegations.track.${value}`)}`;
    if (name !== 'partnershipId') return value;
    const known = this.partnership();
    return stored?.partnershipLabel ?? (known?.id === value ? `${known.home.name} ↔ ${known.partner.name}` : value);
  }
}
