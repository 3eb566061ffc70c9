// After sign-in one lands where one wanted to go, and only inside this site: an address that could leave it
// (another origin, `//host`, `/\host`, a scheme) is replaced by the start page.
import type { Router, UrlTree } from '@angular/router';

/** A same-origin path, or `/`. */
export function safeReturn(wanted: string | null | undefined): string {
  if (!wanted || !/^\/(?![/\\])/.test(wanted)) return '/';
  const origin = 'https://here.invalid';
  const url = URL.canParse(wanted, origin) ? new URL(wanted, origin) : null;
  if (url === null || url.origin !== origin || url.pathname.startsWith('//')) return '/';
  return url.pathname === '/sign-in' ? '/' : url.pathname + url.search + url.hash;
}

export function signInUrl(router: Router, wanted: string): UrlTree {
  const back = safeReturn(wanted);
  return router.createUrlTree(['/sign-in'], { queryParams: back === '/' ? {} : { returnTo: back } });
}
