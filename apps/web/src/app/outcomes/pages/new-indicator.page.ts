// A new indicator: what is counted, where it starts, where it should get to, and where its figure comes from.
import { Component, inject } from '@angular/core';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { AmityForm, ErrorSummary, PageHeader, ProblemNotice } from '@amity/ui';
import { schemaForm } from '../../forms/index.js';
import { IndicatorFields } from '../components/indicator-fields.js';
import { blank, IndicatorForm } from '../indicator.typed.js';
import { OutcomesApi } from '../outcomes.api.js';

@Component({
  selector: 'amity-new-indicator-page',
  imports: [AmityForm, ErrorSummary, IndicatorFields, PageHeader, ProblemNotice, RouterLink, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <amity-page-header [heading]="t('outcomes.indicator.new')">{{ t('outcomes.indicator.sentence') }}</amity-page-header>
      <form class="stack card" [amityForm]="form.tree">
        <amity-error-summary />
        <amity-problem-notice [problem]="form.problem()" [kept]="t('outcomes.kept')" />
        <amity-indicator-fields [form]="form" />
        <div class="row">
          <button type="submit" class="button primary" [disabled]="form.saving()">{{ t('outcomes.indicator.add') }}</button>
          <a class="button quiet" routerLink="/outcomes">{{ t('ui.cancel') }}</a>
        </div>
      </form>
    </ng-container>
  `,
  styles: `
    form {
      max-inline-size: calc(var(--measure) + var(--space-16));
    }
  `,
})
export class NewIndicatorPage {
  private readonly api = inject(OutcomesApi);
  private readonly router = inject(Router);
  /** One key for this form, however often it is sent. */
  private readonly key = crypto.randomUUID();
  private readonly delegationId = inject(ActivatedRoute).snapshot.queryParamMap.get('delegationId') ?? '';

  protected readonly form = schemaForm(blank(this.delegationId), IndicatorForm, async (draft) => {
    const { id } = await this.api.addIndicator(draft, this.key);
    await this.router.navigate(['/outcomes/indicators', id]);
  });
}
