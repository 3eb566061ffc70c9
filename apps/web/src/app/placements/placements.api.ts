import { HttpClient, HttpHeaders } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Id } from '@amity/kernel';
import type { Candidates, DelegationPlacements, FamilyOffer, Placement, PlacementAnswerInput } from '@amity/placements';
import { firstValueFrom } from 'rxjs';
import { ifMatch, Intents } from '../http/index.js';

export const talliesAddress = '/api/placements/delegations';

@Injectable({ providedIn: 'root' })
export class PlacementsApi {
  private readonly http = inject(HttpClient);
  private readonly intents = inject(Intents);

  ofDelegation(id: Id): Promise<DelegationPlacements> {
    return firstValueFrom(this.http.get<DelegationPlacements>(`${talliesAddress}/${id}`));
  }

  candidates(delegateId: Id): Promise<Candidates> {
    return firstValueFrom(this.http.get<Candidates>(`/api/placements/delegates/${delegateId}/candidates`));
  }

  place(delegateId: Id, householdId: Id): Promise<Placement> {
    return this.intents.post('/api/placements', { delegateId, householdId });
  }

  cancel({ id, version }: Pick<Placement, 'id' | 'version'>): Promise<Placement> {
    return this.intents.post(`/api/placements/${id}/cancel`, {}, { headers: ifMatch(version) });
  }

  answer({ id, version }: Pick<Placement, 'id' | 'version'>, answer: PlacementAnswerInput): Promise<Placement> {
    return this.intents.post(`/api/placements/${id}/answer`, answer, { headers: ifMatch(version) });
  }

  /** @param link the token behind the `#` of the family's letter */
  offer(link: string): Promise<FamilyOffer> {
    return firstValueFrom(this.http.get<FamilyOffer>('/api/placements/offer', { headers: linkHeader(link) }));
  }

  answerOffer(link: string, answer: PlacementAnswerInput): Promise<FamilyOffer> {
    return firstValueFrom(this.http.post<FamilyOffer>('/api/placements/offer/answer', answer, { headers: linkHeader(link) }));
  }
}

function linkHeader(link: string): HttpHeaders {
  return new HttpHeaders({ 'X-Amity-Link': link });
}
