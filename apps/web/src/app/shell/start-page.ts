// The first entry of the rail the reader may open; a word of welcome while there is none. The rail and its icons are fetched
// only here, so that public pages and sign-in do not carry them.
import { inject, Injector } from '@angular/core';
import type { RedirectFunction } from '@angular/router';

export const startPage: RedirectFunction = async () => {
  const injector = inject(Injector);
  const { Navigation } = await import('./navigation.store.js');
  return `/${injector.get(Navigation).entries()[0]?.path ?? 'welcome'}`;
};
