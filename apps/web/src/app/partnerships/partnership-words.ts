// How a partnership is written for people: its beginning, its state's tone, how far apart its sides are.
import { inject, Injectable } from '@angular/core';
import { distanceKm, type Partnership, type PartnershipState, type Since } from '@amity/partnerships';
import type { Tone } from '@amity/ui';
import { Formats } from '../language/index.js';
import { PlaceWords } from './place-words.js';

const tones: Readonly<Record<PartnershipState, Tone>> = { active: 'done', dormant: 'waits', ended: 'calm' };

@Injectable({ providedIn: 'root' })
export class PartnershipWords {
  private readonly formats = inject(Formats);
  readonly places = inject(PlaceWords);

  /** A year stays a year; a day is written out; empty for an unknown beginning. */
  since(since: Since | null): string {
    if (since === null) return '';
    return since.length === 4 ? since : this.formats.date(since);
  }

  tone(state: PartnershipState): Tone {
    return tones[state];
  }

  distance({ home, partner }: Pick<Partnership, 'home' | 'partner'>): string {
    return this.places.kilometers(distanceKm(home, partner));
  }
}
