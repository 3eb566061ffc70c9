// The list of host families as the address asks for it.
import { HttpClient } from '@angular/common/http';
import { inject, Injectable, signal } from '@angular/core';
import type { HouseholdPage, HouseholdState, HouseholdSummary } from '@amity/hosting';
import { FilterState } from '@amity/ui';
import { firstValueFrom } from 'rxjs';
import { keysetList, Problem } from '../http/index.js';
import { householdsAddress } from './hosting.api.js';

@Injectable()
export class HouseholdsStore {
  private readonly http = inject(HttpClient);
  readonly filters = inject(FilterState);
  private readonly question = this.filters.question('q', 'state', 'from', 'to');

  readonly list = keysetList<HouseholdSummary>(
    () => householdsAddress,
    () => this.question(),
  );
  /** How many stand in each state, whatever is filtered; null until known. */
  readonly counts = signal<Readonly<Record<HouseholdState, number>> | null>(null);

  constructor() {
    void this.count();
  }

  private async count(): Promise<void> {
    try {
      this.counts.set((await firstValueFrom(this.http.get<HouseholdPage>(householdsAddress, { params: { limit: 1 } }))).counts);
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure; // the list below says what is wrong; the sentence stays empty
    }
  }
}
