// The guest one looks at: what a host must know, and where the guest stays or who said no.
import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Guest, Placement } from '@amity/placements';
import { StatusChip, type Tone } from '@amity/ui';
import { SessionStore } from '../../access/index.js';
import { Formats } from '../../language/index.js';
import { GuestWords } from '../guest-words.js';

const tones: Readonly<Record<Placement['state'], Tone>> = { offered: 'calm', accepted: 'done', declined: 'blocked', cancelled: 'blocked' };

@Component({
  selector: 'amity-guest-card',
  imports: [StatusChip, TranslocoDirective],
  templateUrl: './guest-card.html',
  styleUrl: './guest-card.css',
})
export class GuestCard {
  protected readonly words = inject(GuestWords);
  protected readonly formats = inject(Formats);
  private readonly session = inject(SessionStore);
  readonly guest = input.required<Guest>();
  readonly mayPlace = input(false);
  readonly working = input(false);
  readonly cancelled = output<Placement>();
  readonly answered = output<{ placement: Placement; answer: 'accepted' | 'declined' }>();
  protected readonly tones = tones;
  protected readonly placements = computed(() => this.guest().placements.filter(({ state }) => state !== 'cancelled'));

  protected day(instant: string): string {
    return this.formats.moment(instant, this.session.me()?.organization.zone ?? 'UTC', { dateStyle: 'medium' });
  }
}
