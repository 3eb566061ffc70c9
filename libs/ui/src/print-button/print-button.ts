import { Component, DOCUMENT, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import printIcon from '@material-symbols/svg-400/rounded/print.svg';
import { Icon } from '../icon/icon.js';

/** Opens the browser's print dialog; every page has a form for paper. */
@Component({
  selector: 'amity-print-button',
  imports: [Icon, TranslocoDirective],
  template: `
    <button type="button" class="button" *transloco="let t" (click)="document.defaultView?.print()">
      <amity-icon [svg]="printIcon" /> {{ t('ui.print') }}
    </button>
  `,
})
export class PrintButton {
  protected readonly document = inject(DOCUMENT);
  protected readonly printIcon = printIcon;
}
