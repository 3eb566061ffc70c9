// The device's own copy of answers that are not sent yet. It is written at every change and forgotten once the answers were
// received, or after sixty days. An entry is found by the end of the link's token: enough to tell two links apart, not
// enough to open one.
import { DOCUMENT } from '@angular/common';
import { inject, Injectable } from '@angular/core';
import type { Survey } from '@amity/outcomes';
import type { Typed } from './survey.steps.js';

export interface KeptAnswers {
  readonly survey: Survey;
  readonly typed: Typed;
  readonly step: number;
  /** Of the next sending; a changed answer makes it another sending. */
  readonly key: string;
  /** Milliseconds. */
  readonly at: number;
}

const entry = 'amity.survey';
const longest = 60 * 24 * 60 * 60 * 1000;
const nameOf = (token: string) => token.slice(-12);

@Injectable({ providedIn: 'root' })
export class KeptAnswersOnDevice {
  private readonly storage = inject(DOCUMENT).defaultView?.localStorage ?? null;

  of(token: string, now: number): KeptAnswers | null {
    const all = this.all();
    const fresh = Object.fromEntries(Object.entries(all).filter(([, { at }]) => now - at < longest));
    if (Object.keys(fresh).length < Object.keys(all).length) this.write(fresh);
    return fresh[nameOf(token)] ?? null;
  }

  /** @returns whether the device took it */
  keep(token: string, kept: KeptAnswers): boolean {
    return this.write({ ...this.all(), [nameOf(token)]: kept });
  }

  forget(token: string): void {
    this.write(Object.fromEntries(Object.entries(this.all()).filter(([name]) => name !== nameOf(token))));
  }

  private all(): Record<string, KeptAnswers> {
    try {
      return JSON.parse(this.storage?.getItem(entry) ?? '{}') as Record<string, KeptAnswers>;
    } catch (failure) {
      if (!(failure instanceof SyntaxError)) throw failure; // somebody else's text under our name: begin anew
      return {};
    }
  }

  private write(all: Record<string, KeptAnswers>): boolean {
    try {
      if (Object.keys(all).length === 0) this.storage?.removeItem(entry);
      else this.storage?.setItem(entry, JSON.stringify(all));
      return this.storage !== null;
    } catch (failure) {
      if (!(failure instanceof DOMException)) throw failure; // full or forbidden storage: the page alone keeps it
      return false;
    }
  }
}
