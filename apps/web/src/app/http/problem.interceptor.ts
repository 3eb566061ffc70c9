// Every request leaves with the Idempotency-Key it asked for and fails with a Problem, never with a bare HttpErrorResponse.
// A 401 leads to sign-in and back, except on public pages (their links carry their own right) and where it is an answer.
import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject, Injector } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';
import { catchError, throwError } from 'rxjs';
import { problemOf } from './problem.js';
import { IDEMPOTENCY_KEY, STAYS_ON_401 } from './requests.js';
import { signInUrl } from './return-to.js';

export const problemInterceptor: HttpInterceptorFn = (request, next) => {
  const injector = inject(Injector);
  const key = request.context.get(IDEMPOTENCY_KEY);
  const sent = key === null ? request : request.clone({ setHeaders: { 'Idempotency-Key': key } });
  return next(sent).pipe(
    catchError((failure: unknown) => {
      if (!(failure instanceof HttpErrorResponse)) return throwError(() => failure);
      const words = injector.get(TranslocoService);
      const problem = problemOf(failure, {
        offlineTitle: words.translate('http.offline.title'),
        offline: words.translate('http.offline.detail'),
        brokenTitle: words.translate('http.broken.title'),
        broken: words.translate('http.broken.detail'),
      });
      if (problem.status === 401 && !request.context.get(STAYS_ON_401)) leaveForSignIn(injector.get(Router));
      return throwError(() => problem);
    }),
  );
};

function leaveForSignIn(router: Router): void {
  const here = router.url;
  if (here.startsWith('/p/') || here.startsWith('/sign-in')) return;
  void router.navigateByUrl(signInUrl(router, here));
}
