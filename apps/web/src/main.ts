import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app.js';
import { appConfig } from './app/app.config.js';

// The content security policy forbids `eval`. Told so before the first schema is made, zod does not even try;
// the name of its settings is used because importing zod here would bring it into every page.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

bootstrapApplication(App, appConfig).catch((failure: unknown) => {
  // Nothing is drawn yet: the console is the only place left to say it.
  console.error(failure);
});
