import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Roster } from '@amity/delegations';
import type { Id, Page } from '@amity/kernel';
import type { Person } from '@amity/people';
import type {
  Appointment,
  AppointmentDraft,
  AppointmentState,
  FeedLink,
  ItineraryPreview,
  ItineraryVersion,
  PocketItinerary,
  Site,
  SiteDraft,
  Visit,
} from '@amity/visits';
import { firstValueFrom } from 'rxjs';
import { ifMatch, Intents, once } from '../http/index.js';

export const visitsAddress = '/api/visits';
const appointments = `${visitsAddress}/appointments`;

interface Known {
  readonly id: Id;
  readonly version: number;
}

@Injectable({ providedIn: 'root' })
export class VisitsApi {
  private readonly http = inject(HttpClient);
  private readonly intents = inject(Intents);

  ofDelegation(delegationId: Id): Promise<Visit> {
    return firstValueFrom(this.http.get<Visit>(`${visitsAddress}/of-delegation/${delegationId}`));
  }

  change({ id, version }: Known, emergencyContact: string): Promise<Visit> {
    return firstValueFrom(this.http.put<Visit>(`${visitsAddress}/${id}`, { emergencyContact }, { headers: ifMatch(version) }));
  }

  async appointments(visitId: Id): Promise<readonly Appointment[]> {
    return (await firstValueFrom(this.http.get<{ items: Appointment[] }>(`${visitsAddress}/${visitId}/appointments`))).items;
  }

  async roster(delegationId: Id): Promise<Roster['items']> {
    return (await firstValueFrom(this.http.get<Roster>(`/api/delegations/${delegationId}/roster`))).items;
  }

  /** @param key stays the same while the same form is sent again */
  plan(visitId: Id, draft: AppointmentDraft, key: string): Promise<Appointment> {
    return firstValueFrom(this.http.post<Appointment>(`${visitsAddress}/${visitId}/appointments`, draft, { context: once(key) }));
  }

  changeAppointment({ id, version }: Known, draft: AppointmentDraft): Promise<Appointment> {
    return firstValueFrom(this.http.put<Appointment>(`${appointments}/${id}`, draft, { headers: ifMatch(version) }));
  }

  move({ id, version }: Known, state: AppointmentState): Promise<Appointment> {
    return firstValueFrom(this.http.post<Appointment>(`${appointments}/${id}/state`, { state }, { headers: ifMatch(version) }));
  }

  remove({ id, version }: Known): Promise<unknown> {
    return firstValueFrom(this.http.delete(`${appointments}/${id}`, { headers: ifMatch(version) }));
  }

  bringBack(id: Id): Promise<Appointment> {
    return firstValueFrom(this.http.post<Appointment>(`${appointments}/${id}/bring-back`, null));
  }

  async sites(q: string): Promise<readonly Site[]> {
    return (await firstValueFrom(this.http.get<Page<Site>>(`${visitsAddress}/sites`, { params: { ...(q ? { q } : {}), limit: 8 } }))).items;
  }

  addSite(draft: SiteDraft): Promise<Site> {
    return firstValueFrom(this.http.post<Site>(`${visitsAddress}/sites`, draft));
  }

  async people(q: string): Promise<readonly Person[]> {
    return (await firstValueFrom(this.http.get<Page<Person>>('/api/people', { params: { ...(q ? { q } : {}), limit: 8 } }))).items;
  }

  preview(visitId: Id): Promise<ItineraryPreview> {
    return firstValueFrom(this.http.get<ItineraryPreview>(`${visitsAddress}/${visitId}/changes`));
  }

  /** @param number of the version that was looked at before it went out */
  publish(visitId: Id, number: number): Promise<ItineraryVersion> {
    return this.intents.post(`${visitsAddress}/${visitId}/publish`, null, { of: number });
  }

  async versions(visitId: Id): Promise<readonly ItineraryVersion[]> {
    return (await firstValueFrom(this.http.get<{ items: ItineraryVersion[] }>(`${visitsAddress}/${visitId}/versions`))).items;
  }

  paperAddress(visitId: Id, isDraft: boolean): string {
    return `${visitsAddress}/${visitId}/itinerary.pdf${isDraft ? '?draft=1' : ''}`;
  }

  issueFeed(visitId: Id): Promise<FeedLink> {
    return firstValueFrom(this.http.post<FeedLink>(`${visitsAddress}/${visitId}/feed`, null));
  }

  revokeFeeds(visitId: Id): Promise<unknown> {
    return firstValueFrom(this.http.delete(`${visitsAddress}/${visitId}/feed`));
  }

  /** For whoever holds the link. */
  pocket(token: string): Promise<PocketItinerary> {
    return firstValueFrom(this.http.get<PocketItinerary>(`${visitsAddress}/pocket`, { headers: { 'X-Amity-Link': token } }));
  }

  pocketPaper(token: string): Promise<Blob> {
    return firstValueFrom(
      this.http.get(`${visitsAddress}/pocket/itinerary.pdf`, { headers: { 'X-Amity-Link': token }, responseType: 'blob' }),
    );
  }
}
