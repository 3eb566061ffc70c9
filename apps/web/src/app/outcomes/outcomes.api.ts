// What the api of the area answers: indicators with their measurements, surveys with their results and invitations, the report.
import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Delegation } from '@amity/delegations';
import type { Id, Page } from '@amity/kernel';
import type {
  Indicator,
  IndicatorDraft,
  Instrument,
  InstrumentList,
  InvitationLink,
  InvitationList,
  LettersSent,
  Measurement,
  MeasurementDraft,
  MeasurementList,
  Wave,
  WaveDraft,
  WaveResults,
} from '@amity/outcomes';
import { firstValueFrom } from 'rxjs';
import { ifMatch, Intents, once } from '../http/index.js';

const address = '/api/outcomes';
export const indicatorsAddress = `${address}/indicators`;
export const wavesAddress = `${address}/waves`;

/** Where a browser fetches the report: of one delegation, or of the whole organization. */
export function reportAddress(kind: 'pdf' | 'xlsx', delegationId: Id | null): string {
  return `${address}/report.${kind}${delegationId === null ? '' : `?delegationId=${encodeURIComponent(delegationId)}`}`;
}

@Injectable({ providedIn: 'root' })
export class OutcomesApi {
  private readonly http = inject(HttpClient);
  private readonly intents = inject(Intents);

  indicator(id: Id): Promise<Indicator> {
    return firstValueFrom(this.http.get<Indicator>(`${indicatorsAddress}/${id}`));
  }

  /** @param key stays the same while the same form is sent again */
  addIndicator(draft: IndicatorDraft, key: string): Promise<Indicator> {
    return firstValueFrom(this.http.post<Indicator>(indicatorsAddress, draft, { context: once(key) }));
  }

  changeIndicator(id: Id, version: number, draft: IndicatorDraft): Promise<Indicator> {
    return firstValueFrom(this.http.put<Indicator>(`${indicatorsAddress}/${id}`, draft, { headers: ifMatch(version) }));
  }

  /** Newest first. */
  async measurements(id: Id): Promise<readonly Measurement[]> {
    return (await firstValueFrom(this.http.get<MeasurementList>(`${indicatorsAddress}/${id}/measurements`))).items;
  }

  measure(id: Id, draft: MeasurementDraft, key: string): Promise<Measurement> {
    return firstValueFrom(this.http.post<Measurement>(`${indicatorsAddress}/${id}/measurements`, draft, { context: once(key) }));
  }

  async instruments(): Promise<readonly Instrument[]> {
    return (await firstValueFrom(this.http.get<InstrumentList>(`${address}/instruments`))).items;
  }

  openSurvey(draft: WaveDraft, key: string): Promise<Wave> {
    return firstValueFrom(this.http.post<Wave>(wavesAddress, draft, { context: once(key) }));
  }

  results(id: Id): Promise<WaveResults> {
    return firstValueFrom(this.http.get<WaveResults>(`${wavesAddress}/${id}/results`));
  }

  invitations(id: Id): Promise<InvitationList> {
    return firstValueFrom(this.http.get<InvitationList>(`${wavesAddress}/${id}/invitations`));
  }

  remind(id: Id): Promise<LettersSent> {
    return this.intents.post(`${wavesAddress}/${id}/reminders`, {});
  }

  /** Invites whoever joined the roster since the survey was opened. */
  inviteTheRest(id: Id): Promise<LettersSent> {
    return this.intents.post(`${wavesAddress}/${id}/invitations`, {});
  }

  /** A new personal link; links made before stop working. */
  link(invitationId: Id): Promise<InvitationLink> {
    return this.intents.post(`${address}/invitations/${invitationId}/link`, {});
  }

  /** The best few delegations for what somebody types. */
  async delegations(q: string): Promise<readonly Delegation[]> {
    return (await firstValueFrom(this.http.get<Page<Delegation>>('/api/delegations', { params: { q, limit: 8 } }))).items;
  }

  delegation(id: Id): Promise<Delegation> {
    return firstValueFrom(this.http.get<Delegation>(`/api/delegations/${id}`));
  }
}
