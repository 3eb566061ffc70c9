// Pages of the frame need somebody signed in; an area's pages need the permission to read it. The api decides for real.
import { inject } from '@angular/core';
import { type CanActivateFn, type CanMatchFn, RedirectCommand, Router } from '@angular/router';
import type { Permission } from '@amity/access';
import { Problem, signInUrl } from '../http/index.js';
import { SessionStore } from './session.store.js';

export const signedIn: CanMatchFn = async () => {
  const router = inject(Router);
  const session = inject(SessionStore);
  const wanted = router.currentNavigation()?.initialUrl.toString() ?? '/';
  try {
    const me = await session.whoAmI();
    return me !== null || new RedirectCommand(signInUrl(router, wanted));
  } catch (failure) {
    if (!(failure instanceof Problem)) throw failure;
    return new RedirectCommand(router.parseUrl('/unreachable'), { skipLocationChange: true }); // the address stays, so that a reload tries again
  }
};

/** `canActivate: [mayOpen('delegations.read')]`; without it the reader sees what is missing and whom to ask. */
export function mayOpen(permission: Permission): CanActivateFn {
  return () => {
    const router = inject(Router);
    if (inject(SessionStore).can(permission)) return true;
    return new RedirectCommand(router.createUrlTree(['/forbidden'], { queryParams: { needs: permission } }), { skipLocationChange: true });
  };
}
