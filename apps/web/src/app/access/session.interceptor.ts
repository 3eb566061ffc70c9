// What a session asks of requests, so that no page has to think of it: unsafe ones carry its token; one refused because the session got a
// new token while it was on its way (here or in another tab) asks who is signed in and goes again; and one that needs the reader's confirmation asks for
// it in a dialog and goes again by itself, with everything that was typed.
import {
  HttpContext,
  type HttpHandlerFn,
  HttpHeaderResponse,
  type HttpInterceptorFn,
  type HttpRequest,
  HttpResponse,
} from '@angular/common/http';
import { inject, Injector } from '@angular/core';
import { catchError, from, switchMap, tap, throwError } from 'rxjs';
import { CsrfToken, Problem, staysOn401 } from '../http/index.js';
import { SessionStore } from './session.store.js';

export const sessionInterceptor: HttpInterceptorFn = (request, next) => {
  const injector = inject(Injector);
  const token = injector.get(CsrfToken);
  return send(patient(request), next, token).pipe(
    catchError((failure: unknown) => {
      if (!(failure instanceof Problem)) return throwError(() => failure);
      if (failure.is('access.sign_in_needed'))
        return from(injector.get(SessionStore).askAgain()).pipe(switchMap(() => send(request, next, token)));
      if (failure.is('access.stale_page')) return again(injector.get(SessionStore).askAgain(), failure);
      if (failure.is('access.confirm_needed')) return again(askToConfirm(injector), failure);
      return throwError(() => failure);
    }),
  );

  /** The same request once more when `ready` says yes; otherwise the refusal stands. */
  function again(ready: Promise<boolean>, refusal: Problem) {
    return from(ready).pipe(switchMap((yes) => (yes ? send(request, next, token) : throwError(() => refusal))));
  }
};

/** The first try does not leave for the sign-in page by itself; the second one does. */
function patient(request: HttpRequest<unknown>): HttpRequest<unknown> {
  const same = [...request.context.keys()].reduce((copy, key) => copy.set(key, request.context.get(key)), new HttpContext());
  return request.clone({ context: staysOn401(same) });
}

function send(request: HttpRequest<unknown>, next: HttpHandlerFn, token: CsrfToken) {
  const isUnsafe = request.method !== 'GET' && request.method !== 'HEAD';
  const sent = isUnsafe && token.value !== null ? request.clone({ setHeaders: { 'X-Amity-CSRF': token.value } }) : request;
  return next(sent).pipe(
    tap((event) => {
      if (!(event instanceof HttpResponse) && !(event instanceof HttpHeaderResponse)) return;
      token.value = event.headers.get('X-Amity-CSRF') ?? token.value;
    }),
  );
}

/** The dialog is fetched only here, so that no page carries it. */
async function askToConfirm(injector: Injector): Promise<boolean> {
  const { ConfirmItsYou } = await import('./account/confirm-its-you.js');
  return injector.get(ConfirmItsYou).ask();
}
