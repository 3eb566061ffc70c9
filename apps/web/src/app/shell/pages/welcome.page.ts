// The start page of somebody whose rail is empty: no area is installed yet, or no role was given.
import { Component, computed, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { EmptyState, PageHeader } from '@amity/ui';
import { SessionStore } from '../../access/index.js';

@Component({
  selector: 'amity-welcome-page',
  imports: [EmptyState, PageHeader, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <amity-page-header [heading]="t('frame.welcome.heading', { name: name() })" />
      <amity-empty-state drawing="bridge" [sentence]="t('frame.welcome.sentence')" />
    </ng-container>
  `,
})
export class WelcomePage {
  private readonly session = inject(SessionStore);
  protected readonly name = computed(() => this.session.me()?.account.name ?? '');
}
