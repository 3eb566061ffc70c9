import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { CheckInput, Household, HouseholdChange, HouseholdState, HouseholdTimeline } from '@amity/hosting';
import type { Id } from '@amity/kernel';
import { firstValueFrom } from 'rxjs';
import { ifMatch, Intents } from '../http/index.js';

export const householdsAddress = '/api/hosting/households';

@Injectable({ providedIn: 'root' })
export class HostingApi {
  private readonly http = inject(HttpClient);
  private readonly intents = inject(Intents);

  get(id: Id): Promise<Household> {
    return firstValueFrom(this.http.get<Household>(`${householdsAddress}/${id}`));
  }

  timeline(id: Id): Promise<HouseholdTimeline> {
    return firstValueFrom(this.http.get<HouseholdTimeline>(`${householdsAddress}/${id}/timeline`, { params: { limit: 40 } }));
  }

  change(id: Id, version: number, change: HouseholdChange): Promise<Household> {
    return firstValueFrom(this.http.patch<Household>(`${householdsAddress}/${id}`, change, { headers: ifMatch(version) }));
  }

  recordCheck(id: Id, check: CheckInput): Promise<Household> {
    return this.intents.post(`${householdsAddress}/${id}/checks`, check);
  }

  changeState(id: Id, version: number, to: HouseholdState): Promise<Household> {
    return firstValueFrom(this.http.post<Household>(`${householdsAddress}/${id}/state`, { to }, { headers: ifMatch(version) }));
  }
}
