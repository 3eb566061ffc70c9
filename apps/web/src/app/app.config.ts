import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { type ApplicationConfig, provideBrowserGlobalErrorListeners, provideZonelessChangeDetection } from '@angular/core';
import { provideRouter, TitleStrategy, withComponentInputBinding, withInMemoryScrolling } from '@angular/router';
import { sessionInterceptor } from './access/index.js';
import { routes } from './app.routes.js';
import { problemInterceptor } from './http/index.js';
import { provideLanguage } from './language/index.js';
import { providePersonSections } from './shell/person-sections.js';
import { TranslatedTitles } from './shell/titles.js';

export const appConfig: ApplicationConfig = {
  providers: [
    provideZonelessChangeDetection(),
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withInterceptors([sessionInterceptor, problemInterceptor])),
    provideLanguage(),
    providePersonSections(),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
    { provide: TitleStrategy, useClass: TranslatedTitles },
  ],
};
