// Not a wall: says which permission is missing and who can give it.
import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { EmptyState, PageHeader } from '@amity/ui';

@Component({
  selector: 'amity-forbidden-page',
  imports: [EmptyState, PageHeader, RouterLink, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <amity-page-header [heading]="t('frame.forbidden.title')" />
      <amity-empty-state drawing="closed" [sentence]="t('frame.forbidden.sentence')">
        @if (needs()) {
          <p class="soft">
            {{ t('frame.forbidden.needs') }} <code>{{ needs() }}</code>
          </p>
        }
        <a class="button primary" routerLink="/">{{ t('frame.notFound.action') }}</a>
      </amity-empty-state>
    </ng-container>
  `,
})
export class ForbiddenPage {
  readonly needs = input<string>();
}
