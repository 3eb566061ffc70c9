import { Injectable } from '@angular/core';

/** The token that unsafe requests of this session carry. Every answer that gives the browser a session brings a new one. */
@Injectable({ providedIn: 'root' })
export class CsrfToken {
  value: string | null = null;
}
