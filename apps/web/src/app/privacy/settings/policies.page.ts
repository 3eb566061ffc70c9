// The words of consents: what is in force in each language, the editions before, and a new edition. A released one never changes.
import { Component, computed, inject, resource, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type ConsentPurpose, consentPurposes, type ConsentText } from '@amity/privacy';
import { Icon, PageHeader, ProblemNotice, Skeleton } from '@amity/ui';
import addIcon from '@material-symbols/svg-400/rounded/edit.svg';
import { Problem } from '../../http/index.js';
import { Formats, LanguageChoice } from '../../language/index.js';
import { PrivacySettingsApi } from './settings.api.js';
import { TextSheet } from './text-sheet.js';

@Component({
  selector: 'amity-policies-page',
  imports: [Icon, PageHeader, ProblemNotice, Skeleton, TextSheet, TranslocoDirective],
  templateUrl: './policies.page.html',
  styleUrl: './policies.page.css',
})
export class PoliciesPage {
  private readonly api = inject(PrivacySettingsApi);
  private readonly formats = inject(Formats);
  private readonly locale = inject(LanguageChoice).locale;
  private readonly words = inject(TranslocoService);

  protected readonly addIcon = addIcon;
  protected readonly texts = resource({ loader: () => this.api.texts() });
  private readonly standing = resource({ loader: () => this.api.standing() });
  protected readonly writing = signal<ConsentPurpose | null>(null);
  protected readonly problem = computed(() => {
    const failure = this.texts.error() ?? this.standing.error();
    return failure instanceof Problem ? failure : null;
  });
  /** Each purpose with its languages, the newest edition first. */
  protected readonly purposes = computed(() =>
    consentPurposes.map((purpose) => {
      const own = this.items().filter((text) => text.purpose === purpose);
      const languages = [...new Set(own.map(({ language }) => language))].sort();
      return { purpose, languages: languages.map((language) => this.ofLanguage(own, language)) };
    }),
  );
  protected readonly inForce = computed(() => this.purposes().find(({ purpose }) => purpose === this.writing())?.languages ?? []);

  protected nameOf(language: string): string {
    return new Intl.DisplayNames([this.locale()], { type: 'language' }).of(language) ?? language;
  }

  protected saved(): void {
    this.writing.set(null);
    this.texts.reload();
  }

  protected purposeName(purpose: ConsentPurpose): string {
    return this.words.translate(`privacy.consents.purpose.${purpose}`);
  }

  /** How many agree to this edition today. */
  protected givenTo({ purpose, language, edition }: ConsentText): string {
    const found = this.standing.hasValue()
      ? this.standing.value().items.find((each) => each.purpose === purpose && each.language === language && each.edition === edition)
      : undefined;
    if (!found) return this.words.translate('privacy.policies.givenByNobody');
    const form = this.formats.plural(found.given) === 'one' ? 'one' : 'other';
    return this.words.translate(`privacy.policies.given.${form}`, { count: this.formats.number(found.given) });
  }

  private items(): readonly ConsentText[] {
    return this.texts.hasValue() ? this.texts.value().items : [];
  }

  private ofLanguage(texts: readonly ConsentText[], language: string) {
    const editions = texts.filter((text) => text.language === language).sort((a, b) => b.edition - a.edition);
    return { language, newest: editions[0], earlier: editions.slice(1) };
  }
}
