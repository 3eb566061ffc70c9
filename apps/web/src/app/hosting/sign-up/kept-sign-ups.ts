// The device's own copy of what was typed, one entry of the browser's storage for all organizations. It is written at every
// change, before anything is sent: a lost connection or a closed page loses nothing. `unsent` says the server has less.
import { DOCUMENT } from '@angular/common';
import { inject, Injectable } from '@angular/core';
import type { SignUpDraft } from '@amity/hosting';

export interface KeptSignUp {
  /** Null until the server gave one. */
  readonly token: string | null;
  readonly version: number;
  readonly step: number;
  readonly draft: SignUpDraft;
  readonly unsent: boolean;
}

const entry = 'amity.host-sign-up';

@Injectable({ providedIn: 'root' })
export class KeptSignUps {
  private readonly storage = inject(DOCUMENT).defaultView?.localStorage ?? null;

  of(slug: string): KeptSignUp | null {
    return this.all()[slug] ?? null;
  }

  keep(slug: string, kept: KeptSignUp): void {
    this.write({ ...this.all(), [slug]: kept });
  }

  forget(slug: string): void {
    this.write(Object.fromEntries(Object.entries(this.all()).filter(([name]) => name !== slug)));
  }

  private all(): Record<string, KeptSignUp> {
    try {
      return JSON.parse(this.storage?.getItem(entry) ?? '{}') as Record<string, KeptSignUp>;
    } catch (failure) {
      if (!(failure instanceof SyntaxError)) throw failure; // somebody else's text under our name: begin anew
      return {};
    }
  }

  private write(all: Record<string, KeptSignUp>): void {
    try {
      this.storage?.setItem(entry, JSON.stringify(all));
    } catch (failure) {
      if (!(failure instanceof DOMException)) throw failure; // full or forbidden storage: the server keeps it alone
    }
  }
}
