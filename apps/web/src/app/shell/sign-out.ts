import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { SessionStore } from '../access/index.js';

@Injectable({ providedIn: 'root' })
export class SignOut {
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);

  /** Ends the session on the server first: a closed laptop must not stay signed in. */
  async now(): Promise<void> {
    await this.session.signOut();
    await this.router.navigateByUrl('/sign-in');
  }
}
