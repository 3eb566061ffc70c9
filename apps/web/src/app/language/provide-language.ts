import { type EnvironmentProviders, inject, Injectable, isDevMode, makeEnvironmentProviders, provideAppInitializer } from '@angular/core';
import { provideTransloco, type TranslocoLoader } from '@jsverse/transloco';
import english from '../../i18n/en.json' with { type: 'json' };
import { LanguageChoice } from './language.js';
import { type Language, languages, type WrittenLanguage } from './languages.js';
import { pseudo } from './pseudo.js';
import type { Words } from './words.js';

/** The words of the frame, of libs/ui and of access; English comes with the first chunk, so nothing waits for it. */
const frame: Readonly<Record<WrittenLanguage, () => Promise<{ readonly default: Words }>>> = {
  en: () => Promise.resolve({ default: english }),
};

@Injectable({ providedIn: 'root' })
class FrameWords implements TranslocoLoader {
  async getTranslation(language: string): Promise<Words> {
    const { default: words } = await frame[language === 'en-XB' ? 'en' : (language as WrittenLanguage)]();
    return (language as Language) === 'en-XB' ? pseudo(words) : words;
  }
}

export function provideLanguage(): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideTransloco({
      loader: FrameWords,
      config: {
        availableLangs: languages.map(({ id }) => id),
        defaultLang: 'en',
        reRenderOnLangChange: true,
        prodMode: !isDevMode(),
      },
    }),
    provideAppInitializer(() => inject(LanguageChoice).start()),
  ]);
}
