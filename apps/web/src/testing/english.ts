// The real English words in tests, without the network or a route in between.
import type { ModuleWithProviders } from '@angular/core';
import { TranslocoTestingModule } from '@jsverse/transloco';
import english from '../i18n/en.json' with { type: 'json' };

export const withEnglish = (): ModuleWithProviders<TranslocoTestingModule> =>
  TranslocoTestingModule.forRoot({
    langs: { en: english },
    preloadLangs: true,
    translocoConfig: { availableLangs: ['en'], defaultLang: 'en' },
  });
