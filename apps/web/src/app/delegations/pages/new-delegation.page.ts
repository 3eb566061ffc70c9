// A new delegation: the program format fills in what is usual, everything may be changed.
import { Component, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { AmityForm, ErrorSummary, PageHeader, ProblemNotice } from '@amity/ui';
import { schemaForm } from '../../forms/index.js';
import { DelegationFields } from '../components/delegation-fields.js';
import { blank, DelegationForm } from '../delegation.typed.js';
import { DelegationsApi } from '../delegations.api.js';

@Component({
  selector: 'amity-new-delegation-page',
  imports: [AmityForm, DelegationFields, ErrorSummary, PageHeader, ProblemNotice, RouterLink, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <amity-page-header [heading]="t('delegations.new.title')">{{ t('delegations.new.sentence') }}</amity-page-header>
      <form class="stack card" [amityForm]="form.tree">
        <amity-error-summary />
        <amity-problem-notice [problem]="form.problem()" [kept]="t('delegations.kept')" />
        <amity-delegation-fields [form]="form" [fills]="true" />
        <div class="row">
          <button type="submit" class="button primary" [disabled]="form.saving()">{{ t('delegations.new.action') }}</button>
          <a class="button quiet" routerLink="..">{{ t('ui.cancel') }}</a>
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
export class NewDelegationPage {
  private readonly api = inject(DelegationsApi);
  private readonly router = inject(Router);
  /** One key for this form, however often it is sent. */
  private readonly key = crypto.randomUUID();

  protected readonly form = schemaForm(blank(Intl.DateTimeFormat().resolvedOptions().timeZone), DelegationForm, async (draft) => {
    const { id } = await this.api.plan(draft, this.key);
    await this.router.navigate(['/delegations', id]);
  });
}
