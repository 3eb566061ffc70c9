import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { EmptyState, PageHeader } from '@amity/ui';

@Component({
  selector: 'amity-not-found-page',
  imports: [EmptyState, PageHeader, RouterLink, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <amity-page-header [heading]="t('frame.notFound.title')" />
      <amity-empty-state drawing="lost" [sentence]="t('frame.notFound.sentence')">
        <a class="button primary" routerLink="/">{{ t('frame.notFound.action') }}</a>
      </amity-empty-state>
    </ng-container>
  `,
})
export class NotFoundPage {}
