// Changing an indicator. When somebody else saved meanwhile, both versions stand side by side and the reader chooses.
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { submit } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Id } from '@amity/kernel';
import { Indicator } from '@amity/outcomes';
import { AmityForm, ErrorSummary, PageHeader, ProblemNotice, Skeleton, Toasts, VersionDiff, type VersionedField } from '@amity/ui';
import { schemaForm } from '../../forms/index.js';
import { Problem } from '../../http/index.js';
import { IndicatorFields } from '../components/indicator-fields.js';
import { IndicatorStore } from '../indicator.store.js';
import { blank, type FieldName, fieldNames, IndicatorForm, type IndicatorTyped, typedOf } from '../indicator.typed.js';

@Component({
  selector: 'amity-edit-indicator-page',
  imports: [AmityForm, ErrorSummary, IndicatorFields, PageHeader, ProblemNotice, RouterLink, Skeleton, TranslocoDirective, VersionDiff],
  providers: [IndicatorStore],
  template: `
    <ng-container *transloco="let t">
      <amity-page-header [heading]="t('outcomes.indicator.edit')" />
      @if (theirs()) {
        <section class="card"><amity-version-diff [fields]="differences()" (settled)="settle($event)" /></section>
      } @else if (version() !== null) {
        <form class="stack card" [amityForm]="form.tree">
          <amity-error-summary />
          <amity-problem-notice [problem]="form.problem()" [kept]="t('outcomes.kept')" />
          <amity-indicator-fields [form]="form" />
          <div class="row">
            <button type="submit" class="button primary" [disabled]="form.saving()">{{ t('outcomes.indicator.save') }}</button>
            <a class="button quiet" [routerLink]="['/outcomes/indicators', id()]">{{ t('ui.cancel') }}</a>
          </div>
        </form>
      } @else if (store.problem()) {
        <amity-problem-notice [problem]="store.problem()" [retryable]="true" (retry)="store.load(id())" />
      } @else {
        <amity-skeleton [lines]="6" />
      }
    </ng-container>
  `,
  styles: `
    .card {
      max-inline-size: calc(var(--measure) + var(--space-16));
    }
  `,
})
export class EditIndicatorPage {
  readonly id = input.required<Id>();
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly store = inject(IndicatorStore);
  /** The version the form was filled from. */
  protected readonly version = signal<number | null>(null);
  protected readonly theirs = signal<Indicator | null>(null);

  protected readonly form = schemaForm(blank(''), IndicatorForm, async (draft) => {
    try {
      await this.store.change(this.id(), this.theirs()?.version ?? this.version() ?? 0, draft);
    } catch (failure) {
      if (!(failure instanceof Problem && failure.status === 412)) throw failure; // 412: somebody saved meanwhile, both are shown
      this.theirs.set(Indicator.parse(failure.current));
      return;
    }
    this.toasts.show(this.words.translate('outcomes.indicator.saved'));
    await this.router.navigate(['/outcomes/indicators', this.id()]);
  });

  protected readonly differences = computed((): VersionedField[] => {
    const theirs = this.theirs();
    if (!theirs) return [];
    const [yours, stored] = [this.form.model(), typedOf(theirs)];
    return fieldNames.map((name) => ({
      name,
      label: this.words.translate(`outcomes.field.${name}`),
      yours: yours[name],
      theirs: stored[name],
      yoursShown: this.shown(name, yours),
      theirsShown: name === 'delegationId' ? (theirs.delegationName ?? '') : this.shown(name, stored),
    }));
  });

  constructor() {
    effect(() => void this.store.load(this.id()));
    effect(() => {
      const indicator = this.store.indicator();
      if (indicator && untracked(this.version) === null) {
        this.form.model.set(typedOf(indicator));
        this.version.set(indicator.version);
      }
    });
  }

  protected async settle(chosen: Readonly<Record<string, unknown>>): Promise<void> {
    this.form.model.update((typed) => ({ ...typed, ...chosen }));
    await submit(this.form.tree);
  }

  private shown(name: FieldName, typed: IndicatorTyped): string {
    const value = typed[name];
    if (value === '') return '';
    if (name === 'level' || name === 'source' || name === 'moment') return this.words.translate(`outcomes.${name}.${value}`);
    const before = this.store.indicator();
    return name === 'delegationId' && before?.delegationId === value ? (before.delegationName ?? value) : value;
  }
}
