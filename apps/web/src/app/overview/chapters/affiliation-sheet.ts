// Naming another organization by its address, as our chapter or as our umbrella.
import { Component, computed, inject, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { AffiliationDraft, affiliationSides } from '@amity/access';
import { AmityForm, ChoiceCards, Control, ErrorSummary, Field, ProblemNotice, SideSheet, Toasts } from '@amity/ui';
import { schemaForm } from '../../forms/index.js';
import { ChaptersApi } from './chapters.api.js';

@Component({
  selector: 'amity-affiliation-sheet',
  imports: [AmityForm, ChoiceCards, Control, ErrorSummary, Field, FormField, ProblemNotice, SideSheet, TranslocoDirective],
  template: `
    <amity-side-sheet [heading]="t('add')" (closed)="closed.emit()" *transloco="let t; prefix: 'overview.chapters'">
      <form class="stack" id="affiliation-form" [amityForm]="form.tree">
        <amity-error-summary />
        <amity-problem-notice [problem]="form.problem()" [kept]="t('kept')" />
        <amity-field [label]="t('otherIs')" [group]="true" [of]="form.tree.otherIs">
          <amity-choice-cards [choices]="sides()" [formField]="form.tree.otherIs" />
        </amity-field>
        <amity-field [label]="t('address')" [help]="t('addressHelp')" [of]="form.tree.slug">
          <input amityControl class="input" autocapitalize="none" autocomplete="off" spellcheck="false" [formField]="form.tree.slug" />
        </amity-field>
      </form>
      <ng-container actions>
        <button type="button" class="button" (click)="closed.emit()">{{ t('cancel') }}</button>
        <button type="submit" form="affiliation-form" class="button primary" [disabled]="form.saving()">{{ t('save') }}</button>
      </ng-container>
    </amity-side-sheet>
  `,
})
export class AffiliationSheet {
  readonly closed = output();
  readonly made = output();

  private readonly api = inject(ChaptersApi);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);

  protected readonly sides = computed(() =>
    affiliationSides.map((value) => ({
      value,
      label: this.words.translate(`overview.chapters.side.${value}`),
      note: this.words.translate(`overview.chapters.sideNote.${value}`),
    })),
  );
  protected readonly form = schemaForm({ slug: '', otherIs: 'umbrella', agrees: true }, AffiliationDraft, async (draft) => {
    const { other, otherIs } = await this.api.declare(draft);
    this.toasts.show(this.words.translate(`overview.chapters.toast.said.${otherIs}`, { organization: other.name }));
    this.made.emit();
    this.closed.emit();
  });
}
