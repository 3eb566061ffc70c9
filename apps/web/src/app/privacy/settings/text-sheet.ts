// A new edition of one consent's words in one language. Whoever agreed to an earlier one has agreed to that one.
import { Component, inject, input, type OnInit, output } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { ConsentPurpose, ConsentText } from '@amity/privacy';
import { Control, Field, ProblemNotice, SideSheet, Toasts } from '@amity/ui';
import { plainForm } from '../../forms/plain-form.js';
import { LanguageChoice } from '../../language/index.js';
import { PrivacySettingsApi } from './settings.api.js';

/** Languages Amity speaks; a text may be written in any of them. */
const offered = ['en', 'es', 'fr', 'de', 'ja', 'ar', 'pt'] as const;

@Component({
  selector: 'amity-text-sheet',
  imports: [Control, Field, ProblemNotice, SideSheet, TranslocoDirective],
  template: `
    <amity-side-sheet [heading]="t('consents.purpose.' + purpose())" (closed)="closed.emit()" *transloco="let t; prefix: 'privacy'">
      <form class="stack" id="text-form" (submit)="$event.preventDefault(); form.submit()">
        <p class="soft">{{ t('policies.means') }}</p>
        <amity-problem-notice [problem]="form.problem()" />
        <amity-field [label]="t('policies.language')" [error]="form.error('language')">
          <select amityControl class="input" [value]="form.typed().language" (change)="choose(text($event))">
            @for (language of languages; track language) {
              <option [value]="language" [selected]="language === form.typed().language">{{ nameOf(language) }}</option>
            }
          </select>
        </amity-field>
        <amity-field [label]="t('policies.text')" [help]="t('policies.textHelp')" [error]="form.error('text')">
          <textarea
            amityControl
            class="input"
            rows="8"
            dir="auto"
            [value]="form.typed().text"
            (input)="form.set({ text: text($event) })"
          ></textarea>
        </amity-field>
      </form>
      <ng-container actions>
        <button type="submit" form="text-form" class="button primary" [disabled]="form.saving()">{{ t('policies.publish') }}</button>
      </ng-container>
    </amity-side-sheet>
  `,
})
export class TextSheet implements OnInit {
  readonly purpose = input.required<ConsentPurpose>();
  /** The words that are in force, one a language. */
  readonly inForce = input.required<readonly { readonly language: string; readonly newest: ConsentText | undefined }[]>();
  readonly closed = output();
  readonly saved = output();

  private readonly api = inject(PrivacySettingsApi);
  private readonly locale = inject(LanguageChoice).locale;
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);

  protected readonly languages = offered;
  protected readonly form = plainForm({ language: 'en', text: '' }, async (typed) => {
    await this.api.publish({ purpose: this.purpose(), ...typed });
    this.toasts.show(this.words.translate('privacy.policies.published'));
    this.saved.emit();
  });

  ngOnInit(): void {
    this.choose('en');
  }

  /** One begins with the words in force, so that a small change is a small change. */
  protected choose(language: string): void {
    this.form.set({ language, text: this.inForce().find((each) => each.language === language)?.newest?.text ?? '' });
  }

  protected nameOf(language: string): string {
    return new Intl.DisplayNames([this.locale()], { type: 'language' }).of(language) ?? language;
  }

  protected text(event: Event): string {
    const { target } = event;
    return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement ? target.value : '';
  }
}
