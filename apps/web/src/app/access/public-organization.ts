import { Injectable, signal } from '@angular/core';

/** The organization a public page speaks for: the page sets it, the frame of public pages shows it. */
@Injectable({ providedIn: 'root' })
export class PublicOrganization {
  readonly name = signal<string | null>(null);
}
