// The published itinerary of whoever holds its link. The last one read is kept on the phone, because travellers are offline
// when they need it most.
import { computed, inject, Injectable, signal } from '@angular/core';
import type { LocalDate } from '@amity/kernel';
import { itineraryDays, localIn, PocketItinerary, type ItineraryItem } from '@amity/visits';
import { Problem } from '../http/index.js';
import { VisitsApi } from './visits.api.js';

const kept = 'amity.itinerary';

@Injectable()
export class PocketStore {
  private readonly api = inject(VisitsApi);
  private token = '';

  readonly itinerary = signal<PocketItinerary | null>(null);
  readonly problem = signal<Problem | null>(null);
  /** Shown from the phone's memory, because nobody answered. */
  readonly remembered = signal(false);
  readonly now = signal(Date.now());

  readonly days = computed(() => {
    const content = this.itinerary()?.content;
    return content ? itineraryDays(content, content.items) : [];
  });
  /** The day it is at the place, when it is one of the visit's. */
  readonly today = computed((): LocalDate | null => {
    const zone = this.itinerary()?.content.zone;
    const day = zone ? localIn(zone, this.now()).slice(0, 10) : '';
    return this.days().some((one) => one.day === day) ? day : null;
  });
  /** What is going on or comes next. */
  readonly next = computed(
    (): ItineraryItem | null => this.itinerary()?.content.items.find(({ end }) => Date.parse(end) > this.now()) ?? null,
  );

  async load(token: string): Promise<void> {
    this.token = token;
    this.problem.set(null);
    try {
      const itinerary = await this.api.pocket(token);
      this.itinerary.set(itinerary);
      this.remembered.set(false);
      localStorage.setItem(kept, JSON.stringify({ token, itinerary }));
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // offline, revoked or not published yet: each is said
      const memory = failure.offline ? remembered(token) : null;
      this.itinerary.set(memory);
      this.remembered.set(memory !== null);
      this.problem.set(memory ? null : failure);
      if (!failure.offline) localStorage.removeItem(kept); // a link that ended takes its copy along
    }
  }

  paper(): Promise<Blob> {
    return this.api.pocketPaper(this.token);
  }
}

function remembered(token: string): PocketItinerary | null {
  const text = localStorage.getItem(kept);
  if (text === null) return null;
  const copy: unknown = JSON.parse(text);
  if (typeof copy !== 'object' || copy === null || Reflect.get(copy, 'token') !== token) return null;
  return PocketItinerary.safeParse(Reflect.get(copy, 'itinerary')).data ?? null;
}
