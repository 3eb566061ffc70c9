import { Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { LanguageChoice } from './language.js';
import { isLanguage } from './languages.js';

/** A native select: every phone knows how to show it. Each language is written in itself. */
@Component({
  selector: 'amity-language-menu',
  imports: [TranslocoDirective],
  template: `
    <label *transloco="let t">
      <span class="visually-hidden">{{ t('frame.language') }}</span>
      <select class="input" (change)="choose($event)">
        @for (offer of language.offered(); track offer.id) {
          <option [value]="offer.id" [selected]="offer.id === language.current()">{{ offer.name }}</option>
        }
      </select>
    </label>
  `,
  styles: `
    select {
      border-color: transparent;
      background-color: transparent;
      color: var(--color-ink-soft);
    }
  `,
})
export class LanguageMenu {
  protected readonly language = inject(LanguageChoice);

  protected choose(event: Event): void {
    const chosen = event.target instanceof HTMLSelectElement ? event.target.value : null;
    if (isLanguage(chosen)) void this.language.use(chosen);
  }
}
