// Nobody answered when the app asked who is signed in: says so and tries again at the same address.
import { Component, DOCUMENT, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { AccessFrame } from '../access-frame.js';

@Component({
  selector: 'amity-unreachable-page',
  imports: [AccessFrame, TranslocoDirective],
  template: `
    <amity-access-frame *transloco="let t">
      <h1 tabindex="-1">{{ t('access.unreachable.title') }}</h1>
      <p class="soft">{{ t('access.unreachable.sentence') }}</p>
      <button type="button" class="button primary" (click)="document.location.reload()">{{ t('ui.problem.retry') }}</button>
    </amity-access-frame>
  `,
})
export class UnreachablePage {
  protected readonly document = inject(DOCUMENT);
}
