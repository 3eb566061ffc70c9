// Which language the reader chose: `?lang=` first, then what was chosen before, then what the browser asks for.
// It sets the document's language and direction, so that hyphenation, screen readers and layout follow.
import { DOCUMENT } from '@angular/common';
import { computed, inject, Injectable, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { isLanguage, type Language, languages, preferredLanguage } from './languages.js';
import { AreaWords } from './words.js';

const remembered = 'amity.language';

@Injectable({ providedIn: 'root' })
export class LanguageChoice {
  private readonly document = inject(DOCUMENT);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(AreaWords);
  private readonly chosen = signal<Language>('en');

  readonly current = this.chosen.asReadonly();
  /** What Intl understands. */
  readonly locale = computed(() => (this.chosen() === 'en-XB' ? 'en' : this.chosen()));
  /** What the menu offers: the pseudo-locale only to those who asked for it by address. */
  readonly offered = computed(() => languages.filter(({ id, offered }) => offered || id === this.chosen()));

  /** Before the first page is drawn. */
  start(): Promise<void> {
    const window = this.document.defaultView;
    const asked = new URLSearchParams(window?.location.search).get('lang');
    const before = window?.localStorage.getItem(remembered) ?? null;
    if (isLanguage(asked)) return this.use(asked);
    return this.use(isLanguage(before) ? before : preferredLanguage(window?.navigator.languages ?? []), false);
  }

  async use(language: Language, remember = true): Promise<void> {
    await Promise.all([firstValueFrom(this.transloco.load(language)), this.words.loadAll(language)]);
    this.transloco.setActiveLang(language);
    this.chosen.set(language);
    const root = this.document.documentElement;
    root.lang = language === 'en-XB' ? 'en' : language;
    root.dir = languages.find(({ id }) => id === language)?.direction ?? 'ltr';
    if (remember) this.document.defaultView?.localStorage.setItem(remembered, language);
  }
}
