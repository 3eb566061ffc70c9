// A delegate's own journeys, each with the program as it was published last.
import { HttpClient } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type { OwnJourneys } from '@amity/delegations';
import type { ItineraryItem, OwnItineraries } from '@amity/visits';
import { firstValueFrom } from 'rxjs';
import { Problem } from '../http/index.js';

export interface JourneyDay {
  readonly day: string;
  readonly items: readonly ItineraryItem[];
}

@Injectable()
export class MyJourneyStore {
  private readonly http = inject(HttpClient);
  private readonly own = signal<OwnJourneys | null>(null);
  private readonly itineraries = signal<OwnItineraries['items']>([]);

  readonly problem = signal<Problem | null>(null);
  readonly organization = computed(() => this.own()?.organization ?? '');
  /** Null before the first answer. */
  readonly journeys = computed(
    () =>
      this.own()?.items.map((journey) => {
        const published = this.itineraries().find(({ delegationId }) => delegationId === journey.delegationId)?.itinerary;
        return { ...journey, published: published ?? null, days: daysOf(published?.content.items ?? []) };
      }) ?? null,
  );

  /** Whose records these are, each once: somebody, or a family that shares an address. */
  readonly people = computed(() => [
    ...new Map(this.own()?.items.map(({ personId, name }) => [personId, { id: personId, name }] as const)).values(),
  ]);

  async load(): Promise<void> {
    this.problem.set(null);
    try {
      const [own, itineraries] = await Promise.all([
        firstValueFrom(this.http.get<OwnJourneys>('/api/delegations/own')),
        firstValueFrom(this.http.get<OwnItineraries>('/api/visits/own')),
      ]);
      this.itineraries.set(itineraries.items);
      this.own.set(own);
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // shown in place of the page
      this.problem.set(failure);
    }
  }
}

/** Items are in the order of time already. */
export function daysOf(items: readonly ItineraryItem[]): JourneyDay[] {
  return [...Map.groupBy(items, ({ startsAt }) => startsAt.slice(0, 10))].map(([day, ofDay]) => ({ day, items: ofDay }));
}
