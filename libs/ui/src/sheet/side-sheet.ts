// A record beside its list: the list stays where it was, Escape or the cross goes back to it, and the focus returns to the row.
// On a phone it covers the page. It is no modal: the list may still be used.
import { afterNextRender, Component, DestroyRef, DOCUMENT, ElementRef, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import closeIcon from '@material-symbols/svg-400/rounded/close.svg';
import { Icon } from '../icon/icon.js';

@Component({
  selector: 'amity-side-sheet',
  imports: [Icon, TranslocoDirective],
  template: `
    <section [attr.aria-label]="heading()" *transloco="let t">
      <header>
        <h2>{{ heading() }}</h2>
        <button type="button" class="button round" [attr.aria-label]="t('ui.close')" (click)="closed.emit()">
          <amity-icon [svg]="closeIcon" />
        </button>
      </header>
      <div class="body"><ng-content /></div>
      <footer><ng-content select="[actions]" /></footer>
    </section>
  `,
  styleUrl: './side-sheet.css',
  host: { '(keydown.escape)': 'closed.emit()', tabindex: '-1' },
})
export class SideSheet {
  readonly heading = input.required<string>();
  readonly closed = output();
  protected readonly closeIcon = closeIcon;

  constructor() {
    const host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const before = inject(DOCUMENT).activeElement;
    afterNextRender(() => host.focus({ preventScroll: true }));
    inject(DestroyRef).onDestroy(() => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    });
  }
}
